package org.firebreak.epidemic.math;

/** Symmetric positive definite systems by Cholesky's factorisation. */
public final class Cholesky {

  private static final double RELATIVE_PIVOT_MIN = 1e-14;

  private Cholesky() {}

  /**
   * Solves {@code matrix * x = right}; the solution replaces {@code right}, the lower factor the
   * matrix.
   *
   * @return false, with both arguments spoilt, if the matrix is not positive definite
   */
  public static boolean solveInPlace(double[][] matrix, double[] right) {
    if (!factor(matrix, right.length)) {
      return false;
    }
    solveFactored(matrix, right);
    return true;
  }

  /**
   * Inverse of a symmetric positive definite matrix.
   *
   * @return null if it is not positive definite; the argument is spoilt
   */
  public static double @org.jspecify.annotations.Nullable [][] invert(double[][] matrix) {
    int n = matrix.length;
    if (!factor(matrix, n)) {
      return null;
    }
    double[][] inverse = new double[n][n];
    for (int i = 0; i < n; i++) {
      inverse[i][i] = 1;
      solveFactored(matrix, inverse[i]);
    }
    return inverse;
  }

  private static boolean factor(double[][] a, int n) {
    for (int i = 0; i < n; i++) {
      double diagonal = a[i][i];
      for (int j = 0; j <= i; j++) {
        double sum = a[i][j];
        for (int k = 0; k < j; k++) {
          sum -= a[i][k] * a[j][k];
        }
        if (j < i) {
          a[i][j] = sum / a[j][j];
        } else if (sum > RELATIVE_PIVOT_MIN * Math.abs(diagonal)) {
          a[i][i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    return true;
  }

  private static void solveFactored(double[][] lower, double[] x) {
    int n = x.length;
    for (int i = 0; i < n; i++) {
      for (int k = 0; k < i; k++) {
        x[i] -= lower[i][k] * x[k];
      }
      x[i] /= lower[i][i];
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int k = i + 1; k < n; k++) {
        x[i] -= lower[k][i] * x[k];
      }
      x[i] /= lower[i][i];
    }
  }
}
