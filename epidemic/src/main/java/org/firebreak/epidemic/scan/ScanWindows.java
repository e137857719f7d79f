package org.firebreak.epidemic.scan;

/**
 * The windows of a scan: each centre, each number of nearest places, each length, and the cases
 * expected in each. Laid out with the length innermost, so that a data set is scanned by adding
 * rows of running sums.
 */
final class ScanWindows {

  private final Neighbours neighbours;
  private final int lengths;
  private final int[] rowStart;
  private final int rows;
  private final double[] expected;
  private final int total;

  /**
   * Sets up the windows.
   *
   * @param baseline expected cases per [step][place], in sum as many as there are cases
   */
  ScanWindows(Neighbours neighbours, double[][] baseline, int longest, int total) {
    this.neighbours = neighbours;
    this.lengths = Math.min(longest, baseline.length);
    this.total = total;
    int places = baseline[0].length;
    this.rowStart = new int[places + 1];
    for (int i = 0; i < places; i++) {
      rowStart[i + 1] = rowStart[i] + neighbours.nearest()[i].length;
    }
    this.rows = rowStart[places];
    this.expected = new double[rows * lengths];
    double[][] recent = new double[places][lengths];
    for (int place = 0; place < places; place++) {
      double sum = 0;
      for (int d = 0; d < lengths; d++) {
        sum += baseline[baseline.length - 1 - d][place];
        recent[place][d] = sum;
      }
    }
    for (int centre = 0; centre < places; centre++) {
      double[] sum = new double[lengths];
      for (int rank = 0; rank < neighbours.nearest()[centre].length; rank++) {
        double[] added = recent[neighbours.nearest()[centre][rank]];
        for (int d = 0; d < lengths; d++) {
          sum[d] += added[d];
          expected[(rowStart[centre] + rank) * lengths + d] = sum[d];
        }
      }
    }
  }

  int lengths() {
    return lengths;
  }

  int rows() {
    return rows;
  }

  double expected(int window) {
    return expected[window];
  }

  int centre(int window) {
    int row = window / lengths;
    int centre = java.util.Arrays.binarySearch(rowStart, row);
    return centre >= 0 ? centre : -centre - 2;
  }

  /** Places of a window, in order of distance from its centre. */
  int[] places(int window) {
    int centre = centre(window);
    int rank = window / lengths - rowStart[centre];
    return java.util.Arrays.copyOf(neighbours.nearest()[centre], rank + 1);
  }

  /** Cases per window. */
  int[] counts(int[] recent) {
    int[] counts = new int[rows * lengths];
    int[][] nearest = neighbours.nearest();
    int[] sum = new int[lengths];
    for (int centre = 0; centre < nearest.length; centre++) {
      java.util.Arrays.fill(sum, 0);
      for (int rank = 0; rank < nearest[centre].length; rank++) {
        int from = nearest[centre][rank] * lengths;
        int into = (rowStart[centre] + rank) * lengths;
        for (int d = 0; d < lengths; d++) {
          sum[d] += recent[from + d];
          counts[into + d] = sum[d];
        }
      }
    }
    return counts;
  }

  /** Log-likelihood ratio of a window with c cases, 0 where there are fewer than expected. */
  double score(int window, int c) {
    return score(c, expected[window]);
  }

  private double score(double c, double b) {
    if (c <= b) {
      return 0;
    }
    double inside = c * Math.log(c / b);
    return c < total ? inside + (total - c) * Math.log((total - c) / (total - b)) : inside;
  }

  /** Per window the fewest cases whose score reaches a value; total + 1 if none does. */
  int[] thresholds(double value) {
    int[] thresholds = new int[rows * lengths];
    for (int w = 0; w < thresholds.length; w++) {
      int low = (int) Math.floor(expected[w]);
      int high = total + 1;
      while (high - low > 1) {
        int middle = (low + high) >>> 1;
        if (score(middle, expected[w]) >= value) {
          high = middle;
        } else {
          low = middle;
        }
      }
      thresholds[w] = high;
    }
    return thresholds;
  }

  /**
   * The best score of a data set if any window reaches its threshold, else 0. The inner loop adds
   * and compares whole rows at once; logarithms are taken only of rows where a threshold is met.
   *
   * @param recent cases of the last 1, 2, ... steps, place by place
   * @param sum scratch of one row
   */
  double bestReaching(int[] thresholds, int[] recent, int[] sum) {
    double best = 0;
    int[][] nearest = neighbours.nearest();
    for (int centre = 0; centre < nearest.length; centre++) {
      java.util.Arrays.fill(sum, 0);
      for (int rank = 0; rank < nearest[centre].length; rank++) {
        int from = nearest[centre][rank] * lengths;
        int row = (rowStart[centre] + rank) * lengths;
        int reached = 0;
        for (int d = 0; d < lengths; d++) {
          int cases = sum[d] + recent[from + d];
          sum[d] = cases;
          reached |= thresholds[row + d] - 1 - cases;
        }
        if (reached < 0) {
          best = Math.max(best, bestOfRow(thresholds, sum, row));
        }
      }
    }
    return best;
  }

  private double bestOfRow(int[] thresholds, int[] sum, int row) {
    double best = 0;
    for (int d = 0; d < lengths; d++) {
      if (sum[d] >= thresholds[row + d]) {
        best = Math.max(best, score(sum[d], expected[row + d]));
      }
    }
    return best;
  }
}
