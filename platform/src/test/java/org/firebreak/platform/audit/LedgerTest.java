package org.firebreak.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.firebreak.base.error.DataException;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.firebreak.privacy.ledger.Checkpoint;
import org.firebreak.privacy.ledger.EntryProof;
import org.firebreak.privacy.ledger.Hash;
import org.firebreak.privacy.ledger.LedgerKey;
import org.firebreak.privacy.ledger.MerkleProofs;
import org.firebreak.privacy.ledger.SignedNote;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.JsonNode;

@PlatformTest
class LedgerTest {

  private static LedgerKey.Verifier key(TestPlatform platform) {
    return LedgerKey.verifier(platform.anonymous().get("/api/v1/audit/key").text());
  }

  private static long write(TestPlatform platform, String subject) {
    platform.bean(AuditService.class).record("ledger-test", "tried", subject, Map.of("b", "2"));
    return platform
        .sql()
        .sql("SELECT max(id) FROM audit.entry WHERE subject = ?")
        .param(subject)
        .query(Long.class)
        .single();
  }

  private static LedgerFolder.Result verify(TestPlatform platform, List<String> kept) {
    try (MaintenanceDatabase database =
            MaintenanceDatabase.open(platform.bean(DataFolder.class).root(), null, sentence -> {});
        LedgerFolder ledger = LedgerFolder.open(database, null)) {
      return ledger.verify(kept);
    }
  }

  @Test
  void entryIsProvedToSomebodyWhoHasTheKeyAlone(TestPlatform platform) {
    long entry = write(platform, "proof");
    String text = platform.signIn("auditor").get("/api/v1/audit/proofs/" + entry).text();
    EntryProof proof = EntryProof.parse(text);
    proof.verify(key(platform));
    String content = proof.entry();
    assertTrue(content.contains("\"subject\":\"proof\""), content);
    assertEquals(403, platform.signIn("viewer").get("/api/v1/audit/proofs/" + entry).status());
    assertEquals(
        "entry-not-found", platform.signIn("auditor").get("/api/v1/audit/proofs/0").code());
  }

  @Test
  void laterCheckpointIsProvedToContinueTheEarlier(TestPlatform platform) {
    Ledger ledger = platform.bean(Ledger.class);
    write(platform, "first");
    ledger.seal();
    Checkpoint first = SignedNote.open(ledger.checkpoint(), key(platform));
    for (int i = 0; i < 7; i++) {
      write(platform, "second " + i);
    }
    ledger.seal();
    Checkpoint second = SignedNote.open(ledger.checkpoint(), key(platform));
    assertTrue(second.size() >= first.size() + 7);
    JsonNode answer =
        platform
            .anonymous()
            .get(
                "/api/v1/audit/consistency?first=%d&second=%d"
                    .formatted(first.size(), second.size()))
            .json();
    List<Hash> proof = new ArrayList<>();
    answer
        .path("proof")
        .forEach(hash -> proof.add(Hash.of(Base64.getDecoder().decode(hash.asString()))));
    assertTrue(
        MerkleProofs.consistent(first.size(), first.root(), second.size(), second.root(), proof));
    assertEquals(
        "size-invalid",
        platform.anonymous().get("/api/v1/audit/consistency?first=5&second=4").code());
  }

  @Test
  void longLedgerIsProvedWholeAndItsTreeEqualsTheAuditors(TestPlatform platform) {
    Ledger ledger = platform.bean(Ledger.class);
    platform
        .sql()
        .sql(
            "INSERT INTO audit.entry (at, actor, action, subject, detail)"
                + " SELECT now() + i * interval '1 microsecond', 'many', 'tried', 'no ' || i,"
                + " jsonb_build_object('z', i::text, 'a', chr(233) || '\"')"
                + " FROM generate_series(1, 30000) i")
        .update();
    while (ledger.seal() > 0) {
      // Until nothing waits.
    }
    Checkpoint checkpoint = SignedNote.open(ledger.checkpoint(), key(platform));
    assertTrue(checkpoint.size() >= 30_000);
    LedgerFolder.Result result = verify(platform, List.of(ledger.checkpoint()));
    assertTrue(result.proved() >= checkpoint.size());
    long entry =
        platform.sql().sql("SELECT max(id) - 15000 FROM audit.entry").query(Long.class).single();
    ledger.prove(entry).verify(key(platform));
  }

  @Test
  void entryOfATransactionThatEndsLateIsNotLost(TestPlatform platform) throws Exception {
    CountDownLatch written = new CountDownLatch(1);
    CountDownLatch goOn = new CountDownLatch(1);
    AuditService audit = platform.bean(AuditService.class);
    Thread slow =
        Thread.ofVirtual()
            .start(() ->
                platform
                    .bean(TransactionTemplate.class)
                    .executeWithoutResult(status -> {
                      audit.record("slow", "tried", "late", Map.of());
                      written.countDown();
                      await(goOn);
                    }));
    await(written);
    long after = write(platform, "after the slow one");
    Ledger ledger = platform.bean(Ledger.class);
    ledger.prove(after);
    goOn.countDown();
    slow.join();
    long late =
        platform
            .sql()
            .sql("SELECT max(id) FROM audit.entry WHERE subject = 'late'")
            .query(Long.class)
            .single();
    assertTrue(late < after);
    assertTrue(ledger.prove(late).index() > ledger.prove(after).index());
    verify(platform, List.of());
  }

  private static void await(CountDownLatch latch) {
    try {
      assertTrue(latch.await(30, TimeUnit.SECONDS));
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit.leaf SET entry = entry",
        "DELETE FROM audit.leaf",
        "DELETE FROM audit.checkpoint",
        "UPDATE audit.checkpoint SET note = ''",
        "UPDATE audit.pending SET entry = entry",
      })
  void runtimeRoleCannotRewriteTheTree(String statement, TestPlatform platform) {
    DataAccessException refused =
        assertThrows(DataAccessException.class, () -> platform.sql().sql(statement).update());
    String reason = String.valueOf(refused.getMostSpecificCause().getMessage());
    assertTrue(reason.contains("permission denied"), reason);
  }

  @Test
  void entryKeptFromBeingSealedIsFoundOut(TestPlatform platform) {
    Long hidden =
        platform
            .bean(TransactionTemplate.class)
            .execute(status -> {
              long entry = write(platform, "hidden");
              platform.sql().sql("DELETE FROM audit.pending WHERE entry = ?").param(entry).update();
              return entry;
            });
    DataException found = assertThrows(DataException.class, () -> verify(platform, List.of()));
    assertEquals("ledger-entry-passed-over", found.code());
    assertTrue(String.valueOf(found.getMessage()).contains("entry " + hidden), found.toString());
    platform.sql().sql("INSERT INTO audit.pending VALUES (?)").param(hidden).update();
    platform.bean(Ledger.class).seal();
    assertFalse(verify(platform, List.of()).root().isEmpty());
  }

  @Test
  void ownerOfTheDatabaseIsFoundOut(TestPlatform platform) throws Exception {
    long entry = write(platform, "what really happened");
    Ledger ledger = platform.bean(Ledger.class);
    ledger.prove(entry);
    verify(platform, List.of());
    try (MaintenanceDatabase database =
            MaintenanceDatabase.open(platform.bean(DataFolder.class).root(), null, sentence -> {});
        var connection = database.database().owner().connect();
        var statement = connection.createStatement()) {
      statement.execute("UPDATE audit.entry SET subject = 'nothing' WHERE id = " + entry);
      DataException found = assertThrows(DataException.class, () -> verify(platform, List.of()));
      assertEquals("ledger-entry-changed", found.code());
      assertTrue(
          String.valueOf(found.getMessage()).contains("entry " + entry + " "), found.getMessage());
      statement.execute(
          "UPDATE audit.entry SET subject = 'what really happened' WHERE id = " + entry);
    }
    assertFalse(verify(platform, List.of()).root().isEmpty());
  }
}
