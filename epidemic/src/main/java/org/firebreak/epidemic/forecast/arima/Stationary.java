package org.firebreak.epidemic.forecast.arima;

/** Second moments of a stationary ARMA process with innovations of variance one. */
final class Stationary {

  private Stationary() {}

  /**
   * First column of the variance of Harvey's state vector, from the autocovariances of the process.
   *
   * @param r length of the state, at least max(p, q + 1)
   * @return empty if the process has no such variance
   */
  static double[] firstColumn(double[] phi, double[] theta, int r) {
    double[] psi = weights(phi, theta, r);
    double[] gamma = autocovariances(phi, theta, r);
    if (gamma.length == 0) {
      return gamma;
    }
    // State i = sum_{j>=i} phi_j x_(t+i-1-j) + sum_{j>=i} theta_j e_(t+i-1-j), times x_t.
    double[] column = new double[r];
    column[0] = gamma[0];
    for (int i = 1; i < r; i++) {
      double sum = 0;
      for (int j = i; j < phi.length; j++) {
        sum += phi[j] * gamma[j - i + 1];
      }
      for (int j = i; j <= theta.length; j++) {
        sum += theta[j - 1] * psi[j - i];
      }
      column[i] = sum;
    }
    return column;
  }

  /** Weights of past innovations in the process, the first one 1. */
  static double[] weights(double[] phi, double[] theta, int count) {
    double[] psi = new double[count];
    for (int k = 0; k < count; k++) {
      double sum = k == 0 ? 1 : k <= theta.length ? theta[k - 1] : 0;
      for (int j = 1; j <= Math.min(k, phi.length); j++) {
        sum += phi[j - 1] * psi[k - j];
      }
      psi[k] = sum;
    }
    return psi;
  }

  /**
   * Autocovariances at lags 0 to {@code r}: those of the autoregressive part, by the
   * Durbin-Levinson recursion run down and up again, summed over the moving average. O(r^2).
   */
  private static double[] autocovariances(double[] phi, double[] theta, int r) {
    int q = theta.length;
    double[] regressive = autoregressive(phi, r + q);
    if (regressive.length == 0 || q == 0) {
      return regressive;
    }
    double[] products = new double[q + 1];
    for (int lag = 0; lag <= q; lag++) {
      for (int j = lag; j <= q; j++) {
        products[lag] += weight(theta, j) * weight(theta, j - lag);
      }
    }
    double[] gamma = new double[r + 1];
    for (int k = 0; k <= r; k++) {
      double sum = products[0] * regressive[k];
      for (int lag = 1; lag <= q; lag++) {
        sum += products[lag] * (regressive[k + lag] + regressive[Math.abs(k - lag)]);
      }
      gamma[k] = sum;
    }
    return gamma;
  }

  private static double weight(double[] theta, int j) {
    return j == 0 ? 1 : theta[j - 1];
  }

  /** Autocovariances of an autoregressive process; empty if it is not stationary. */
  private static double[] autoregressive(double[] phi, int lags) {
    int p = phi.length;
    double[][] lower = new double[p + 1][];
    lower[p] = phi;
    double shrink = 1;
    for (int k = p; k > 0; k--) {
      double partial = lower[k][k - 1];
      double rest = 1 - partial * partial;
      if (!(rest > 0)) {
        return new double[0];
      }
      shrink *= rest;
      lower[k - 1] = new double[k - 1];
      double inverse = 1 / rest;
      for (int j = 0; j < k - 1; j++) {
        lower[k - 1][j] = (lower[k][j] + partial * lower[k][k - 2 - j]) * inverse;
      }
    }
    double[] gamma = new double[lags + 1];
    gamma[0] = 1 / shrink;
    for (int k = 1; k <= lags; k++) {
      double[] predictor = lower[Math.min(k, p)];
      double sum = 0;
      for (int j = 0; j < predictor.length; j++) {
        sum += predictor[j] * gamma[k - 1 - j];
      }
      gamma[k] = sum;
    }
    return gamma;
  }
}
