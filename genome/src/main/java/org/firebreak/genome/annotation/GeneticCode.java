package org.firebreak.genome.annotation;

import java.util.Arrays;

/**
 * The standard genetic code (NCBI translation table 1) and complements of IUPAC letters.
 *
 * <p>A codon with an ambiguous letter gives X, three gaps give {@code -}, one or two gaps give X.
 */
public final class GeneticCode {

  private static final String CODE =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";
  private static final byte[] INDEX = indexTable();
  private static final byte[] COMPLEMENT = complementTable();

  private GeneticCode() {}

  /** The amino acid of three letters, upper-case DNA. */
  public static byte translate(byte first, byte second, byte third) {
    int a = INDEX[first & 0x7f];
    int b = INDEX[second & 0x7f];
    int c = INDEX[third & 0x7f];
    if ((a | b | c) >= 0) {
      return (byte) CODE.charAt(16 * a + 4 * b + c);
    }
    return (byte) (first == '-' && second == '-' && third == '-' ? '-' : 'X');
  }

  /** Complement of an upper-case IUPAC letter; other letters stay. */
  public static byte complement(byte letter) {
    return COMPLEMENT[letter & 0x7f];
  }

  /** The reverse complement as a new array. */
  public static byte[] reverseComplement(byte[] bases) {
    byte[] reversed = new byte[bases.length];
    for (int i = 0; i < bases.length; i++) {
      reversed[bases.length - 1 - i] = complement(bases[i]);
    }
    return reversed;
  }

  private static byte[] indexTable() {
    byte[] table = new byte[128];
    Arrays.fill(table, (byte) -1);
    table['T'] = 0;
    table['C'] = 1;
    table['A'] = 2;
    table['G'] = 3;
    return table;
  }

  private static byte[] complementTable() {
    byte[] table = new byte[128];
    for (int i = 0; i < table.length; i++) {
      table[i] = (byte) i;
    }
    String from = "ACGTRYKMBDHV";
    String to = "TGCAYRMKVHDB";
    for (int i = 0; i < from.length(); i++) {
      table[from.charAt(i)] = (byte) to.charAt(i);
    }
    return table;
  }
}
