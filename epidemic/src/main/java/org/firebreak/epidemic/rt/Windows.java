package org.firebreak.epidemic.rt;

/**
 * The time windows of an estimate, as 1-based first and last days, both included.
 *
 * @param starts first days, at least 1
 * @param ends last days, at least the start
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record Windows(int[] starts, int[] ends) {

  public Windows {
    if (starts.length != ends.length) {
      throw new IllegalArgumentException(
          "As many starts as ends, were " + starts.length + ", " + ends.length);
    }
    for (int i = 0; i < starts.length; i++) {
      if (starts[i] < 1 || ends[i] < starts[i]) {
        throw new IllegalArgumentException(
            "A window must start on day 1 or later and not end before, was "
                + starts[i]
                + ".."
                + ends[i]);
      }
    }
  }

  /** Sliding windows of a width over days 2 to {@code days}; none if it is too short. */
  public static Windows sliding(int days, int width) {
    return sliding(2, days, width);
  }

  /** Sliding windows of a width over days {@code first} to {@code last}. */
  public static Windows sliding(int first, int last, int width) {
    if (width < 1) {
      throw new IllegalArgumentException("A window is at least 1 day, was " + width);
    }
    int count = Math.max(0, last - width - first + 2);
    int[] starts = new int[count];
    int[] ends = new int[count];
    for (int i = 0; i < count; i++) {
      starts[i] = first + i;
      ends[i] = first + i + width - 1;
    }
    return new Windows(starts, ends);
  }

  public int count() {
    return starts.length;
  }
}
