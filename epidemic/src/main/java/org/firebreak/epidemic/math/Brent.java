package org.firebreak.epidemic.math;

import java.util.function.DoubleUnaryOperator;

/**
 * Minimum of a function of one variable on an interval, without derivatives: golden section and
 * parabolas (R. Brent, Algorithms for Minimization without Derivatives, 1973, procedure localmin;
 * the method of R's {@code optimize}).
 */
public final class Brent {

  private static final double GOLDEN = (3 - Math.sqrt(5)) * 0.5;
  private static final double ROUNDING = Math.sqrt(Math.ulp(1.0));
  private static final int ITERATIONS_MAX = 200;

  private Brent() {}

  /**
   * The point of a local minimum in (lower, upper).
   *
   * @param tolerance final width of the bracket; R's default is {@code eps^0.25}, about 1.22e-4
   */
  public static double minimise(
      DoubleUnaryOperator f, double lower, double upper, double tolerance) {
    double a = lower;
    double b = upper;
    double x = a + GOLDEN * (b - a);
    double w = x;
    double v = x;
    double fx = f.applyAsDouble(x);
    double fw = fx;
    double fv = fx;
    double step = 0;
    double stepBefore = 0;
    for (int i = 0; i < ITERATIONS_MAX; i++) {
      double middle = (a + b) * 0.5;
      double least = ROUNDING * Math.abs(x) + tolerance / 3;
      if (Math.abs(x - middle) <= 2 * least - (b - a) * 0.5) {
        break;
      }
      double r = (x - w) * (fx - fv);
      double q = (x - v) * (fx - fw);
      double p = (x - v) * q - (x - w) * r;
      q = (q - r) * 2;
      p = q > 0 ? -p : p;
      q = Math.abs(q);
      boolean parabola =
          Math.abs(stepBefore) > least
              && Math.abs(p) < Math.abs(q * 0.5 * stepBefore)
              && p > q * (a - x)
              && p < q * (b - x);
      if (parabola) {
        stepBefore = step;
        step = p / q;
        double u = x + step;
        if (u - a < 2 * least || b - u < 2 * least) {
          step = x >= middle ? -least : least;
        }
      } else {
        stepBefore = x < middle ? b - x : a - x;
        step = GOLDEN * stepBefore;
      }
      double u = x + (Math.abs(step) >= least ? step : Math.copySign(least, step));
      double fu = f.applyAsDouble(u);
      if (fu <= fx) {
        if (u < x) {
          b = x;
        } else {
          a = x;
        }
        v = w;
        fv = fw;
        w = x;
        fw = fx;
        x = u;
        fx = fu;
      } else {
        if (u < x) {
          a = u;
        } else {
          b = u;
        }
        if (fu <= fw || w == x) {
          v = w;
          fv = fw;
          w = u;
          fw = fu;
        } else if (fu <= fv || v == x || v == w) {
          v = u;
          fv = fu;
        }
      }
    }
    return x;
  }
}
