package org.firebreak.epidemic.math;

/**
 * The gamma function on the positive numbers.
 *
 * <p>By Stirling's series at 10 and above, after the recurrence below; accuracy about 1e-15.
 */
public final class GammaFunction {

  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double SERIES_FROM = 10;
  private static final int TABLE_SIZE = 1024;
  private static final double[] LOG_FACTORIALS = logFactorials();

  private GammaFunction() {}

  /**
   * Logarithm of the gamma function.
   *
   * @throws IllegalArgumentException if x is not above 0
   */
  public static double log(double x) {
    requirePositive(x);
    double product = 1;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      product *= shifted;
      shifted++;
    }
    double value =
        (shifted - 0.5) * Math.log(shifted) - shifted + HALF_LOG_TWO_PI + series(shifted);
    return product == 1 ? value : value - Math.log(product);
  }

  /** Logarithm of n!, from a table where n is a small integer. */
  public static double logFactorial(double n) {
    int index = (int) n;
    return index == n && index < TABLE_SIZE ? LOG_FACTORIALS[index] : log(n + 1);
  }

  /**
   * The error of Stirling's formula for n!: log n! - log(sqrt(2 pi n) (n/e)^n), for n above 0
   * (Loader 2000).
   */
  public static double stirlingError(double n) {
    if (n >= SERIES_FROM) {
      return series(n);
    }
    return log(n + 1) - (n + 0.5) * Math.log(n) + n - HALF_LOG_TWO_PI;
  }

  /**
   * Derivative of {@link #log}.
   *
   * @throws IllegalArgumentException if x is not above 0
   */
  public static double digamma(double x) {
    requirePositive(x);
    double correction = 0;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      correction -= 1 / shifted;
      shifted++;
    }
    double r = 1 / (shifted * shifted);
    return correction
        + Math.log(shifted)
        - 0.5 / shifted
        - r * (1.0 / 12 - r * (1.0 / 120 - r * (1.0 / 252 - r * (1.0 / 240 - r * (1.0 / 132)))));
  }

  /**
   * Derivative of {@link #digamma}.
   *
   * @throws IllegalArgumentException if x is not above 0
   */
  public static double trigamma(double x) {
    requirePositive(x);
    double sum = 0;
    double shifted = x;
    while (shifted < SERIES_FROM) {
      sum += 1 / (shifted * shifted);
      shifted++;
    }
    double r = 1 / (shifted * shifted);
    double tail = r * (1.0 / 6 - r * (1.0 / 30 - r * (1.0 / 42 - r * (1.0 / 30 - r * (5.0 / 66)))));
    return sum + 1 / shifted + 0.5 * r + tail / shifted;
  }

  private static double series(double x) {
    double r = 1 / (x * x);
    return (1.0 / 12
            - r
                * (1.0 / 360
                    - r
                        * (1.0 / 1260
                            - r * (1.0 / 1680 - r * (1.0 / 1188 - r * (691.0 / 360360))))))
        / x;
  }

  private static double[] logFactorials() {
    double[] table = new double[TABLE_SIZE];
    for (int i = 2; i < TABLE_SIZE; i++) {
      table[i] = log(i + 1.0);
    }
    return table;
  }

  private static void requirePositive(double x) {
    if (!(x > 0)) {
      throw new IllegalArgumentException("The gamma function is taken above 0, was " + x);
    }
  }
}
