package org.firebreak.privacy.ledger;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.junit.jupiter.api.Test;

class SignedNoteTest {

  private static final String NAME = "audit.example.org";

  private final LedgerKey.Signer signer = LedgerKey.generate(NAME, new SecureRandom());
  private final Checkpoint checkpoint =
      new Checkpoint(NAME, 7, Hash.leaf(new byte[] {1}), List.of("2020-02-12T08:00:00Z"));

  private static String codeOf(Runnable action) {
    return assertThrows(DataException.class, action::run).code();
  }

  @Test
  void opensTheNoteThatTheGoModuleOfSignedNotesPublishesAsItsExample() {
    LedgerKey.Verifier verifier =
        LedgerKey.verifier("PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW");
    String note =
        """
        If you think cryptography is the answer to your problem,
        then you don't know what your problem is.

        \u2014 PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=
        """;
    // The signature is good; the text of that example is no checkpoint.
    assertEquals("checkpoint-malformed", codeOf(() -> SignedNote.open(note, verifier)));
    String changed = note.replace("the answer", "an answer");
    assertEquals("checkpoint-forged", codeOf(() -> SignedNote.open(changed, verifier)));
  }

  @Test
  void roundTripsThroughText() {
    LedgerKey.Verifier verifier = LedgerKey.verifier(signer.verifier().text());
    assertEquals(checkpoint, SignedNote.open(SignedNote.sign(checkpoint, signer), verifier));
    LedgerKey.Signer again = LedgerKey.fromSecret(NAME, signer.secret());
    assertEquals(checkpoint, SignedNote.open(SignedNote.sign(checkpoint, again), verifier));
  }

  @Test
  void everyChangedCharacterIsNoticed() {
    String note = SignedNote.sign(checkpoint, signer);
    Random random = new Random(3);
    for (int i = 0; i < note.length(); i++) {
      char changed = (char) ('!' + random.nextInt(90));
      if (changed == note.charAt(i)) {
        continue;
      }
      String forged = note.substring(0, i) + changed + note.substring(i + 1);
      assertThrows(DataException.class, () -> SignedNote.open(forged, signer.verifier()), forged);
    }
  }

  @Test
  void anotherKeyOfTheSameNameIsNotTaken() {
    LedgerKey.Verifier other = LedgerKey.generate(NAME, new SecureRandom()).verifier();
    String note = SignedNote.sign(checkpoint, signer);
    assertEquals("checkpoint-unsigned", codeOf(() -> SignedNote.open(note, other)));
  }

  @Test
  void witnessesMaySignBesideTheLedger() {
    String note = SignedNote.sign(checkpoint, signer);
    LedgerKey.Signer witness = LedgerKey.generate("witness.example", new SecureRandom());
    String second = SignedNote.sign(checkpoint, witness);
    String both = note + second.substring(second.lastIndexOf("\n\n") + 2);
    assertEquals(checkpoint, SignedNote.open(both, signer.verifier()));
    assertEquals(checkpoint, SignedNote.open(both, witness.verifier()));
  }

  @Test
  void proofOfAnEntryIsCheckedWithoutTheLedger() {
    String entry = "somebody looked";
    Hash other = Hash.leaf(new byte[] {2});
    Hash root = Hash.node(other, Hash.leaf(entry));
    String note = SignedNote.sign(new Checkpoint(NAME, 2, root, List.of()), signer);
    String text = new EntryProof(entry, 1, List.of(other), note).text();
    assertEquals(2, EntryProof.parse(text).verify(signer.verifier()).size());
    String elsewhere = text.replace("index 1", "index 0");
    assertEquals(
        "proof-wrong", codeOf(() -> EntryProof.parse(elsewhere).verify(signer.verifier())));
    assertEquals("proof-malformed", codeOf(() -> EntryProof.parse("x" + text)));
  }

  @Test
  void damagedKeysAreRefused() {
    String text = signer.verifier().text();
    assertEquals("ledger-key-malformed", codeOf(() -> LedgerKey.verifier(text + "AAAA")));
    assertEquals("ledger-key-malformed", codeOf(() -> LedgerKey.verifier("x" + text)));
    assertEquals("ledger-key-malformed", codeOf(() -> LedgerKey.verifier("nothing")));
    assertEquals("ledger-key-malformed", codeOf(() -> LedgerKey.fromSecret(NAME, "a:b")));
  }
}
