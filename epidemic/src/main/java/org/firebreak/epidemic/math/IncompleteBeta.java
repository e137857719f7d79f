package org.firebreak.epidemic.math;

/**
 * The regularised incomplete beta function I_x(a, b), by the continued fraction (Lentz) on the side
 * where it converges quickly; relative accuracy about 1e-13.
 */
public final class IncompleteBeta {

  private static final double EPSILON = 4e-16;
  private static final double TINY = 1e-300;
  private static final int MAX_TERMS = 1_000_000;

  private IncompleteBeta() {}

  /**
   * Probability that a beta variable with parameters a and b is at most x.
   *
   * @param complement 1 - x, given apart so that it keeps its digits near 1
   */
  public static double lower(double a, double b, double x, double complement) {
    if (!(a > 0) || !(b > 0) || !(x >= 0) || !(complement >= 0)) {
      throw new IllegalArgumentException(
          "I_x(a, b) needs a, b > 0 and x in [0, 1], were " + a + ", " + b + ", " + x);
    }
    if (x == 0 || complement == 0) {
      return x == 0 ? 0 : 1;
    }
    return x < (a + 1) / (a + b + 2)
        ? fraction(a, b, x, complement)
        : 1 - fraction(b, a, complement, x);
  }

  private static double fraction(double a, double b, double x, double complement) {
    // x^a (1-x)^b / (a B(a, b)) from the binomial density, which does not cancel.
    double leading = SaddlePoint.binomial(a, a + b, x, complement) * b / (a + b);
    double c = 1;
    double d = guard(1 - (a + b) * x / (a + 1));
    d = 1 / d;
    double h = d;
    for (int m = 1; m < MAX_TERMS; m++) {
      double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
      d = 1 / guard(1 + even * d);
      c = guard(1 + even / c);
      h *= d * c;
      double odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1));
      d = 1 / guard(1 + odd * d);
      c = guard(1 + odd / c);
      double change = d * c;
      h *= change;
      if (Math.abs(change - 1) < EPSILON) {
        break;
      }
    }
    return leading * h;
  }

  private static double guard(double value) {
    return Math.abs(value) < TINY ? TINY : value;
  }
}
