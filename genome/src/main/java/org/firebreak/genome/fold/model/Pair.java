package org.firebreak.genome.fold.model;

/** The six pairs of the model, in the order of its tables: CG, GC, GU, UG, AU, UA. */
public final class Pair {

  /** Number of pairs. */
  public static final int KINDS = 6;

  /** Not a pair; also the row of the tables that stands for an unknown pair. */
  public static final int NONE = 6;

  private static final String[] NAMES = {"CG", "GC", "GU", "UG", "AU", "UA"};
  private static final byte[] KIND_OF_CODES = kinds();

  private Pair() {}

  /** Kind of the pair of two base codes, 5' first, or {@link #NONE}. */
  public static int kind(int left, int right) {
    return KIND_OF_CODES[left * RnaSequence.CODES + right];
  }

  /** Whether two base codes can pair. */
  public static boolean canPair(int left, int right) {
    return kind(left, right) != NONE;
  }

  /** Whether the pair pays for a terminal A-U or G-U. */
  public static boolean isWeakEnd(int kind) {
    return kind >= 2;
  }

  /** Two letters, 5' base first. */
  public static String name(int kind) {
    return NAMES[kind];
  }

  private static byte[] kinds() {
    byte[] table = new byte[RnaSequence.CODES * RnaSequence.CODES];
    java.util.Arrays.fill(table, (byte) NONE);
    for (int kind = 0; kind < KINDS; kind++) {
      int left = "NACGU".indexOf(NAMES[kind].charAt(0));
      int right = "NACGU".indexOf(NAMES[kind].charAt(1));
      table[left * RnaSequence.CODES + right] = (byte) kind;
    }
    return table;
  }
}
