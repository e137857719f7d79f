package org.firebreak.epidemic.alarm;

/** Inverse of a small symmetric positive definite matrix, in place. */
final class SmallCholesky {

  private SmallCholesky() {}

  /** Inverts a row-major n x n matrix; false, and rubbish left, if it is not positive definite. */
  static boolean invert(double[] matrix, int n) {
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = matrix[i * n + j];
        for (int k = 0; k < j; k++) {
          sum -= matrix[i * n + k] * matrix[j * n + k];
        }
        if (j < i) {
          matrix[i * n + j] = sum / matrix[j * n + j];
        } else if (sum > 0) {
          matrix[i * n + i] = Math.sqrt(sum);
        } else {
          return false;
        }
      }
    }
    // Inverse of the factor, below the diagonal, then its transpose times itself.
    for (int i = 0; i < n; i++) {
      matrix[i * n + i] = 1 / matrix[i * n + i];
      for (int j = 0; j < i; j++) {
        double sum = 0;
        for (int k = j; k < i; k++) {
          sum -= matrix[i * n + k] * matrix[k * n + j];
        }
        matrix[i * n + j] = sum * matrix[i * n + i];
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j <= i; j++) {
        double sum = 0;
        for (int k = i; k < n; k++) {
          sum += matrix[k * n + i] * matrix[k * n + j];
        }
        matrix[j * n + i] = sum;
      }
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        matrix[i * n + j] = matrix[j * n + i];
      }
    }
    return true;
  }
}
