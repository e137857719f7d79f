package org.firebreak.epidemic.forecast.growth;

import java.util.Optional;
import org.firebreak.epidemic.math.LevenbergMarquardt;
import org.firebreak.epidemic.math.Minimum;
import org.jspecify.annotations.Nullable;

/**
 * Least squares of a growth curve from many beginnings: what is left of the final size, the rate
 * and the shape are tried on a grid, as the sum of squares has several valleys while a wave is
 * young. See docs/methods/growth-curves.md.
 */
public final class GrowthFitter {

  private static final int ITERATIONS_MAX = 300;
  private static final double SHAPE_MIN = 1e-4;
  private static final double[] SIZE_FACTORS = {1.02, 1.5, 4};
  private static final double[] SPANS = {0.1, 0.25, 0.6};
  private static final double[] SHAPES = {0.002, 0.1, 1};

  private GrowthFitter() {}

  /**
   * Fits a curve to the totals of one wave.
   *
   * @param totals events so far, one per step, rising
   * @return nothing if there are not two values more than parameters, or nothing grows
   */
  public static Optional<GrowthFit> fit(GrowthCurve curve, double[] totals) {
    int n = totals.length;
    double last = n == 0 ? 0 : totals[n - 1];
    if (n < curve.parameters() + 2 || !(last > totals[0])) {
      return Optional.empty();
    }
    LevenbergMarquardt.Residuals residuals =
        (x, out) -> {
          double[] p = natural(x);
          for (int t = 0; t < n; t++) {
            out[t] = (totals[t] - curve.at(p, t)) / last;
          }
        };
    Minimum best = curve == GrowthCurve.RICHARDS ? fromGompertz(totals, residuals) : null;
    for (double factor : SIZE_FACTORS) {
      for (double span : SPANS) {
        for (double shape : SHAPES) {
          double[] start = start(curve, totals, factor, span, shape);
          Minimum found = LevenbergMarquardt.minimise(residuals, start, n, ITERATIONS_MAX);
          best = best == null || found.value() < best.value() ? found : best;
          if (curve != GrowthCurve.RICHARDS) {
            break;
          }
        }
      }
    }
    return Optional.ofNullable(best)
        .filter(found -> Double.isFinite(found.value()))
        .map(found -> GrowthFit.of(curve, natural(found.point()), found.value() * last * last, n));
  }

  /** The edge of the curve, which a search by its shape's logarithm does not reach. */
  private static @Nullable Minimum fromGompertz(
      double[] totals, LevenbergMarquardt.Residuals residuals) {
    return fit(GrowthCurve.GOMPERTZ, totals)
        .map(GrowthFit::parameters)
        .map(p -> new double[] {Math.log(p[0]), Math.log(p[1]), p[2], Math.log(SHAPE_MIN)})
        .map(x -> LevenbergMarquardt.minimise(residuals, x, totals.length, ITERATIONS_MAX))
        .orElse(null);
  }

  private static double[] start(
      GrowthCurve curve, double[] totals, double factor, double span, double shape) {
    double size = totals[totals.length - 1] * factor;
    double half = curve == GrowthCurve.GOMPERTZ ? Math.exp(-1) * size : size / 2;
    int turn = 0;
    while (turn < totals.length && totals[turn] < half) {
      turn++;
    }
    double[] start = new double[curve.parameters()];
    start[0] = Math.log(size);
    start[1] = Math.log(4 / (span * totals.length));
    start[2] = turn;
    if (curve == GrowthCurve.RICHARDS) {
      start[3] = Math.log(shape);
    }
    return start;
  }

  /** K, r, t0, v from the free numbers of the search. */
  private static double[] natural(double[] x) {
    double[] p = x.clone();
    p[0] = Math.exp(x[0]);
    p[1] = Math.exp(x[1]);
    if (x.length == 4) {
      p[3] = SHAPE_MIN + Math.exp(x[3]);
    }
    return p;
  }
}
