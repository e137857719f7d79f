package org.firebreak.genome.fold.model;

import java.nio.charset.StandardCharsets;
import org.firebreak.base.error.DataException;

/**
 * A sequence as the energy model sees it: codes 0 = unknown, 1 = A, 2 = C, 3 = G, 4 = U.
 *
 * <p>An ambiguous IUPAC letter is unknown: it never pairs, and takes the model's value for an
 * unknown neighbour. Immutable; safe for several threads.
 */
public final class RnaSequence {

  /** Number of codes. */
  public static final int CODES = 5;

  private static final String AMBIGUOUS = "RYSWKMBDHVN";

  private final String letters;
  private final byte[] codes;

  private RnaSequence(String letters, byte[] codes) {
    this.letters = letters;
    this.codes = codes;
  }

  /**
   * A sequence from letters in either case, T or U.
   *
   * @throws DataException if it is empty or holds something else, a gap included
   */
  public static RnaSequence of(String letters) {
    return of(letters.getBytes(StandardCharsets.ISO_8859_1));
  }

  /** As {@link #of(String)}, from ASCII letters, which are copied. */
  public static RnaSequence of(byte[] ascii) {
    if (ascii.length == 0) {
      throw new DataException("sequence-empty", "The sequence is empty");
    }
    byte[] codes = new byte[ascii.length];
    byte[] shown = new byte[ascii.length];
    for (int i = 0; i < ascii.length; i++) {
      char letter = Character.toUpperCase((char) (ascii[i] & 0xff));
      char rna = letter == 'T' ? 'U' : letter;
      int code = "NACGU".indexOf(rna);
      if (code < 0 && AMBIGUOUS.indexOf(rna) < 0) {
        throw new DataException(
            "letter-wrong",
            "'%c' at position %d cannot be folded: expected IUPAC nucleotide letters, no gaps"
                .formatted(letter, i + 1));
      }
      codes[i] = (byte) Math.max(code, 0);
      shown[i] = (byte) rna;
    }
    return new RnaSequence(new String(shown, StandardCharsets.ISO_8859_1), codes);
  }

  public int length() {
    return codes.length;
  }

  /** Code of the base at {@code position}, 0 = first. */
  public int code(int position) {
    return codes[position];
  }

  /** Code of the base at {@code position}, 0 where that is outside the sequence. */
  public int codeOrUnknown(int position) {
    return position >= 0 && position < codes.length ? codes[position] : 0;
  }

  /** Upper-case letters of RNA. */
  public String letters() {
    return letters;
  }
}
