package org.firebreak.epidemic.forecast.smooth;

import java.util.Arrays;

/**
 * The recursions of Holt and Winters over one series, from fixed start values: the inner loop of
 * the search for parameters. Reuses its arrays; one object per thread.
 */
final class HoltWintersFilter {

  private final double[] values;
  private final int start;
  private final double startLevel;
  private final double startTrend;
  private final double[] startSeason;
  private final boolean multiplicative;
  private final double[] season;
  private double level;
  private double trend;

  private HoltWintersFilter(
      double[] values,
      int start,
      double startLevel,
      double startTrend,
      double[] startSeason,
      boolean multiplicative) {
    this.values = values;
    this.start = start;
    this.startLevel = startLevel;
    this.startTrend = startTrend;
    this.startSeason = startSeason;
    this.multiplicative = multiplicative;
    this.season = new double[startSeason.length];
  }

  /** Level only: starts at the first value. */
  static HoltWintersFilter simple(double[] values) {
    return new HoltWintersFilter(values, 1, values[0], 0, new double[0], false);
  }

  /** Level and trend: starts at the second value with the first difference. */
  static HoltWintersFilter holt(double[] values) {
    return new HoltWintersFilter(values, 2, values[1], values[1] - values[0], new double[0], false);
  }

  /** With season: starts from a decomposition of the first two periods. */
  static HoltWintersFilter seasonal(
      double[] values, int season, SeasonalKind kind, boolean withTrend) {
    Decomposition first = Decomposition.of(Arrays.copyOf(values, 2 * season), season, kind);
    double[] line = line(first.trend());
    return new HoltWintersFilter(
        values,
        season,
        line[0],
        withTrend ? line[1] : 0,
        first.figure(),
        kind == SeasonalKind.MULTIPLICATIVE);
  }

  /** Intercept and slope through the values that are not NaN, numbered from 1. */
  private static double[] line(double[] trend) {
    double n = 0;
    double sum = 0;
    double sumIndex = 0;
    double sumProduct = 0;
    double sumSquare = 0;
    for (double value : trend) {
      if (!Double.isNaN(value)) {
        n++;
        sum += value;
        sumIndex += n;
        sumProduct += n * value;
        sumSquare += n * n;
      }
    }
    double slope =
        n < 2 ? 0 : (sumProduct - sumIndex * sum / n) / (sumSquare - sumIndex * sumIndex / n);
    return new double[] {(sum - slope * sumIndex) / n, slope};
  }

  /** Index of the first value that is forecast. */
  int start() {
    return start;
  }

  /** Sum of squared one-step errors. */
  double run(double alpha, double beta, double gamma) {
    return season.length == 0
        ? runWithoutSeason(alpha, beta, null)
        : runWithSeason(alpha, beta, gamma, null);
  }

  /** As {@link #run}, and writes the one-step forecasts from {@link #start} on. */
  double fit(double alpha, double beta, double gamma, double[] fitted) {
    return season.length == 0
        ? runWithoutSeason(alpha, beta, fitted)
        : runWithSeason(alpha, beta, gamma, fitted);
  }

  private double runWithoutSeason(
      double alpha, double beta, double @org.jspecify.annotations.Nullable [] fitted) {
    double l = startLevel;
    double b = startTrend;
    double sse = 0;
    for (int t = start; t < values.length; t++) {
      double forecast = l + b;
      double error = values[t] - forecast;
      sse += error * error;
      if (fitted != null) {
        fitted[t - start] = forecast;
      }
      double next = alpha * values[t] + (1 - alpha) * forecast;
      b = beta * (next - l) + (1 - beta) * b;
      l = next;
    }
    level = l;
    trend = b;
    return sse;
  }

  private double runWithSeason(
      double alpha,
      double beta,
      double gamma,
      double @org.jspecify.annotations.Nullable [] fitted) {
    System.arraycopy(startSeason, 0, season, 0, season.length);
    double l = startLevel;
    double b = startTrend;
    double sse = 0;
    int phase = 0;
    for (int t = start; t < values.length; t++) {
      double s = season[phase];
      double forecast = multiplicative ? (l + b) * s : l + b + s;
      double error = values[t] - forecast;
      sse += error * error;
      if (fitted != null) {
        fitted[t - start] = forecast;
      }
      double adjusted = multiplicative ? values[t] / s : values[t] - s;
      double next = alpha * adjusted + (1 - alpha) * (l + b);
      b = beta * (next - l) + (1 - beta) * b;
      l = next;
      season[phase] = gamma * (multiplicative ? values[t] / l : values[t] - l) + (1 - gamma) * s;
      phase = phase + 1 == season.length ? 0 : phase + 1;
    }
    level = l;
    trend = b;
    return sse;
  }

  double level() {
    return level;
  }

  double trend() {
    return trend;
  }

  /** The season of the coming period, in the order it will be used. */
  double[] comingSeason() {
    double[] coming = new double[season.length];
    int phase = season.length == 0 ? 0 : (values.length - start) % season.length;
    for (int i = 0; i < coming.length; i++) {
      coming[i] = season[(phase + i) % coming.length];
    }
    return coming;
  }
}
