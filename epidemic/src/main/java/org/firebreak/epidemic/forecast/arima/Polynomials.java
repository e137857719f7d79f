package org.firebreak.epidemic.forecast.arima;

/**
 * The polynomials of an ARIMA model. Coefficients are kept without the leading one and with the
 * signs of R: {@code x_t = phi_1 x_(t-1) + ... + e_t + theta_1 e_(t-1) + ...}.
 */
final class Polynomials {

  private Polynomials() {}

  /**
   * Coefficients of a stationary (or, negated, invertible) polynomial from free numbers: partial
   * autocorrelations by tanh, then the Durbin-Levinson recursion (G. Barndorff-Nielsen and G.
   * Schou, Journal of Multivariate Analysis 3, 1973; M. C. Jones, Applied Statistics 29, 1980).
   */
  static void fromFree(double[] free, int from, int count, double[] result) {
    double[] work = new double[count];
    for (int k = 0; k < count; k++) {
      double partial = Math.tanh(free[from + k]);
      for (int j = 0; j < k; j++) {
        work[j] = result[j] - partial * result[k - 1 - j];
      }
      System.arraycopy(work, 0, result, 0, k);
      result[k] = partial;
    }
  }

  /** The inverse of {@link #fromFree}; coefficients outside the region are drawn to its edge. */
  static void toFree(double[] coefficients, double[] free, int from) {
    double[] current = coefficients.clone();
    for (int k = current.length - 1; k >= 0; k--) {
      double partial = Math.max(-0.99, Math.min(0.99, current[k]));
      free[from + k] = 0.5 * Math.log((1 + partial) / (1 - partial));
      double[] lower = new double[k];
      for (int j = 0; j < k; j++) {
        lower[j] = (current[j] + partial * current[k - 1 - j]) / (1 - partial * partial);
      }
      current = lower;
    }
  }

  /** Coefficients of the product of a plain and a seasonal autoregressive polynomial. */
  static double[] expandAr(double[] plain, double[] seasonal, int period) {
    double[] product = new double[plain.length + seasonal.length * period];
    System.arraycopy(plain, 0, product, 0, plain.length);
    for (int s = 0; s < seasonal.length; s++) {
      int shift = (s + 1) * period;
      product[shift - 1] += seasonal[s];
      for (int i = 0; i < plain.length; i++) {
        product[shift + i] -= plain[i] * seasonal[s];
      }
    }
    return product;
  }

  /** Coefficients of the product of a plain and a seasonal moving-average polynomial. */
  static double[] expandMa(double[] plain, double[] seasonal, int period) {
    double[] product = new double[plain.length + seasonal.length * period];
    System.arraycopy(plain, 0, product, 0, plain.length);
    for (int s = 0; s < seasonal.length; s++) {
      int shift = (s + 1) * period;
      product[shift - 1] += seasonal[s];
      for (int i = 0; i < plain.length; i++) {
        product[shift + i] += plain[i] * seasonal[s];
      }
    }
    return product;
  }

  /** The series after all differences. */
  static double[] difference(double[] values, ArimaOrder order) {
    double[] result = values;
    for (int i = 0; i < order.seasonalD(); i++) {
      result = lagged(result, order.period());
    }
    for (int i = 0; i < order.d(); i++) {
      result = lagged(result, 1);
    }
    return result;
  }

  static double[] lagged(double[] values, int lag) {
    double[] result = new double[Math.max(0, values.length - lag)];
    for (int t = 0; t < result.length; t++) {
      result[t] = values[t + lag] - values[t];
    }
    return result;
  }

  /**
   * Whether all roots of {@code 1 - c_1 z - c_2 z^2 - ...} lie farther out than {@code radius}: the
   * Schur-Cohn recursion on the polynomial scaled by the radius.
   */
  static boolean rootsBeyond(double[] coefficients, double radius) {
    double[] current = coefficients.clone();
    double scale = 1;
    for (int i = 0; i < current.length; i++) {
      scale *= radius;
      current[i] *= scale;
    }
    for (int k = current.length - 1; k >= 0; k--) {
      double partial = current[k];
      if (!(Math.abs(partial) < 1)) {
        return false;
      }
      double[] lower = new double[k];
      for (int j = 0; j < k; j++) {
        lower[j] = (current[j] + partial * current[k - 1 - j]) / (1 - partial * partial);
      }
      current = lower;
    }
    return true;
  }
}
