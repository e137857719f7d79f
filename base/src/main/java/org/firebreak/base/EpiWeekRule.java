package org.firebreak.base;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;

/**
 * How days are counted into epidemiological weeks. Systems of the field disagree, so it is a
 * setting.
 */
public enum EpiWeekRule {
  /** ISO 8601: weeks start on Monday, week 1 is the first with at least four days in the year. */
  ISO(DayOfWeek.MONDAY, 4),
  /**
   * US CDC MMWR: weeks start on Sunday, week 1 is the first with at least four days in the year.
   */
  MMWR(DayOfWeek.SUNDAY, 4),
  /** Weeks start on Monday, week 1 is the one that contains 1 January. */
  FIRST_OF_JANUARY(DayOfWeek.MONDAY, 1);

  private final DayOfWeek firstDay;
  private final int minimalDays;

  EpiWeekRule(DayOfWeek firstDay, int minimalDays) {
    this.firstDay = firstDay;
    this.minimalDays = minimalDays;
  }

  /** The week that contains {@code day}. */
  public EpiWeek weekOf(LocalDate day) {
    int year = day.getYear();
    if (!day.isBefore(startOfYear(year + 1))) {
      year++;
    } else if (day.isBefore(startOfYear(year))) {
      year--;
    }
    long days = day.toEpochDay() - startOfYear(year).toEpochDay();
    return new EpiWeek(year, (int) (days / 7) + 1);
  }

  /** First day of {@code week}; week 53 of a year with 52 weeks is week 1 of the next. */
  public LocalDate startOf(EpiWeek week) {
    return startOfYear(week.year()).plusWeeks(week.week() - 1L);
  }

  private LocalDate startOfYear(int year) {
    LocalDate januaryFirst = LocalDate.of(year, 1, 1);
    LocalDate start = januaryFirst.with(TemporalAdjusters.previousOrSame(firstDay));
    long daysInYear = 7 - (januaryFirst.toEpochDay() - start.toEpochDay());
    return daysInYear >= minimalDays ? start : start.plusWeeks(1);
  }
}
