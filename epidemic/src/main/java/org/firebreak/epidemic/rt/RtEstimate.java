package org.firebreak.epidemic.rt;

/**
 * Reproduction numbers per window: mean, standard deviation, seven quantiles and the probability of
 * more than 1. A window that cannot be estimated holds NaN.
 *
 * @param windows the windows
 * @param mean per window
 * @param sd per window
 * @param quantiles per window and {@link #levels}, window-major
 * @param aboveOne probability of a reproduction number above 1, per window
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record RtEstimate(
    Windows windows, double[] mean, double[] sd, double[] quantiles, double[] aboveOne) {

  private static final double[] LEVELS = {0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975};

  /** Number of quantiles per window. */
  public static final int QUANTILES = LEVELS.length;

  /** An estimate of a number of windows, to be filled. */
  static RtEstimate empty(Windows windows) {
    int n = windows.count();
    double[] mean = filled(n);
    return new RtEstimate(windows, mean, filled(n), filled(n * QUANTILES), filled(n));
  }

  private static double[] filled(int length) {
    double[] values = new double[length];
    java.util.Arrays.fill(values, Double.NaN);
    return values;
  }

  /** The probabilities of the quantiles: 0.025, 0.05, 0.25, 0.5, 0.75, 0.95, 0.975; a copy. */
  public static double[] levels() {
    return LEVELS.clone();
  }

  static double level(int index) {
    return LEVELS[index];
  }

  /** A quantile of a window; index as in {@link #levels}. */
  public double quantile(int window, int index) {
    return quantiles[window * QUANTILES + index];
  }
}
