package org.firebreak.epidemic.scan;

/**
 * Cases per step and place, oldest step first.
 *
 * @param cases cases[step][place], zero or more
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record CountGrid(int[][] cases) {

  public CountGrid {
    if (cases.length == 0 || cases[0].length == 0) {
      throw new IllegalArgumentException("A scan needs at least one step and one place");
    }
    long sum = 0;
    for (int[] row : cases) {
      if (row.length != cases[0].length) {
        throw new IllegalArgumentException("Every step has one count per place");
      }
      for (int count : row) {
        if (count < 0) {
          throw new IllegalArgumentException("A count is zero or more, was " + count);
        }
        sum += count;
      }
    }
    if (sum > Integer.MAX_VALUE / 2) {
      throw new IllegalArgumentException("At most a billion cases, were " + sum);
    }
  }

  public int steps() {
    return cases.length;
  }

  public int places() {
    return cases[0].length;
  }

  /** All cases. */
  public int total() {
    int sum = 0;
    for (int[] row : cases) {
      for (int count : row) {
        sum += count;
      }
    }
    return sum;
  }
}
