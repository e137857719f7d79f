package org.firebreak.genome.fold.partition;

import java.util.Arrays;

/** Kept states column by column: left end, inside weight, outside weight; 20 bytes each. */
final class WeightStore {

  private int[] left = new int[1 << 14];
  private double[] inside = new double[1 << 14];
  private double[] outside = new double[0];
  private final int[] start;
  private int last;

  WeightStore(int columns) {
    start = new int[columns + 1];
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
