package org.firebreak.epidemic.forecast.smooth;

import java.util.Arrays;
import org.firebreak.epidemic.math.Brent;
import org.firebreak.epidemic.math.Gradient;
import org.firebreak.epidemic.math.LbfgsB;
import org.firebreak.epidemic.math.Objective;
import org.jspecify.annotations.Nullable;

/**
 * Classical Holt-Winters smoothing, fitted by least squares of the one-step errors (C. C. Holt, ONR
 * Memorandum 52, 1957; P. R. Winters, Management Science 6, 1960).
 *
 * <p>Start values, search (L-BFGS-B from 0.3, 0.1, 0.1; golden section without trend) and intervals
 * are those of R's {@code HoltWinters}, so that both give the same digits. See
 * docs/methods/forecast-holt-winters.md. Pure; values must be finite.
 */
public final class HoltWinters {

  /** Width at which R's {@code optimize} stops: the fourth root of machine precision. */
  private static final double GOLDEN_TOLERANCE = Math.pow(Math.ulp(1.0), 0.25);

  private static final double DIFFERENCE_STEP = 1e-3;
  private static final int ITERATIONS_MAX = 100;

  private HoltWinters() {}

  /**
   * Simple exponential smoothing.
   *
   * @throws IllegalArgumentException if there are fewer than 2 values
   */
  public static HoltWintersFit simple(double[] values) {
    requireLength(values, 2, "simple exponential smoothing");
    HoltWintersFilter filter = HoltWintersFilter.simple(values);
    double alpha = Brent.minimise(a -> filter.run(a, 0, 0), 0, 1, GOLDEN_TOLERANCE);
    return fit(filter, values, new HoltWintersParameters(alpha, 0, 0, false, null));
  }

  /**
   * Holt's linear trend.
   *
   * @throws IllegalArgumentException if there are fewer than 3 values
   */
  public static HoltWintersFit holt(double[] values) {
    requireLength(values, 3, "Holt's method");
    HoltWintersFilter filter = HoltWintersFilter.holt(values);
    double[] best = search(p -> filter.run(p[0], p[1], 0), new double[] {0.3, 0.1});
    return fit(filter, values, new HoltWintersParameters(best[0], best[1], 0, true, null));
  }

  /**
   * Level, trend and season.
   *
   * @throws IllegalArgumentException if there are fewer than two whole seasons and one value, or,
   *     for a multiplicative season, a value is not positive
   */
  public static HoltWintersFit seasonal(double[] values, int season, SeasonalKind kind) {
    requireSeasonal(values, season, kind);
    HoltWintersFilter filter = HoltWintersFilter.seasonal(values, season, kind, true);
    double[] best = search(p -> filter.run(p[0], p[1], p[2]), new double[] {0.3, 0.1, 0.1});
    return fit(filter, values, new HoltWintersParameters(best[0], best[1], best[2], true, kind));
  }

  /**
   * Smoothing with given parameters, no search.
   *
   * @param season observations per period; ignored without season
   */
  public static HoltWintersFit with(HoltWintersParameters parameters, double[] values, int season) {
    SeasonalKind kind = parameters.seasonal();
    if (kind != null) {
      requireSeasonal(values, season, kind);
      HoltWintersFilter filter =
          HoltWintersFilter.seasonal(values, season, kind, parameters.trend());
      return fit(filter, values, parameters);
    }
    requireLength(values, parameters.trend() ? 3 : 2, "exponential smoothing");
    return fit(
        parameters.trend() ? HoltWintersFilter.holt(values) : HoltWintersFilter.simple(values),
        values,
        parameters);
  }

  private static void requireLength(double[] values, int least, String what) {
    if (values.length < least) {
      throw new IllegalArgumentException(
          "%s needs at least %d values, had %d".formatted(what, least, values.length));
    }
  }

  private static void requireSeasonal(double[] values, int season, @Nullable SeasonalKind kind) {
    if (season < 2) {
      throw new IllegalArgumentException("A season has at least 2 observations, was " + season);
    }
    requireLength(values, 2 * season + 1, "Holt-Winters with a season of " + season);
    if (kind == SeasonalKind.MULTIPLICATIVE && Arrays.stream(values).anyMatch(v -> v <= 0)) {
      throw new IllegalArgumentException("A multiplicative season needs values above zero");
    }
  }

  private static double[] search(Objective sse, double[] start) {
    double[] lower = new double[start.length];
    double[] upper = new double[start.length];
    Arrays.fill(upper, 1);
    Gradient gradient = Gradient.central(sse, DIFFERENCE_STEP, lower, upper);
    return LbfgsB.minimise(sse, gradient, start, lower, upper, ITERATIONS_MAX).point();
  }

  private static HoltWintersFit fit(
      HoltWintersFilter filter, double[] values, HoltWintersParameters p) {
    double[] fitted = new double[values.length - filter.start()];
    double sse = filter.fit(p.alpha(), p.beta(), p.gamma(), fitted);
    double[] residuals = new double[fitted.length];
    for (int i = 0; i < fitted.length; i++) {
      residuals[i] = values[filter.start() + i] - fitted[i];
    }
    return new HoltWintersFit(
        p, filter.level(), filter.trend(), filter.comingSeason(), fitted, residuals, sse);
  }
}
