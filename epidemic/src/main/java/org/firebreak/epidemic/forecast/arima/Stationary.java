package org.firebreak.epidemic.forecast.arima;

import org.firebreak.epidemic.math.LinearSystem;

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
    double[] gamma = autocovariances(phi, theta, psi, r);
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
   * Autocovariances at lags 0 to {@code r}: the Yule-Walker equations with their right-hand side.
   */
  private static double[] autocovariances(double[] phi, double[] theta, double[] psi, int r) {
    int p = phi.length;
    double[][] matrix = new double[p + 1][p + 1];
    double[] right = new double[p + 1];
    for (int k = 0; k <= p; k++) {
      matrix[k][k] += 1;
      for (int j = 1; j <= p; j++) {
        matrix[k][Math.abs(k - j)] -= phi[j - 1];
      }
      right[k] = shocks(theta, psi, k);
    }
    if (!LinearSystem.solveInPlace(matrix, right)) {
      return new double[0];
    }
    double[] gamma = new double[r + 1];
    for (int k = 0; k <= r; k++) {
      if (k <= p) {
        gamma[k] = right[k];
        continue;
      }
      double sum = shocks(theta, psi, k);
      for (int j = 1; j <= p; j++) {
        sum += phi[j - 1] * gamma[k - j];
      }
      gamma[k] = sum;
    }
    return gamma;
  }

  /** Covariance of the moving-average part at lag k with the process. */
  private static double shocks(double[] theta, double[] psi, int k) {
    double sum = 0;
    for (int j = k; j <= theta.length; j++) {
      sum += (j == 0 ? 1 : theta[j - 1]) * psi[j - k];
    }
    return sum;
  }
}
