package org.firebreak.privacy.disclosure;

import java.util.Arrays;

/**
 * A row of a linear system over the prime field of 2^61 - 1, by its non-zero columns in ascending
 * order. Whole-number systems with entries 0 and 1 have the same solvability there as over the
 * rationals, but for a chance of about their rank in 2^61. Immutable.
 */
final class SparseRow {

  static final long PRIME = (1L << 61) - 1;

  private final int[] columns;
  private final long[] values;

  private SparseRow(int[] columns, long[] values) {
    this.columns = columns;
    this.values = values;
  }

  /** The indicator of some columns, ascending. */
  static SparseRow indicator(int[] columns) {
    long[] values = new long[columns.length];
    Arrays.fill(values, 1);
    return new SparseRow(columns, values);
  }

  boolean isZero() {
    return columns.length == 0;
  }

  int size() {
    return columns.length;
  }

  int column(int i) {
    return columns[i];
  }

  long get(int column) {
    int i = Arrays.binarySearch(columns, column);
    return i < 0 ? 0 : values[i];
  }

  /** Whether all values are 1. */
  boolean isIndicator() {
    for (long value : values) {
      if (value != 1) {
        return false;
      }
    }
    return true;
  }

  /** This row scaled so that its value at a column is 1. */
  SparseRow scaledAt(int column) {
    long factor = inverse(get(column));
    long[] scaled = new long[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = multiply(values[i], factor);
    }
    return new SparseRow(columns, scaled);
  }

  SparseRow plus(SparseRow other) {
    return minus(PRIME - 1, other);
  }

  /** This row minus factor times another. */
  SparseRow minus(long factor, SparseRow other) {
    int[] outColumns = new int[columns.length + other.columns.length];
    long[] outValues = new long[outColumns.length];
    int count = 0;
    int i = 0;
    int j = 0;
    while (i < columns.length || j < other.columns.length) {
      int left = i < columns.length ? columns[i] : Integer.MAX_VALUE;
      int right = j < other.columns.length ? other.columns[j] : Integer.MAX_VALUE;
      int column = Math.min(left, right);
      long value = left == column ? values[i++] : 0;
      if (right == column) {
        value = subtract(value, multiply(factor, other.values[j++]));
      }
      if (value != 0) {
        outColumns[count] = column;
        outValues[count++] = value;
      }
    }
    return new SparseRow(Arrays.copyOf(outColumns, count), Arrays.copyOf(outValues, count));
  }

  private static long subtract(long a, long b) {
    long difference = a - b;
    return difference < 0 ? difference + PRIME : difference;
  }

  private static long multiply(long a, long b) {
    if (a == 1) {
      return b;
    }
    long high = Math.multiplyHigh(a, b);
    long low = a * b;
    // a·b = high·2^64 + low = (high·8 + low>>>61)·2^61 + low mod 2^61, and 2^61 = 1 here.
    long sum = (low & PRIME) + ((low >>> 61) | (high << 3));
    return sum >= PRIME ? sum - PRIME : sum;
  }

  private static long inverse(long value) {
    if (value == 1) {
      return 1;
    }
    long result = 1;
    long power = value;
    for (long exponent = PRIME - 2; exponent > 0; exponent >>= 1) {
      if ((exponent & 1) == 1) {
        result = multiply(result, power);
      }
      power = multiply(power, power);
    }
    return result;
  }
}
