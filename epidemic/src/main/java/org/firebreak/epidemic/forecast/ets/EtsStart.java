package org.firebreak.epidemic.forecast.ets;

import org.firebreak.epidemic.forecast.ets.EtsModel.Part;
import org.firebreak.epidemic.forecast.smooth.Decomposition;
import org.firebreak.epidemic.forecast.smooth.SeasonalKind;

/**
 * Where a search for initial states begins: season from a decomposition (from a line and one wave
 * if there are fewer than three periods), level and slope from a line through the first {@code
 * max(10, 2m)} values (Hyndman and Khandakar, Journal of Statistical Software 27(3), 2008).
 */
final class EtsStart {

  private static final int LINE_VALUES_MIN = 10;
  private static final double FACTOR_MIN = 1e-2;
  private static final double TINY_LEVEL = 1e-6;

  private EtsStart() {}

  static EtsState of(EtsModel model, double[] y, int period) {
    double[] season = new double[0];
    double[] adjusted = y;
    if (model.hasSeason()) {
      boolean factor = model.season() == Part.MULTIPLICATIVE;
      season = y.length >= 3 * period ? decomposed(y, period, factor) : waved(y, period, factor);
      adjusted = new double[y.length];
      for (int t = 0; t < y.length; t++) {
        double s = season[t % period];
        adjusted[t] = factor ? y[t] / s : y[t] - s;
      }
    }
    int count = Math.min(Math.max(LINE_VALUES_MIN, 2 * period), y.length);
    return withLine(model, adjusted, count, season);
  }

  private static double[] decomposed(double[] y, int period, boolean factor) {
    SeasonalKind kind = factor ? SeasonalKind.MULTIPLICATIVE : SeasonalKind.ADDITIVE;
    return normalised(Decomposition.of(y, period, kind).figure(), factor);
  }

  /** One sine wave around a line, for series too short to average each phase. */
  private static double[] waved(double[] y, int period, boolean factor) {
    double[] line = line(y, y.length);
    double[] season = new double[period];
    double sine = 0;
    double cosine = 0;
    for (int t = 0; t < y.length; t++) {
      double base = line[0] + line[1] * (t + 1);
      double rest = factor ? y[t] / base - 1 : y[t] - base;
      sine += rest * Math.sin(2 * Math.PI * t / period) * 2 / y.length;
      cosine += rest * Math.cos(2 * Math.PI * t / period) * 2 / y.length;
    }
    for (int s = 0; s < period; s++) {
      double angle = 2 * Math.PI * s / period;
      season[s] = (factor ? 1 : 0) + sine * Math.sin(angle) + cosine * Math.cos(angle);
    }
    return normalised(season, factor);
  }

  private static double[] normalised(double[] season, boolean factor) {
    if (!factor) {
      return season;
    }
    double sum = 0;
    for (int i = 0; i < season.length; i++) {
      season[i] = Double.isFinite(season[i]) ? Math.max(season[i], FACTOR_MIN) : 1;
      sum += season[i];
    }
    for (int i = 0; i < season.length; i++) {
      season[i] *= season.length / sum;
    }
    return season;
  }

  private static EtsState withLine(EtsModel model, double[] adjusted, int count, double[] season) {
    if (!model.hasTrend()) {
      double mean = 0;
      for (int t = 0; t < count; t++) {
        mean += adjusted[t] / count;
      }
      return new EtsState(mean, 0, season);
    }
    double[] line = line(adjusted, count);
    if (model.trend() == Part.MULTIPLICATIVE) {
      double level = Math.max(line[0], TINY_LEVEL);
      return new EtsState(level, Math.max((level + line[1]) / level, FACTOR_MIN), season);
    }
    boolean vanishes = Math.abs(line[0] + line[1]) < 1e-8;
    return new EtsState(line[0] * (vanishes ? 1.001 : 1), line[1] * (vanishes ? 0.999 : 1), season);
  }

  /** Intercept and slope through the first values, numbered from 1. */
  private static double[] line(double[] values, int count) {
    double meanIndex = (count + 1) / 2.0;
    double mean = 0;
    for (int t = 0; t < count; t++) {
      mean += values[t] / count;
    }
    double product = 0;
    double square = 0;
    for (int t = 0; t < count; t++) {
      product += (t + 1 - meanIndex) * (values[t] - mean);
      square += (t + 1 - meanIndex) * (t + 1 - meanIndex);
    }
    double slope = square == 0 ? 0 : product / square;
    return new double[] {mean - slope * meanIndex, slope};
  }
}
