package org.firebreak.epidemic.forecast;

import java.util.List;

/**
 * Several series on one time axis, all counting the same way.
 *
 * @param series at least one
 * @param season steps per season, 1 for none
 * @param measure what all series count
 */
public record Panel(List<Line> series, int season, Measure measure) {

  public Panel {
    series = List.copyOf(series);
    if (series.isEmpty() || season < 1) {
      throw new IllegalArgumentException("A panel needs a series and a season of at least 1");
    }
  }

  /**
   * One series of a panel.
   *
   * @param group its name
   * @param first place of its first value on the common axis
   * @param values finite values, at least one
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
  public record Line(String group, long first, double[] values) {

    /** Place after the last value. */
    public long end() {
      return first + values.length;
    }
  }

  /** See {@link Past#window}. */
  public int window() {
    return Past.windowOf(season);
  }

  /** The past of one series as known at a place of the axis: all its values before {@code end}. */
  public Past past(int index, long end) {
    Line line = series.get(index);
    int known = (int) Math.min(line.values().length, end - line.first());
    return new Past(java.util.Arrays.copyOf(line.values(), known), season, measure);
  }
}
