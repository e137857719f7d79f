package org.firebreak.base;

/**
 * An epidemiological week, numbered by an {@link EpiWeekRule}.
 *
 * @param year the year the week is counted to, which may differ from the year of some of its days
 * @param week 1 to 53
 */
public record EpiWeek(int year, int week) implements Comparable<EpiWeek> {

  public EpiWeek {
    if (week < 1 || week > 53) {
      throw new IllegalArgumentException("Week must be 1..53, was " + week);
    }
  }

  @Override
  public int compareTo(EpiWeek other) {
    return year != other.year
        ? Integer.compare(year, other.year)
        : Integer.compare(week, other.week);
  }

  /** ISO-like form, for example {@code 2020-W07}. */
  @Override
  public String toString() {
    return String.format("%04d-W%02d", year, week);
  }
}
