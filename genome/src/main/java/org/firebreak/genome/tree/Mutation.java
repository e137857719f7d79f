package org.firebreak.genome.tree;

/**
 * A mutation on a branch in one int: position in bits 4 and above, base before in bits 2-3, base
 * after in bits 0-1; bases A 0, C 1, G 2, T 3, positions 0-based.
 */
public final class Mutation {

  /** Longest genome that fits. */
  public static final int LONGEST_GENOME = 1 << 26;

  private static final String BASES = "ACGT";

  private Mutation() {}

  public static int of(int position, int from, int to) {
    return position << 4 | from << 2 | to;
  }

  public static int position(int mutation) {
    return mutation >>> 4;
  }

  public static int from(int mutation) {
    return mutation >>> 2 & 3;
  }

  public static int to(int mutation) {
    return mutation & 3;
  }

  /** {@code C241T}, 1-based. */
  public static String text(int mutation) {
    return ""
        + BASES.charAt(from(mutation))
        + (position(mutation) + 1)
        + BASES.charAt(to(mutation));
  }

  /** Letter of a base index. */
  public static char letter(int base) {
    return BASES.charAt(base);
  }
}
