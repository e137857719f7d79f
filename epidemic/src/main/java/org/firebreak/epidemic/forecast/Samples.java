package org.firebreak.epidemic.forecast;

import java.util.Arrays;

/** Quantiles and moments of samples. */
public final class Samples {

  private Samples() {}

  /**
   * Quantiles by linear interpolation between order statistics (type 7 of Hyndman and Fan, The
   * American Statistician 50, 1996).
   *
   * @param sorted at least one value, rising
   */
  public static double quantile(double[] sorted, double level) {
    double position = level * (sorted.length - 1);
    int below = (int) position;
    if (below >= sorted.length - 1) {
      return sorted[sorted.length - 1];
    }
    double share = position - below;
    return sorted[below] + share * (sorted[below + 1] - sorted[below]);
  }

  /** Mean of the last {@code count} values. */
  public static double lastMean(double[] values, int count) {
    return Arrays.stream(values, values.length - count, values.length).average().orElse(Double.NaN);
  }

  /** Root of the mean of squares; 0 for none. */
  public static double rootMeanSquare(double[] values) {
    return Math.sqrt(Arrays.stream(values).map(v -> v * v).average().orElse(0));
  }
}
