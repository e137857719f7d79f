package org.firebreak.epidemic.math;

/**
 * Poisson and binomial densities without cancellation, by C. Loader, Fast and accurate computation
 * of binomial probabilities (2000); the arguments need not be whole.
 */
final class SaddlePoint {

  private static final double TWO_PI = 2 * Math.PI;

  private SaddlePoint() {}

  /** exp(-mean) mean^x / Gamma(x + 1). */
  static double poisson(double x, double mean) {
    if (mean == 0) {
      return x == 0 ? 1 : 0;
    }
    if (x == 0) {
      return Math.exp(-mean);
    }
    return Math.exp(-GammaFunction.stirlingError(x) - deviance(x, mean)) / Math.sqrt(TWO_PI * x);
  }

  /** Gamma(n+1)/(Gamma(x+1) Gamma(n-x+1)) p^x q^(n-x) with q = 1 - p. */
  static double binomial(double x, double n, double p, double q) {
    if (p == 0 || q == 0) {
      return (p == 0 ? x : n - x) == 0 ? 1 : 0;
    }
    if (x == 0 || x == n) {
      return Math.exp(n * (x == 0 ? logOf(q, p) : logOf(p, q)));
    }
    double log =
        GammaFunction.stirlingError(n)
            - GammaFunction.stirlingError(x)
            - GammaFunction.stirlingError(n - x)
            - deviance(x, n * p)
            - deviance(n - x, n * q);
    return Math.exp(log) * Math.sqrt(n / (TWO_PI * x * (n - x)));
  }

  /** log(a) where a = 1 - b, accurate for small b. */
  private static double logOf(double a, double b) {
    return b < 0.5 ? Math.log1p(-b) : Math.log(a);
  }

  /** x log(x/m) + m - x, half the deviance of a Poisson value. */
  static double deviance(double x, double m) {
    double difference = x - m;
    double sum = x + m;
    if (Math.abs(difference) >= 0.1 * sum) {
      return x * Math.log(x / m) + m - x;
    }
    double v = difference / sum;
    double value = difference * v;
    double term = 2 * x * v;
    double square = v * v;
    for (int j = 1; j < 1000; j++) {
      term *= square;
      double next = value + term / (2 * j + 1);
      if (next == value) {
        return next;
      }
      value = next;
    }
    return value;
  }
}
