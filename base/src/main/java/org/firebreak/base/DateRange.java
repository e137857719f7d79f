package org.firebreak.base;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * A range of calendar days, both ends included.
 *
 * @param first first day
 * @param last last day, not before {@code first}
 */
public record DateRange(LocalDate first, LocalDate last) {

  public DateRange {
    if (last.isBefore(first)) {
      throw new IllegalArgumentException(
          "Range must not end before it starts: " + first + ".." + last);
    }
  }

  /** Number of days, at least 1. */
  public long days() {
    return ChronoUnit.DAYS.between(first, last) + 1;
  }

  public boolean contains(LocalDate day) {
    return !day.isBefore(first) && !day.isAfter(last);
  }
}
