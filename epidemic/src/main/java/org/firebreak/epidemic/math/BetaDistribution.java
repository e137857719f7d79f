package org.firebreak.epidemic.math;

/**
 * The beta distribution on [0, 1].
 *
 * @param a above 0
 * @param b above 0
 */
public record BetaDistribution(double a, double b) {

  private static final int MAX_HALVINGS = 2000;

  public BetaDistribution {
    if (!(a > 0) || !(b > 0)) {
      throw new IllegalArgumentException("Parameters must be above 0, were " + a + ", " + b);
    }
  }

  public double mean() {
    return a / (a + b);
  }

  /** Probability of a value at or below x. */
  public double cumulative(double x) {
    double inside = Math.clamp(x, 0, 1);
    return IncompleteBeta.lower(a, b, inside, 1 - inside);
  }

  /**
   * The value with probability p below it, by bisection to the last digit.
   *
   * @throws IllegalArgumentException if p is not in [0, 1]
   */
  public double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A probability is in [0, 1], was " + p);
    }
    double low = 0;
    double high = 1;
    for (int i = 0; i < MAX_HALVINGS; i++) {
      double middle = 0.5 * (low + high);
      if (middle <= low || middle >= high) {
        break;
      }
      if (cumulative(middle) < p) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return p == 0 ? 0 : high;
  }
}
