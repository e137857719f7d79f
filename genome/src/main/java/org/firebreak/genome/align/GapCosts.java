package org.firebreak.genome.align;

import java.util.Arrays;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;

/**
 * What it costs to open a gap before each reference position: least outside genes, more at a codon
 * border, most inside a codon, so that of otherwise equal gaps the one that keeps codons whole wins
 * (as in Nextclade).
 */
final class GapCosts {

  static final int MATCH = 3;
  static final int MISMATCH = -2;
  static final int EXTEND = 1;
  private static final int OPEN_BETWEEN_GENES = 6;
  private static final int OPEN_AT_CODON = 7;
  private static final int OPEN_IN_CODON = 8;

  private GapCosts() {}

  /** Cost by reference position, length + 1 entries. */
  static int[] of(Reference reference) {
    int[] open = new int[reference.length() + 1];
    Arrays.fill(open, OPEN_BETWEEN_GENES);
    for (CodingRegion region : reference.regions()) {
      for (int i = 0; i < region.length(); i++) {
        boolean border = region.reverse() ? i % 3 == 2 : i % 3 == 0;
        int cost = border ? OPEN_AT_CODON : OPEN_IN_CODON;
        int position = region.position(i);
        open[position] = Math.max(open[position], cost);
      }
    }
    return open;
  }
}
