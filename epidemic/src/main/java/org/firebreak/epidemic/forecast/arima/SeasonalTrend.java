package org.firebreak.epidemic.forecast.arima;

/**
 * Seasonal-trend decomposition by local regression (R. B. Cleveland, W. S. Cleveland, J. E. McRae
 * and I. Terpenning, Journal of Official Statistics 6, 1990), two inner passes, not robust,
 * seasonal window 11: to tell how strong a season is.
 */
final class SeasonalTrend {

  private static final int SEASONAL_WINDOW = 11;
  private static final int PASSES = 2;

  private SeasonalTrend() {}

  /** Share of the detrended variance that the season explains, 0 to 1. */
  static double strength(double[] y, int period) {
    int n = y.length;
    double[] trend = new double[n];
    double[] season = new double[n];
    int trendWindow = odd((int) Math.ceil(1.5 * period / (1 - 1.5 / SEASONAL_WINDOW)));
    for (int pass = 0; pass < PASSES; pass++) {
      double[] cycle = cycles(minus(y, trend), period);
      double[] low = Loess.smooth(lowPass(cycle, period), odd(period), 1);
      for (int t = 0; t < n; t++) {
        season[t] = cycle[t + period] - low[t];
      }
      trend = Loess.smooth(minus(y, season), trendWindow, 1);
    }
    double[] remainder = minus(minus(y, trend), season);
    double[] detrended = minus(y, trend);
    double all = variance(detrended);
    return all > 0 ? Math.max(0, Math.min(1, 1 - variance(remainder) / all)) : 0;
  }

  private static int odd(int value) {
    return value % 2 == 0 ? value + 1 : value;
  }

  /** Each phase smoothed by itself and continued by one period at both ends. */
  private static double[] cycles(double[] detrended, int period) {
    int n = detrended.length;
    double[] cycle = new double[n + 2 * period];
    for (int phase = 0; phase < period; phase++) {
      int count = (n - phase + period - 1) / period;
      double[] sub = new double[count];
      for (int i = 0; i < count; i++) {
        sub[i] = detrended[phase + i * period];
      }
      for (int i = -1; i <= count; i++) {
        cycle[phase + (i + 1) * period] = Loess.at(sub, i, SEASONAL_WINDOW, 0);
      }
    }
    return cycle;
  }

  private static double[] lowPass(double[] cycle, int period) {
    return average(average(average(cycle, period), period), 3);
  }

  private static double[] average(double[] values, int width) {
    double[] result = new double[values.length - width + 1];
    double sum = 0;
    for (int t = 0; t < values.length; t++) {
      sum += values[t];
      if (t >= width - 1) {
        result[t - width + 1] = sum / width;
        sum -= values[t - width + 1];
      }
    }
    return result;
  }

  private static double[] minus(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int t = 0; t < a.length; t++) {
      result[t] = a[t] - b[t];
    }
    return result;
  }

  private static double variance(double[] values) {
    double mean = java.util.Arrays.stream(values).average().orElse(0);
    return java.util.Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
  }
}
