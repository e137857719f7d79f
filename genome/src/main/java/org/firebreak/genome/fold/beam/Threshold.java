package org.firebreak.genome.fold.beam;

/**
 * Finds the key below which a beam drops states. Of m &gt; b keys it is the (m - b)-th smallest, so
 * that b + 1 states and those equal to the last survive. Expected cost O(m); reorders its argument.
 */
final class Threshold {

  private Threshold() {}

  /** The key to keep from; everything if the beam is 0 or not full. */
  static int of(int[] keys, int count, int beam) {
    return beam == 0 || count <= beam ? Integer.MIN_VALUE : select(keys, count, count - beam - 1);
  }

  private static int select(int[] keys, int count, int rank) {
    int low = 0;
    int high = count - 1;
    while (low < high) {
      int pivot = median(keys[low], keys[(low + high) >>> 1], keys[high]);
      int i = low - 1;
      int j = high + 1;
      while (true) {
        do {
          i++;
        } while (keys[i] < pivot);
        do {
          j--;
        } while (keys[j] > pivot);
        if (i >= j) {
          break;
        }
        int swap = keys[i];
        keys[i] = keys[j];
        keys[j] = swap;
      }
      if (rank <= j) {
        high = j;
      } else {
        low = j + 1;
      }
    }
    return keys[rank];
  }

  private static int median(int a, int b, int c) {
    return Math.max(Math.min(a, b), Math.min(Math.max(a, b), c));
  }
}
