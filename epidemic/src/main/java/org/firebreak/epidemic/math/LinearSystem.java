package org.firebreak.epidemic.math;

/** General square systems by Gaussian elimination with partial pivoting. */
public final class LinearSystem {

  private static final double PIVOT_MIN = 1e-300;

  private LinearSystem() {}

  /**
   * Solves {@code matrix * x = right}; the solution replaces {@code right}, the matrix is spoilt.
   *
   * @return false if the matrix is singular
   */
  public static boolean solveInPlace(double[][] matrix, double[] right) {
    int n = right.length;
    for (int k = 0; k < n; k++) {
      int pivot = k;
      for (int i = k + 1; i < n; i++) {
        pivot = Math.abs(matrix[i][k]) > Math.abs(matrix[pivot][k]) ? i : pivot;
      }
      if (!(Math.abs(matrix[pivot][k]) > PIVOT_MIN)) {
        return false;
      }
      double[] row = matrix[pivot];
      matrix[pivot] = matrix[k];
      matrix[k] = row;
      double value = right[pivot];
      right[pivot] = right[k];
      right[k] = value;
      for (int i = k + 1; i < n; i++) {
        double factor = matrix[i][k] / row[k];
        if (factor != 0) {
          for (int j = k + 1; j < n; j++) {
            matrix[i][j] -= factor * row[j];
          }
          right[i] -= factor * value;
        }
      }
    }
    for (int i = n - 1; i >= 0; i--) {
      for (int j = i + 1; j < n; j++) {
        right[i] -= matrix[i][j] * right[j];
      }
      right[i] /= matrix[i][i];
    }
    return true;
  }
}
