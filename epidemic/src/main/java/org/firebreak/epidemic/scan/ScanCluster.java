package org.firebreak.epidemic.scan;

/**
 * A cluster: places with more cases in the last steps than expected.
 *
 * @param places indices, rising
 * @param steps length of the window, which ends with the last step
 * @param observed cases in it
 * @param expected cases expected in it
 * @param score log-likelihood ratio
 * @param pValue share of random data sets, and this one, whose best score is at least as high
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record ScanCluster(
    int[] places, int steps, int observed, double expected, double score, double pValue) {

  /** Observed over expected. */
  public double relativeRisk() {
    return observed / expected;
  }

  /**
   * Steps in which one such signal is expected by chance when a scan is made each step (Kulldorff
   * et al. 2005); at most replicates + 1.
   */
  public double recurrenceSteps() {
    return 1 / pValue;
  }
}
