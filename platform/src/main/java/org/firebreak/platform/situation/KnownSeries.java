package org.firebreak.platform.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * Daily values of one indicator in some regions, as one source gave them and as they were known at
 * one time: what models are fed with. Immutable.
 *
 * @param source who gave them
 * @param datasets the data set of the source, for captions
 * @param vintage when the newest of the values became known; null if there is none
 * @param first day of the first value of every line
 * @param lines one for each region that has values, all over the same days
 */
public record KnownSeries(
    String indicator,
    LocalizedText title,
    String source,
    List<DatasetRef> datasets,
    @Nullable Instant vintage,
    LocalDate first,
    List<Line> lines) {

  public KnownSeries {
    datasets = List.copyOf(datasets);
    lines = List.copyOf(lines);
  }

  /** The line of a region. */
  public Optional<Line> find(String region) {
    return lines.stream().filter(line -> line.region().code().equals(region)).findFirst();
  }

  /** The day of a place in the arrays of the lines. */
  public LocalDate day(int index) {
    return first.plusDays(index);
  }

  /** The place of a day in the arrays of the lines; may lie outside of them. */
  public int index(LocalDate day) {
    return (int) (day.toEpochDay() - first.toEpochDay());
  }

  /**
   * One region's values; do not change the arrays.
   *
   * @param kind how the source counts
   * @param summed whether they were added up from the regions below
   * @param fresh new on each day (of a state: its change), NaN where unknown; below zero where the
   *     source took something back
   * @param total up to each day (of a state: the state), carried over days without a value
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier for kernels, never compared.
  public record Line(Region region, Kind kind, boolean summed, double[] fresh, double[] total) {

    /** Place of the last day that has a value, -1 if none has. */
    public int lastKnown() {
      int last = fresh.length - 1;
      while (last >= 0 && Double.isNaN(fresh[last])) {
        last--;
      }
      return last;
    }
  }
}
