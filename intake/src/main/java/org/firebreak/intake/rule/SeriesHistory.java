package org.firebreak.intake.rule;

/**
 * The latest few points of one series by time, whatever order they come in. About 200 bytes. Not
 * thread-safe.
 */
final class SeriesHistory {

  private static final int CAPACITY = 10;

  private final long[] times = new long[CAPACITY];
  private final double[] values = new double[CAPACITY];
  private int size;

  int size() {
    return size;
  }

  long time(int index) {
    return times[index];
  }

  double value(int index) {
    return values[index];
  }

  /** Puts a point in; returns its index. A full history drops the point farthest from it. */
  int put(long time, double value) {
    int at = size;
    while (at > 0 && times[at - 1] >= time) {
      at--;
    }
    if (at < size && times[at] == time) {
      values[at] = value;
      return at;
    }
    if (size == CAPACITY) {
      if (at > CAPACITY / 2) {
        shift(1, 0, size - 1);
        at--;
      }
      size--;
    }
    shift(at, at + 1, size - at);
    times[at] = time;
    values[at] = value;
    size++;
    return at;
  }

  private void shift(int from, int to, int length) {
    System.arraycopy(times, from, times, to, length);
    System.arraycopy(values, from, values, to, length);
  }
}
