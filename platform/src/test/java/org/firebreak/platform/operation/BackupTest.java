package org.firebreak.platform.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.TestAccounts;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.audit.LedgerFolder;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.DatabaseLogin;
import org.firebreak.platform.lifecycle.MaintenanceDatabase;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.people.PersonalField;
import org.firebreak.platform.people.PersonalKind;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

@PlatformTest
class BackupTest {

  @TempDir Path folder;

  /** The running platform is backed up from outside, as the command does it. */
  private static Path backUp(TestPlatform platform, Path file) {
    Path data = platform.bean(DataFolder.class).root();
    try (MaintenanceDatabase open = MaintenanceDatabase.open(data, null, sentence -> {})) {
      new Backup(open.database(), open.folder(), Clock.systemUTC()).write(file, sentence -> {});
    }
    return file;
  }

  @Test
  void everyRowComesBackAndTheNextVersionGoesOn(TestPlatform platform) throws IOException {
    TestAccounts.create(
        platform.running().context(), "kept", "a rather long password", List.of("viewer"), "CN");
    PersonToken token = PersonToken.create();
    PersonalField name = new PersonalField("name", PersonalKind.NAME, "Zo\\ë\t\"测试\"\nend");
    PersonVault vault = platform.bean(PersonVault.class);
    vault.put(Map.of(token, List.of(name)));
    AuditService audit = platform.bean(AuditService.class);
    audit.record("backup-test", "tried", "it", Map.of());

    String checkpoint = platform.anonymous().get("/api/v1/audit/checkpoint").text();
    Path file = backUp(platform, folder.resolve("firebreak.backup"));
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    Path target = TestPlatform.temporaryFolder("restored");
    try (MaintenanceDatabase empty = MaintenanceDatabase.openAlone(target, sentence -> {})) {
      new Restore(empty.database(), empty.folder()).read(file, sentence -> {});
      JdbcClient restored = sql(empty.database().runtime());
      JdbcClient original = sql(platform.running().database().owner());
      for (String table :
          List.of("access.account", "access.account_role", "people.person", "jobs.job")) {
        String count = "SELECT count(*) FROM " + table;
        assertEquals(
            original.sql(count).query(Long.class).single(),
            restored.sql(count).query(Long.class).single(),
            table);
      }
      String digest = "SELECT md5(string_agg(p::text, '' ORDER BY token)) FROM people.person p";
      assertEquals(
          original.sql(digest).query(String.class).single(),
          restored.sql(digest).query(String.class).single());
      // The audit ledger comes back with its signing key and is still what was signed.
      try (LedgerFolder ledger = LedgerFolder.open(empty, null)) {
        ledger.verify(List.of(checkpoint));
      }
      // Sequences go on where they were, and the runtime role has its rights again.
      restored
          .sql(
              "INSERT INTO audit.entry (at, actor, action, subject, detail)"
                  + " VALUES (now(), 'after', 'tried', 'it', '{}')")
          .update();
      assertThrows(
          UserException.class,
          () -> new Restore(empty.database(), empty.folder()).read(file, sentence -> {}));
    }
    TestPlatform.delete(target);
  }

  private static JdbcClient sql(DatabaseLogin login) {
    return JdbcClient.create(
        new DriverManagerDataSource(login.url(), login.user(), login.password()));
  }

  @Test
  void damagedFileIsRefusedBeforeAnythingChanges(TestPlatform platform) throws IOException {
    Path file = backUp(platform, folder.resolve("whole.backup"));
    byte[] bytes = Files.readAllBytes(file);
    Path target = TestPlatform.temporaryFolder("damaged");
    try (MaintenanceDatabase empty = MaintenanceDatabase.openAlone(target, sentence -> {})) {
      Restore restore = new Restore(empty.database(), empty.folder());
      byte[] flipped = bytes.clone();
      flipped[flipped.length / 3] ^= 0x20;
      Path damaged = Files.write(folder.resolve("flipped.backup"), flipped);
      assertThrows(DataException.class, () -> restore.read(damaged, sentence -> {}));
      Path cut =
          Files.write(
              folder.resolve("cut.backup"), java.util.Arrays.copyOf(bytes, bytes.length / 2));
      assertThrows(DataException.class, () -> restore.read(cut, sentence -> {}));
      Path other = Files.writeString(folder.resolve("other.backup"), "not a backup");
      assertThrows(DataException.class, () -> restore.read(other, sentence -> {}));
      assertTrue(empty.database().version().isEmpty(), "nothing was changed");
    }
    assertThrows(UserException.class, () -> backUp(platform, file));
    TestPlatform.delete(target);
  }
}
