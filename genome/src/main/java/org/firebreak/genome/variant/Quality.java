package org.firebreak.genome.variant;

import java.util.Set;

/**
 * Nextclade's quality rules and their aggregate, the sum of squared scores over 100: below 30 good,
 * below 100 mediocre, else bad. An absent rule (NaN) does not count.
 *
 * @param missing score of unknown letters
 * @param mixed score of ambiguous letters
 * @param privateMutations score of mutations that no relative in the tree has; NaN without a tree
 * @param clusters score of mutations in clusters
 * @param frameShifts score of frame shifts
 * @param stops score of premature stop codons
 */
public record Quality(
    double missing,
    double mixed,
    double privateMutations,
    double clusters,
    double frameShifts,
    double stops) {

  /** The aggregate. */
  public double overall() {
    return (square(missing)
            + square(mixed)
            + square(privateMutations)
            + square(clusters)
            + square(frameShifts)
            + square(stops))
        / 100;
  }

  /**
   * The same with the rule on private mutations.
   *
   * @param count substitutions that no relative in a tree has
   */
  public Quality withPrivateMutations(int count, Rules rules) {
    double excess = Math.max(0, count - rules.privateTypical());
    double score = excess * 100 / rules.privateCutoff();
    return new Quality(missing, mixed, score, clusters, frameShifts, stops);
  }

  private static double square(double score) {
    return Double.isNaN(score) ? 0 : score * score;
  }

  /** The word for a score. */
  public static String status(double score) {
    if (Double.isNaN(score)) {
      return "";
    }
    return score < 30 ? "good" : score < 100 ? "mediocre" : "bad";
  }

  /**
   * The rules' numbers.
   *
   * @param missingBias letters that may be unknown without a penalty
   * @param missingThreshold letters above the bias that make the score 100
   * @param mixedThreshold ambiguous letters that make the score 100
   * @param privateTypical private mutations that are expected
   * @param privateCutoff excess that makes the score 100
   * @param windowSize window of a cluster, in letters
   * @param clusterCutoff mutations in a window that are no cluster yet
   * @param clusterWeight score of one cluster
   * @param frameShiftWeight score of a frame shift
   * @param stopWeight score of a premature stop
   * @param ignoredFrameShifts as printed, {@code ORF3a:257-276}
   * @param ignoredStops as printed without letters, {@code ORF8:27}
   */
  public record Rules(
      double missingBias,
      double missingThreshold,
      double mixedThreshold,
      double privateTypical,
      double privateCutoff,
      int windowSize,
      int clusterCutoff,
      double clusterWeight,
      double frameShiftWeight,
      double stopWeight,
      Set<String> ignoredFrameShifts,
      Set<String> ignoredStops) {

    /** Nextclade's numbers for SARS-CoV-2, without its long lists of ignored frame shifts. */
    public static final Rules DEFAULT =
        new Rules(300, 2700, 10, 8, 24, 100, 6, 50, 75, 75, Set.of(), Set.of("ORF8:27", "ORF8:68"));

    public Rules {
      ignoredFrameShifts = Set.copyOf(ignoredFrameShifts);
      ignoredStops = Set.copyOf(ignoredStops);
    }
  }
}
