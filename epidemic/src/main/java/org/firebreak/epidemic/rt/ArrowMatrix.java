package org.firebreak.epidemic.rt;

/**
 * A symmetric positive definite matrix that is banded but for a few last rows and columns (the
 * border), as the precision of a state space model with a few parameters is. Filled, then factored
 * in place; cost of the factor: size x band^2 / 2.
 *
 * <p>Not safe for several threads.
 */
final class ArrowMatrix {

  private final int size;
  private final int band;
  private final int width;
  private final int border;
  private final double[] rows;
  private final double[] edge;
  private final double[] corner;
  private double logDeterminant;

  /** A zero matrix with a banded part of {@code size} and a border. */
  ArrowMatrix(int size, int band, int border) {
    this.size = size;
    this.band = Math.min(band, size - 1);
    this.width = this.band + 1;
    this.border = border;
    this.rows = new double[size * width];
    this.edge = new double[border * size];
    this.corner = new double[border * border];
  }

  void clear() {
    java.util.Arrays.fill(rows, 0);
    java.util.Arrays.fill(edge, 0);
    java.util.Arrays.fill(corner, 0);
  }

  /** Adds to entry (i, j) of the banded part and, by symmetry, (j, i); i >= j >= i - band. */
  void add(int i, int j, double value) {
    rows[i * width + band - i + j] += value;
  }

  /** Adds to the entry of border row {@code b} and banded column {@code j}. */
  void addEdge(int b, int j, double value) {
    edge[b * size + j] += value;
  }

  /** Adds to the entry of border rows {@code b} and {@code c}, as given, so call it for both. */
  void addCorner(int b, int c, double value) {
    corner[b * border + c] += value;
  }

  /**
   * Replaces the matrix by its Cholesky factor.
   *
   * @return whether it was positive definite
   */
  boolean factor() {
    double log = 0;
    for (int i = 0; i < size; i++) {
      int first = Math.max(0, i - band);
      int rowI = i * width + band - i;
      for (int j = first; j <= i; j++) {
        int rowJ = j * width + band - j;
        double sum = rows[rowI + j];
        int from = Math.max(first, j - band);
        for (int k = from; k < j; k++) {
          sum -= rows[rowI + k] * rows[rowJ + k];
        }
        if (j < i) {
          rows[rowI + j] = sum / rows[rowJ + j];
        } else if (sum > 0) {
          rows[rowI + i] = Math.sqrt(sum);
          log += Math.log(sum);
        } else {
          return false;
        }
      }
    }
    for (int b = 0; b < border; b++) {
      forward(edge, b * size);
      for (int c = 0; c <= b; c++) {
        double sum = corner[b * border + c];
        for (int k = 0; k < size; k++) {
          sum -= edge[b * size + k] * edge[c * size + k];
        }
        for (int k = 0; k < c; k++) {
          sum -= corner[b * border + k] * corner[c * border + k];
        }
        if (c < b) {
          corner[b * border + c] = sum / corner[c * border + c];
        } else if (sum > 0) {
          corner[b * border + b] = Math.sqrt(sum);
          log += Math.log(sum);
        } else {
          return false;
        }
      }
    }
    logDeterminant = log;
    return true;
  }

  /** Logarithm of the determinant, after {@link #factor}. */
  double logDeterminant() {
    return logDeterminant;
  }

  /** Solves for a right-hand side (banded part, then border) in place, after {@link #factor}. */
  void solve(double[] x) {
    forward(x, 0);
    for (int b = 0; b < border; b++) {
      double sum = x[size + b];
      for (int k = 0; k < size; k++) {
        sum -= edge[b * size + k] * x[k];
      }
      for (int c = 0; c < b; c++) {
        sum -= corner[b * border + c] * x[size + c];
      }
      x[size + b] = sum / corner[b * border + b];
    }
    for (int b = border - 1; b >= 0; b--) {
      double sum = x[size + b];
      for (int c = b + 1; c < border; c++) {
        sum -= corner[c * border + b] * x[size + c];
      }
      double value = sum / corner[b * border + b];
      x[size + b] = value;
      for (int k = 0; k < size; k++) {
        x[k] -= edge[b * size + k] * value;
      }
    }
    backward(x, 0);
  }

  /** Diagonal of the inverse of the whole matrix, banded part only, after {@link #factor}. */
  double[] inverseDiagonal() {
    double[] diagonal = bandedInverseDiagonal();
    // Border: add the squares of B^-1 C L^-T, where L is the factor of the Schur complement.
    double[][] columns = new double[border][];
    for (int b = 0; b < border; b++) {
      double[] column = java.util.Arrays.copyOfRange(edge, b * size, (b + 1) * size);
      backward(column, 0);
      for (int c = 0; c < b; c++) {
        for (int k = 0; k < size; k++) {
          column[k] -= corner[b * border + c] * columns[c][k];
        }
      }
      for (int k = 0; k < size; k++) {
        column[k] /= corner[b * border + b];
        diagonal[k] += column[k] * column[k];
      }
      columns[b] = column;
    }
    return diagonal;
  }

  /** Takahashi's recursion: the entries of the inverse inside the band, from the last row up. */
  private double[] bandedInverseDiagonal() {
    double[] inverse = new double[size * width];
    double[] diagonal = new double[size];
    double[] column = new double[width];
    for (int j = size - 1; j >= 0; j--) {
      int last = Math.min(size - 1, j + band);
      double pivot = rows[j * width + band];
      for (int k = j + 1; k <= last; k++) {
        column[k - j] = rows[k * width + band - k + j] / pivot;
      }
      for (int i = last; i >= j; i--) {
        double sum = i == j ? 1 / (pivot * pivot) : 0;
        for (int k = j + 1; k <= last; k++) {
          int high = Math.max(i, k);
          int low = Math.min(i, k);
          sum -= column[k - j] * inverse[high * width + band - high + low];
        }
        inverse[i * width + band - i + j] = sum;
      }
      diagonal[j] = inverse[j * width + band];
    }
    return diagonal;
  }

  private void forward(double[] x, int offset) {
    for (int i = 0; i < size; i++) {
      int row = i * width + band - i;
      double sum = x[offset + i];
      for (int k = Math.max(0, i - band); k < i; k++) {
        sum -= rows[row + k] * x[offset + k];
      }
      x[offset + i] = sum / rows[row + i];
    }
  }

  private void backward(double[] x, int offset) {
    for (int i = size - 1; i >= 0; i--) {
      int row = i * width + band - i;
      double value = x[offset + i] / rows[row + i];
      x[offset + i] = value;
      for (int k = Math.max(0, i - band); k < i; k++) {
        x[offset + k] -= rows[row + k] * value;
      }
    }
  }
}
