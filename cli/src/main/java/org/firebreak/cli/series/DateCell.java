package org.firebreak.cli.series;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.EpiWeek;
import org.firebreak.base.EpiWeekRule;

/**
 * One cell of a date column.
 *
 * @param kind how the cell is written; a file keeps to one kind
 * @param at epoch day, or the integer itself for {@link Kind#STEP}
 */
record DateCell(Kind kind, long at) {

  /** What a cell may be, for messages. */
  static final String RULE =
      "is not a date; write a day as 2020-02-10 (or 2020/02/10, 20200210), an epi week as 2020-W07,"
          + " or a plain step as an integer";

  enum Kind {
    DAY,
    EPI_WEEK,
    STEP
  }

  private static final Pattern DAY =
      Pattern.compile("(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?:[T ]\\d{1,2}:\\d{2}.*)?");
  private static final Pattern COMPACT_DAY = Pattern.compile("((?:19|20)\\d{2})(\\d{2})(\\d{2})");
  private static final Pattern WEEK = Pattern.compile("(\\d{4})[- ]?[Ww](\\d{1,2})");
  private static final Pattern INTEGER = Pattern.compile("-?\\d{1,9}");

  /** Reads a cell; empty if it is none of the kinds or no such day or week exists. */
  static Optional<DateCell> find(String text, EpiWeekRule rule) {
    try {
      Matcher day = DAY.matcher(text);
      if (day.matches()) {
        return Optional.of(day(day.group(1), day.group(3), day.group(4)));
      }
      Matcher week = WEEK.matcher(text);
      if (week.matches()) {
        return week(Integer.parseInt(week.group(1)), Integer.parseInt(week.group(2)), rule);
      }
      Matcher compact = COMPACT_DAY.matcher(text);
      if (compact.matches()) {
        return Optional.of(day(compact.group(1), compact.group(2), compact.group(3)));
      }
    } catch (DateTimeException notOfTheCalendar) {
      return Optional.empty();
    }
    return INTEGER.matcher(text).matches()
        ? Optional.of(new DateCell(Kind.STEP, Long.parseLong(text)))
        : Optional.empty();
  }

  private static DateCell day(String year, String month, String day) {
    LocalDate date =
        LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day));
    return new DateCell(Kind.DAY, date.toEpochDay());
  }

  private static Optional<DateCell> week(int year, int number, EpiWeekRule rule) {
    if (number < 1 || number > 53) {
      return Optional.empty();
    }
    EpiWeek week = new EpiWeek(year, number);
    LocalDate start = rule.startOf(week);
    return rule.weekOf(start).equals(week)
        ? Optional.of(new DateCell(Kind.EPI_WEEK, start.toEpochDay()))
        : Optional.empty();
  }
}
