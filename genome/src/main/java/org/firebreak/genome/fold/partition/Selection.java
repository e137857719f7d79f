package org.firebreak.genome.fold.partition;

/** Selection by rank in expected linear time. */
final class Selection {

  private Selection() {}

  /** The value of this rank, 0 = smallest; reorders the values. */
  static double smallest(double[] values, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      double pivot = values[(low + high) >>> 1];
      int i = low - 1;
      int j = high + 1;
      while (true) {
        do {
          i++;
        } while (values[i] < pivot);
        do {
          j--;
        } while (values[j] > pivot);
        if (i >= j) {
          break;
        }
        double swap = values[i];
        values[i] = values[j];
        values[j] = swap;
      }
      if (rank <= j) {
        high = j;
      } else {
        low = j + 1;
      }
    }
    return values[rank];
  }
}
