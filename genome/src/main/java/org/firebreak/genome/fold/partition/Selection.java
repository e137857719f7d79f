package org.firebreak.genome.fold.partition;

/**
 * Selection by rank among values from 0 on: they are counted by their binary exponent, and only
 * those that share that of the wanted one are partitioned. Expected linear time; for one thread.
 */
final class Selection {

  private static final int EXPONENTS = 1 << 11;
  private static final int MANTISSA_BITS = 52;

  private final int[] counts = new int[EXPONENTS];

  /** The value of this rank, 0 = smallest; reorders the values. */
  double smallest(double[] values, int count, int rank) {
    int low = EXPONENTS;
    int high = 0;
    for (int a = 0; a < count; a++) {
      int exponent = exponent(values[a]);
      counts[exponent]++;
      low = Math.min(low, exponent);
      high = Math.max(high, exponent);
    }
    int wanted = low;
    int before = 0;
    while (before + counts[wanted] <= rank) {
      before += counts[wanted++];
    }
    for (int e = low; e <= high; e++) {
      counts[e] = 0;
    }
    int same = 0;
    for (int a = 0; a < count; a++) {
      if (exponent(values[a]) == wanted) {
        values[same++] = values[a];
      }
    }
    return partition(values, same, rank - before);
  }

  private static int exponent(double value) {
    return (int) (Double.doubleToRawLongBits(value) >>> MANTISSA_BITS);
  }

  private static double partition(double[] values, int count, int rank) {
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
