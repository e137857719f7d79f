package org.firebreak.genome.align;

/** IUPAC letters as sets of bases: bit 0 A, 1 C, 2 G, 3 T; a gap is every base. */
public final class Letters {

  public static final int ANY = 15;

  private static final byte[] SETS = setTable();
  private static final String BY_SET = "-ACMGRSVTWYHKDBN";

  private Letters() {}

  /** The set of bases that an upper-case letter stands for; 0 for no nucleotide letter. */
  public static int set(byte letter) {
    return SETS[letter & 0x7f];
  }

  /** The IUPAC letter of a set. */
  public static char letter(int set) {
    return BY_SET.charAt(set);
  }

  /** Index 0 to 3 of A, C, G, T; -1 for any other letter. */
  public static int base(byte letter) {
    int set = SETS[letter & 0x7f];
    return Integer.bitCount(set) == 1 ? Integer.numberOfTrailingZeros(set) : -1;
  }

  /** Whether two letters may stand for the same base. */
  static boolean compatible(byte a, byte b) {
    return (SETS[a & 0x7f] & SETS[b & 0x7f]) != 0;
  }

  private static byte[] setTable() {
    byte[] table = new byte[128];
    for (int set = 1; set <= ANY; set++) {
      table["-ACMGRSVTWYHKDBN".charAt(set)] = (byte) set;
    }
    table['U'] = table['T'];
    table['-'] = ANY;
    return table;
  }
}
