package org.firebreak.privacy.ledger;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import org.firebreak.base.error.DataException;

/**
 * A signed checkpoint in the text of {@code c2sp.org/signed-note}: the checkpoint, an empty line,
 * and a line for each signature, so that witnesses may sign beside the ledger.
 */
public final class SignedNote {

  private static final String SIGNATURE = "\u2014 ";
  private static final String GAP = "\n\n";
  private static final int KEY_HASH_BYTES = 4;

  private SignedNote() {}

  /** Signs a checkpoint. */
  public static String sign(Checkpoint checkpoint, LedgerKey.Signer signer) {
    String text = checkpoint.text();
    byte[] signature = signer.sign(text.getBytes(StandardCharsets.UTF_8));
    byte[] keyed = Arrays.copyOf(signer.verifier().hash(), KEY_HASH_BYTES + signature.length);
    System.arraycopy(signature, 0, keyed, KEY_HASH_BYTES, signature.length);
    return text
        + "\n"
        + SIGNATURE
        + signer.verifier().name()
        + " "
        + Base64.getEncoder().encodeToString(keyed)
        + "\n";
  }

  /**
   * Opens a note whose signature by the given key is good; signatures of others are passed over.
   *
   * @throws DataException {@code checkpoint-malformed}, {@code checkpoint-unsigned} when no
   *     signature is by that key, {@code checkpoint-forged} when one claims to be and is not good
   */
  public static Checkpoint open(String note, LedgerKey.Verifier verifier) {
    int gap = note.lastIndexOf(GAP);
    if (gap < 0) {
      throw Checkpoint.malformed("the empty line before the signatures is missing", null);
    }
    String text = note.substring(0, gap + 1);
    boolean signed = false;
    for (String line : note.substring(gap + GAP.length()).lines().toList()) {
      signed |= isGood(line, text, verifier);
    }
    if (!signed) {
      throw new DataException(
          "checkpoint-unsigned", "The checkpoint carries no signature of " + verifier.name());
    }
    return Checkpoint.parse(text);
  }

  private static boolean isGood(String line, String text, LedgerKey.Verifier verifier) {
    String prefix = SIGNATURE + verifier.name() + " ";
    if (!line.startsWith(SIGNATURE)) {
      throw Checkpoint.malformed("'" + line + "' is no signature", null);
    }
    if (!line.startsWith(prefix)) {
      return false;
    }
    byte[] keyed;
    try {
      keyed = Base64.getDecoder().decode(line.substring(prefix.length()));
    } catch (IllegalArgumentException e) {
      throw Checkpoint.malformed("a signature is not Base64", e);
    }
    if (keyed.length <= KEY_HASH_BYTES
        || !Arrays.equals(keyed, 0, KEY_HASH_BYTES, verifier.hash(), 0, KEY_HASH_BYTES)) {
      return false;
    }
    byte[] signature = Arrays.copyOfRange(keyed, KEY_HASH_BYTES, keyed.length);
    if (!verifier.verifies(text.getBytes(StandardCharsets.UTF_8), signature)) {
      throw new DataException(
          "checkpoint-forged", "The signature of " + verifier.name() + " is not good");
    }
    return true;
  }
}
