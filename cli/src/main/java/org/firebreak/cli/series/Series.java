package org.firebreak.cli.series;

import java.util.Map;
import java.util.Optional;

/**
 * One group's values on an even time axis; a place without a value is NaN (a gap).
 *
 * @param group the group's name, {@link SeriesFile#NO_GROUP} if the file has no group column
 * @param axis what the indices are called
 * @param values one value per index, NaN where there is none
 * @param lines the line of the file per index (header = 1), 0 where there is no row
 * @param extras further columns by name, same length, NaN where empty
 */
@SuppressWarnings("ArrayRecordComponent") // kernels take arrays; callers do not change them
public record Series(
    String group, TimeAxis axis, double[] values, long[] lines, Map<String, double[]> extras) {

  public Series {
    extras = Map.copyOf(extras);
    if (values.length == 0 || values.length != lines.length) {
      throw new IllegalArgumentException(
          "A series needs values and as many lines: " + values.length + ", " + lines.length);
    }
  }

  /** A further column, if the file has it. */
  public Optional<double[]> findExtra(String column) {
    return Optional.ofNullable(extras.get(column));
  }

  /** Number of indices without a value. */
  public int missing() {
    int missing = 0;
    for (double value : values) {
      missing += Double.isNaN(value) ? 1 : 0;
    }
    return missing;
  }

  /** The values with every gap set to zero; a copy. */
  public double[] valuesWithGapsAsZero() {
    double[] filled = values.clone();
    for (int i = 0; i < filled.length; i++) {
      filled[i] = Double.isNaN(filled[i]) ? 0 : filled[i];
    }
    return filled;
  }
}
