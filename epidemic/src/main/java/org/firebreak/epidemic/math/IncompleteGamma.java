package org.firebreak.epidemic.math;

/**
 * The regularised incomplete gamma functions P(a, x) and Q(a, x) = 1 - P(a, x).
 *
 * <p>Series below x = a + 1, continued fraction above (Lentz), with the leading factor computed
 * without cancellation; relative accuracy about 1e-14 in the smaller of the two. Cost grows with
 * the root of a.
 */
public final class IncompleteGamma {

  private static final double EPSILON = 1e-16;
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 1_000_000;

  private IncompleteGamma() {}

  /** P(a, x): probability that a gamma variable of shape a and scale 1 is at most x. */
  public static double lower(double a, double x) {
    require(a, x);
    if (x == 0) {
      return 0;
    }
    return x < a + 1 ? series(a, x) : 1 - fraction(a, x);
  }

  /** Q(a, x): probability that a gamma variable of shape a and scale 1 is above x. */
  public static double upper(double a, double x) {
    require(a, x);
    if (x == 0) {
      return 1;
    }
    return x < a + 1 ? 1 - series(a, x) : fraction(a, x);
  }

  private static void require(double a, double x) {
    if (!(a > 0) || !(x >= 0)) {
      throw new IllegalArgumentException("Shape must be > 0 and x >= 0, were " + a + ", " + x);
    }
  }

  private static double series(double a, double x) {
    double leading = SaddlePoint.poisson(a, x);
    double term = 1;
    double sum = 1;
    double n = a;
    for (int i = 0; i < MAX_TERMS && term > sum * EPSILON; i++) {
      n++;
      term *= x / n;
      sum += term;
    }
    return leading * sum;
  }

  private static double fraction(double a, double x) {
    if (Double.isInfinite(x)) {
      return 0;
    }
    double b = x + 1 - a;
    double c = 1 / TINY;
    double d = 1 / b;
    double h = d;
    for (int i = 1; i < MAX_TERMS; i++) {
      double factor = -i * (i - a);
      b += 2;
      d = factor * d + b;
      d = 1 / (Math.abs(d) < TINY ? TINY : d);
      c = b + factor / c;
      c = Math.abs(c) < TINY ? TINY : c;
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < EPSILON * 4) {
        break;
      }
    }
    return a * SaddlePoint.poisson(a, x) * h;
  }
}
