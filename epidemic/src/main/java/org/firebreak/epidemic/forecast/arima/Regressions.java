package org.firebreak.epidemic.forecast.arima;

import java.util.Arrays;
import org.firebreak.epidemic.math.Cholesky;

/**
 * Coefficients near the likeliest for any orders, at the cost of two or three evaluations of the
 * likelihood: a regression of the series on its own past and on the errors of a long autoregression
 * (E. J. Hannan and J. Rissanen, Biometrika 69, 1982). One object per differenced series.
 */
final class Regressions {

  private static final int LONG_ORDER = 12;
  private static final double RIDGE = 1e-6;

  private final double[] x;
  private final double[] errors;
  private final int from;

  /**
   * Prepares the long autoregression.
   *
   * @param differenced the series; its mean is taken off
   * @param period steps per season, 1 without
   */
  Regressions(double[] differenced, int period) {
    double mean = Arrays.stream(differenced).average().orElse(0);
    this.x = Arrays.stream(differenced).map(v -> v - mean).toArray();
    int order = period > 1 ? period + 3 : LONG_ORDER;
    this.from = Math.min(order, x.length / 4);
    this.errors = longErrors(x, from);
  }

  /**
   * One-step errors of autoregressions of rising order, fitted by the Durbin-Levinson recursion.
   */
  private static double[] longErrors(double[] x, int most) {
    double[] errors = x.clone();
    double[] gamma = new double[most + 1];
    for (int lag = 0; lag <= most; lag++) {
      for (int t = lag; t < x.length; t++) {
        gamma[lag] += x[t] * x[t - lag];
      }
    }
    double[] phi = new double[most];
    double[] before = new double[most];
    double variance = gamma[0];
    for (int k = 1; k <= most && variance > 0; k++) {
      double partial = gamma[k];
      for (int j = 1; j < k; j++) {
        partial -= phi[j - 1] * gamma[k - j];
      }
      partial /= variance;
      System.arraycopy(phi, 0, before, 0, k - 1);
      for (int j = 1; j < k; j++) {
        phi[j - 1] = before[j - 1] - partial * before[k - j - 1];
      }
      phi[k - 1] = partial;
      variance *= 1 - partial * partial;
      int end = k == most ? x.length : k + 1;
      for (int t = k; t < end; t++) {
        errors[t] = x[t];
        for (int j = 1; j <= k; j++) {
          errors[t] -= phi[j - 1] * x[t - j];
        }
      }
    }
    return errors;
  }

  /** Free numbers (see {@link Polynomials#fromFree}) for the orders, plain terms first. */
  double[] start(ArimaOrder order) {
    int k = order.coefficients();
    int[] lags = new int[k];
    double[][] sources = new double[k][];
    int[] sizes = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
    int at = 0;
    for (int block = 0; block < sizes.length; block++) {
      for (int i = 1; i <= sizes[block]; i++) {
        lags[at] = block < 2 ? i : i * order.period();
        sources[at++] = block % 2 == 0 ? x : errors;
      }
    }
    double[] coefficients = regress(lags, sources);
    double[] free = new double[k];
    at = 0;
    for (int block = 0; block < sizes.length; block++) {
      double[] part = Arrays.copyOfRange(coefficients, at, at + sizes[block]);
      for (int i = 0; i < part.length; i++) {
        part[i] = block % 2 == 0 ? part[i] : -part[i];
      }
      Polynomials.toFree(part, free, at);
      at += sizes[block];
    }
    return free;
  }

  private double[] regress(int[] lags, double[][] sources) {
    int k = lags.length;
    int first = Math.min(x.length, Math.max(from, Arrays.stream(lags).max().orElse(0)));
    double[][] normal = new double[k][k];
    double[] right = new double[k];
    for (int i = 0; i < k; i++) {
      right[i] = product(x, 0, sources[i], lags[i], first);
      for (int j = 0; j <= i; j++) {
        normal[i][j] = product(sources[i], lags[i], sources[j], lags[j], first);
        normal[j][i] = normal[i][j];
      }
    }
    for (int i = 0; i < k; i++) {
      normal[i][i] += RIDGE * normal[i][i] + Double.MIN_NORMAL;
    }
    return Cholesky.solveInPlace(normal, right) ? right : new double[k];
  }

  private static double product(double[] a, int lagA, double[] b, int lagB, int first) {
    double sum = 0;
    for (int t = first; t < a.length; t++) {
      sum += a[t - lagA] * b[t - lagB];
    }
    return sum;
  }
}
