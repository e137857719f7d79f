package org.firebreak.city.life;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * The days of an incident, numbered from 0, and the measures in force on each. The epidemic sets
 * the measures of a day before it lives through it; afterwards nothing changes. Written by one
 * thread.
 */
public final class Timeline {

  private final LocalDate start;
  private final Measures[] measures;

  /** {@code days} days from {@code start}, all without measures. */
  public Timeline(LocalDate start, int days) {
    this.start = start;
    this.measures = new Measures[days];
    Arrays.fill(measures, Measures.NONE);
  }

  public int days() {
    return measures.length;
  }

  /** The date of a day; also of days before the first and after the last. */
  public LocalDate date(int day) {
    return start.plusDays(day);
  }

  public boolean isWeekend(int day) {
    DayOfWeek weekday = date(day).getDayOfWeek();
    return weekday == DayOfWeek.SATURDAY || weekday == DayOfWeek.SUNDAY;
  }

  public Measures measures(int day) {
    return measures[day];
  }

  /** Sets the measures from {@code day} to the end. */
  public void setFrom(int day, Measures inForce) {
    Arrays.fill(measures, day, measures.length, inForce);
  }
}
