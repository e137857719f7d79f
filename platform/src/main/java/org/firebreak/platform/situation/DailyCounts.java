package org.firebreak.platform.situation;

import java.time.LocalDate;

/**
 * Daily values of one indicator in one region, as the source gives them.
 *
 * @param first the day of {@code values[0]}
 * @param kind what the values stand for
 * @param values one a day without gaps, NaN where nothing is known
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
record DailyCounts(LocalDate first, Kind kind, double[] values) {

  /** New counts a day; of a state, its daily change. */
  double[] fresh() {
    return switch (kind) {
      case NEW -> values;
      case CUMULATIVE, CURRENT -> DailyValues.fromCumulative(values, false);
    };
  }

  /** Total up to each day; a state stands for itself. */
  double[] cumulative() {
    return switch (kind) {
      case NEW -> DailyValues.toCumulative(values);
      case CUMULATIVE, CURRENT -> DailyValues.carriedForward(values);
    };
  }

  int days() {
    return values.length;
  }

  LocalDate day(int index) {
    return first.plusDays(index);
  }
}
