package org.firebreak.genome.fold.partition;

import java.util.Arrays;

/**
 * Kept states column by column: left end, inside weight, outside weight; 20 bytes each. A beam says
 * how many there will be, so that nothing is copied in the end.
 */
final class WeightStore {

  private static final int TIES = 2;

  /** Wide beams are not always filled: from here on the store grows as it must. */
  private static final int UNSURE = 128;

  private int[] left;
  private double[] inside;
  private double[] outside = new double[0];
  private final int[] start;
  private int last;

  /**
   * A store.
   *
   * @param beam states kept of a column, 0 = all
   */
  WeightStore(int columns, int beam) {
    start = new int[columns + 1];
    long each = Math.min(columns, beam == 0 ? UNSURE : Math.min(beam + TIES, UNSURE));
    int size = Math.clamp(columns * each, 64, Integer.MAX_VALUE / 16);
    left = new int[size];
    inside = new double[size];
  }

  /** Appends the next column. */
  void append(int column, int[] lefts, double[] weights, int count) {
    int from = start[column];
    last = from + count;
    if (last > left.length) {
      int size = Math.max(last, left.length + left.length / 2);
      left = Arrays.copyOf(left, size);
      inside = Arrays.copyOf(inside, size);
    }
    System.arraycopy(lefts, 0, left, from, count);
    System.arraycopy(weights, 0, inside, from, count);
    start[column + 1] = last;
  }

  /** Makes room for outside weights, all 0. */
  void openOutside() {
    outside = new double[last];
  }

  int start(int column) {
    return start[column];
  }

  int end(int column) {
    return start[column + 1];
  }

  int left(int at) {
    return left[at];
  }

  int[] lefts() {
    return left;
  }

  double[] insides() {
    return inside;
  }

  double[] outsides() {
    return outside;
  }
}
