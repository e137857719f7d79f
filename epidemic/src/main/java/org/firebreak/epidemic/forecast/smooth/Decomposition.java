package org.firebreak.epidemic.forecast.smooth;

/**
 * Classical decomposition by centred moving averages (Kendall and Stuart, The Advanced Theory of
 * Statistics, vol. 3, 1983; R's {@code decompose}).
 *
 * @param trend moving average; NaN for half a season at both ends
 * @param figure the season of one period, adding to zero (additive) or with mean one
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record Decomposition(double[] trend, double[] figure) {

  /**
   * Decomposes a series of at least two whole seasons.
   *
   * @param season observations per period, at least 2
   */
  public static Decomposition of(double[] values, int season, SeasonalKind kind) {
    if (season < 2 || values.length < 2 * season) {
      throw new IllegalArgumentException(
          "Needs a season >= 2 and two whole seasons, had season %d and %d values"
              .formatted(season, values.length));
    }
    double[] trend = movingAverage(values, season);
    double[] sums = new double[season];
    int[] counts = new int[season];
    for (int t = 0; t < values.length; t++) {
      if (!Double.isNaN(trend[t])) {
        sums[t % season] +=
            kind == SeasonalKind.ADDITIVE ? values[t] - trend[t] : values[t] / trend[t];
        counts[t % season]++;
      }
    }
    double[] figure = new double[season];
    double mean = 0;
    for (int s = 0; s < season; s++) {
      figure[s] = sums[s] / counts[s];
      mean += figure[s] / season;
    }
    for (int s = 0; s < season; s++) {
      figure[s] = kind == SeasonalKind.ADDITIVE ? figure[s] - mean : figure[s] / mean;
    }
    return new Decomposition(trend, figure);
  }

  private static double[] movingAverage(double[] values, int season) {
    int half = season / 2;
    boolean even = season % 2 == 0;
    double[] trend = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      if (t < half || t >= values.length - half) {
        trend[t] = Double.NaN;
        continue;
      }
      double sum = 0;
      for (int k = -half; k <= half; k++) {
        double weight = even && Math.abs(k) == half ? 0.5 : 1;
        sum += weight * values[t + k];
      }
      trend[t] = sum / season;
    }
    return trend;
  }
}
