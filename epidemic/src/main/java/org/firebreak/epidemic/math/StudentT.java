package org.firebreak.epidemic.math;

/** Student's t distribution, through the beta distribution. */
public final class StudentT {

  private StudentT() {}

  /**
   * The value with probability p below it.
   *
   * @param freedom degrees of freedom, above 0
   */
  public static double quantile(double p, double freedom) {
    if (p == 0.5) {
      return 0;
    }
    double tail = Math.min(p, 1 - p);
    double x = new BetaDistribution(freedom / 2, 0.5).quantile(2 * tail);
    double t = Math.sqrt(freedom * (1 - x) / x);
    return p < 0.5 ? -t : t;
  }
}
