package org.firebreak.city.genomes;

/** The standard genetic code, as far as it takes to tell silent changes from others. */
final class Codons {

  private static final String ORDER = "TCAG";
  private static final String ACIDS =
      "FFLLSSSSYY**CC*WLLLLPPPPHHQQRRRRIIIMTTTTNNKKSSRRVVVVAAAADDEEGGGG";

  private Codons() {}

  static boolean isSilent(String before, String after) {
    return acid(before) == acid(after);
  }

  /** The amino acid of a codon, '*' for a stop. */
  static char acid(String codon) {
    return ACIDS.charAt(
        16 * ORDER.indexOf(codon.charAt(0))
            + 4 * ORDER.indexOf(codon.charAt(1))
            + ORDER.indexOf(codon.charAt(2)));
  }
}
