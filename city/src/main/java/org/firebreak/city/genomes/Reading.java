package org.firebreak.city.genomes;

import java.util.Arrays;
import java.util.List;
import org.firebreak.city.random.Draws;

/**
 * What a sequencer makes of a genome: the ends are missing, some amplicons fail and become N, few
 * letters stay ambiguous.
 */
final class Reading {

  private static final int END_MOST = 60;
  private static final int AMPLICON = 400;
  private static final double GOOD_SHARE = 0.84;
  private static final double POOR_SHARE = 0.04;
  private static final double GOOD_DROPS = 0.4;
  private static final double FAIR_DROPS = 4;
  private static final double POOR_DROPS = 16;
  private static final double MIXED_MEAN = 0.15;

  private Reading() {}

  /** The letters that are reported of a genome. */
  static byte[] of(Virus virus, List<Evolution.Change> differences, Draws draws) {
    byte[] row = virus.copy();
    differences.forEach(change -> row[change.position()] = (byte) change.to());
    double kind = draws.unit();
    double drops = kind < GOOD_SHARE ? GOOD_DROPS : kind < 1 - POOR_SHARE ? FAIR_DROPS : POOR_DROPS;
    int amplicons = row.length / AMPLICON;
    for (int i = draws.poisson(drops); i > 0; i--) {
      int start = AMPLICON * draws.below(amplicons);
      Arrays.fill(row, start, Math.min(row.length, start + AMPLICON), (byte) 'N');
    }
    for (int i = draws.poisson(MIXED_MEAN); i > 0; i--) {
      int at = draws.below(row.length);
      row[at] =
          row[at] == 'C' || row[at] == 'T' ? (byte) 'Y' : row[at] == 'N' ? row[at] : (byte) 'R';
    }
    return Arrays.copyOfRange(row, draws.below(END_MOST), row.length - draws.below(END_MOST));
  }
}
