package org.firebreak.epidemic.forecast.arima;

import java.util.Arrays;

/** How often a series is differenced before it is modelled. */
final class UnitRoots {

  /** Five per cent point of the statistic around a level (Kwiatkowski et al. 1992, table 1). */
  private static final double KPSS_CRITICAL = 0.463;

  private static final double SEASONAL_STRENGTH = 0.64;
  private static final int DIFFERENCES_MAX = 2;

  private UnitRoots() {}

  /**
   * Number of plain differences: as long as the test of Kwiatkowski, Phillips, Schmidt and Shin
   * (Journal of Econometrics 54, 1992) rejects a constant level, at most two.
   */
  static int differences(double[] values) {
    double[] x = values;
    int d = 0;
    while (d < DIFFERENCES_MAX && x.length > 3 && kpss(x) > KPSS_CRITICAL) {
      d++;
      x = Polynomials.lagged(x, 1);
      if (constant(x)) {
        break;
      }
    }
    return d;
  }

  /** 1 if the season is strong (Wang, Smith and Hyndman, 2006), else 0. */
  static int seasonalDifferences(double[] values, int period) {
    if (period < 2 || values.length <= 2 * period || constant(values)) {
      return 0;
    }
    return SeasonalTrend.strength(values, period) > SEASONAL_STRENGTH ? 1 : 0;
  }

  static boolean constant(double[] values) {
    return Arrays.stream(values).allMatch(v -> v == values[0]);
  }

  private static double kpss(double[] x) {
    int n = x.length;
    double mean = Arrays.stream(x).average().orElse(0);
    int lags = (int) (3 * Math.sqrt(n) / 13);
    double variance = 0;
    double sums = 0;
    double sum = 0;
    for (int t = 0; t < n; t++) {
      double e = x[t] - mean;
      sum += e;
      sums += sum * sum;
      variance += e * e;
    }
    for (int lag = 1; lag <= lags; lag++) {
      double product = 0;
      for (int t = lag; t < n; t++) {
        product += (x[t] - mean) * (x[t - lag] - mean);
      }
      variance += 2 * product * (1 - lag / (lags + 1.0));
    }
    return sums / n / variance;
  }
}
