package org.firebreak.genome.likelihood;

import java.util.Arrays;

/**
 * A time-reversible model of substitution: Q(i,j) = r(ij) π(j), scaled to one substitution a site
 * and unit of time. JC has equal rates and frequencies, HKY one rate for transitions, GTR all six.
 * Immutable.
 */
public final class SubstitutionModel {

  /** Pairs of the six rates: AC, AG, AT, CG, CT, GT. */
  static final int[][] PAIRS = {{0, 1}, {0, 2}, {0, 3}, {1, 2}, {1, 3}, {2, 3}};

  private final double[] rates;
  private final double[] frequencies;
  private final double[] values = new double[4];
  private final double[][] left = new double[4][4];
  private final double[][] right = new double[4][4];

  /** How free the rates are. */
  public enum Kind {
    JC,
    HKY,
    GTR
  }

  /**
   * A model.
   *
   * @param rates AC, AG, AT, CG, CT, GT, positive
   * @param frequencies of A, C, G, T, positive, summing to 1
   */
  public SubstitutionModel(double[] rates, double[] frequencies) {
    this.rates = rates.clone();
    this.frequencies = frequencies.clone();
    decompose();
  }

  public double[] rates() {
    return rates.clone();
  }

  public double[] frequencies() {
    return frequencies.clone();
  }

  double frequency(int base) {
    return frequencies[base];
  }

  /** Eigenvalues of Q, none positive. */
  double value(int k) {
    return values[k];
  }

  /** Right eigenvectors: P(t)(i,j) = Σ over k of left(i,k) e^(value(k) t) right(k,j). */
  double left(int i, int k) {
    return left[i][k];
  }

  double right(int k, int j) {
    return right[k][j];
  }

  /** Probabilities of change in time t, row by row. */
  double[] transition(double t) {
    double[] p = new double[16];
    double[] decay = new double[4];
    for (int k = 0; k < 4; k++) {
      decay[k] = Math.exp(values[k] * t);
    }
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        double sum = 0;
        for (int k = 0; k < 4; k++) {
          sum += left[i][k] * decay[k] * right[k][j];
        }
        p[4 * i + j] = Math.max(0, sum);
      }
    }
    return p;
  }

  /** Makes Q symmetric by the roots of the frequencies and turns it diagonal (Jacobi). */
  private void decompose() {
    double[][] q = new double[4][4];
    for (int n = 0; n < 6; n++) {
      int i = PAIRS[n][0];
      int j = PAIRS[n][1];
      q[i][j] = rates[n] * frequencies[j];
      q[j][i] = rates[n] * frequencies[i];
    }
    double scale = 0;
    for (int i = 0; i < 4; i++) {
      q[i][i] = -Arrays.stream(q[i]).sum();
      scale -= frequencies[i] * q[i][i];
    }
    double[][] symmetric = new double[4][4];
    for (int i = 0; i < 4; i++) {
      for (int j = 0; j < 4; j++) {
        symmetric[i][j] = q[i][j] / scale * Math.sqrt(frequencies[i] / frequencies[j]);
      }
    }
    double[][] vectors = jacobi(symmetric);
    for (int k = 0; k < 4; k++) {
      values[k] = Math.min(0, symmetric[k][k]);
      for (int i = 0; i < 4; i++) {
        left[i][k] = vectors[i][k] / Math.sqrt(frequencies[i]);
        right[k][i] = vectors[i][k] * Math.sqrt(frequencies[i]);
      }
    }
  }

  /** Diagonalises a symmetric matrix in place; the columns of the result are its eigenvectors. */
  private static double[][] jacobi(double[][] a) {
    double[][] v = new double[4][4];
    for (int i = 0; i < 4; i++) {
      v[i][i] = 1;
    }
    for (int sweep = 0; sweep < 60; sweep++) {
      for (int p = 0; p < 3; p++) {
        for (int q = p + 1; q < 4; q++) {
          if (Math.abs(a[p][q]) > 1e-300) {
            rotate(a, v, p, q);
          }
        }
      }
    }
    return v;
  }

  private static void rotate(double[][] a, double[][] v, int p, int q) {
    double theta = (a[q][q] - a[p][p]) / (2 * a[p][q]);
    double t = Math.copySign(1, theta) / (Math.abs(theta) + Math.sqrt(theta * theta + 1));
    double c = 1 / Math.sqrt(t * t + 1);
    double s = t * c;
    for (int k = 0; k < 4; k++) {
      double x = a[k][p];
      a[k][p] = c * x - s * a[k][q];
      a[k][q] = s * x + c * a[k][q];
    }
    for (int k = 0; k < 4; k++) {
      double x = a[p][k];
      a[p][k] = c * x - s * a[q][k];
      a[q][k] = s * x + c * a[q][k];
      double y = v[k][p];
      v[k][p] = c * y - s * v[k][q];
      v[k][q] = s * y + c * v[k][q];
    }
  }
}
