package org.firebreak.epidemic.scan;

/**
 * How a scan is done.
 *
 * @param model what is expected without a cluster
 * @param longestSteps longest window, in steps back from the last
 * @param replicates random data sets for the p value, 999 as customary
 * @param seed of the random data sets
 * @param mostClusters clusters to report, at least 1
 * @param threads threads to use; the result does not depend on it
 */
public record ScanSettings(
    Model model, int longestSteps, int replicates, long seed, int mostClusters, int threads) {

  /** What is expected without a cluster. */
  public enum Model {
    /** Case times and places are independent (Kulldorff et al. 2005). */
    PERMUTATION,
    /** Cases are Poisson in proportion to given baselines (Kulldorff 1997, 2001). */
    POISSON
  }

  public ScanSettings {
    if (longestSteps < 1 || replicates < 1 || mostClusters < 1 || threads < 1) {
      throw new IllegalArgumentException(
          "Longest window, replicates, clusters and threads are at least 1, were %d, %d, %d, %d"
              .formatted(longestSteps, replicates, mostClusters, threads));
    }
  }
}
