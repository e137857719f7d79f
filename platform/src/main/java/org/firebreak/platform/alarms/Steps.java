package org.firebreak.platform.alarms;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Optional;
import org.firebreak.platform.situation.Kind;
import org.firebreak.platform.situation.KnownSeries;

/**
 * A region's values as a detector takes them: one a day or one a week.
 *
 * @param first the day that names the first step; of weeks made from days, their Sunday
 * @param daysPerStep 1 or 7
 * @param values one per step, NaN where nothing is known; the last is known
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
record Steps(LocalDate first, int daysPerStep, double[] values) {

  private static final int WEEK = 7;
  private static final int FEWEST_WEEKLY = 3;

  /** The steps of a line under a rule; empty where there is nothing. */
  static Optional<Steps> of(KnownSeries series, KnownSeries.Line line, RuleDefinition rule) {
    double[] days = line.kind() == Kind.CURRENT ? line.total() : line.fresh();
    int start = firstKnown(days);
    int last = line.lastKnown();
    if (start < 0 || start > last) {
      return Optional.empty();
    }
    double[] known = Arrays.copyOfRange(days, start, last + 1);
    LocalDate first = series.day(start);
    boolean comesWeekly = isWeekly(known);
    if (!rule.isWeekly(comesWeekly)) {
      return Optional.of(new Steps(first, 1, known));
    }
    return comesWeekly
        ? Optional.of(new Steps(first, WEEK, everySeventh(known)))
        : weeks(first, known, line.kind() == Kind.CURRENT);
  }

  private static int firstKnown(double[] values) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        return i;
      }
    }
    return -1;
  }

  /** Whether values come once a week; the first one is known. */
  private static boolean isWeekly(double[] values) {
    int known = 0;
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i])) {
        known++;
        if (i % WEEK != 0) {
          return false;
        }
      }
    }
    return known >= FEWEST_WEEKLY;
  }

  private static double[] everySeventh(double[] values) {
    double[] weekly = new double[(values.length - 1) / WEEK + 1];
    for (int i = 0; i < weekly.length; i++) {
      weekly[i] = values[i * WEEK];
    }
    return weekly;
  }

  /** Whole weeks from Monday to Sunday: their sum, of a state their mean. */
  private static Optional<Steps> weeks(LocalDate first, double[] days, boolean mean) {
    LocalDate monday = first.with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
    int offset = (int) (monday.toEpochDay() - first.toEpochDay());
    int weeks = (days.length - offset) / WEEK;
    if (weeks < 1) {
      return Optional.empty();
    }
    double[] values = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      double[] known =
          Arrays.stream(days, offset + week * WEEK, offset + (week + 1) * WEEK)
              .filter(value -> !Double.isNaN(value))
              .toArray();
      double sum = Arrays.stream(known).sum();
      values[week] = known.length == 0 ? Double.NaN : mean ? sum / known.length : sum;
    }
    return Optional.of(new Steps(monday.plusDays(WEEK - 1), WEEK, values));
  }

  int count() {
    return values.length;
  }

  LocalDate date(int step) {
    return first.plusDays((long) step * daysPerStep);
  }

  /** The step named by a day or, if none is, the next one; may lie outside. */
  int indexAtOrAfter(LocalDate date) {
    return Math.ceilDiv((int) (date.toEpochDay() - first.toEpochDay()), daysPerStep);
  }

  boolean isWeekly() {
    return daysPerStep == WEEK;
  }
}
