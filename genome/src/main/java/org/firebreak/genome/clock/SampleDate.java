package org.firebreak.genome.clock;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * When a sample was taken, in decimal years, as exactly as it is known.
 *
 * @param low earliest
 * @param high latest; equal to low for a known day
 */
public record SampleDate(double low, double high) {

  private static final Pattern DATE =
      Pattern.compile("(\\d{4})(?:-(\\d{1,2}|XX)(?:-(\\d{1,2}|XX))?)?");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,4}\\.\\d+");
  private static final Pattern RANGE = Pattern.compile("\\[\\s*([\\d.]+)\\s*:\\s*([\\d.]+)\\s*]");

  public SampleDate {
    if (!(low <= high)) {
      throw new IllegalArgumentException("A date range goes forward: " + low + " to " + high);
    }
  }

  /** The middle. */
  public double middle() {
    return (low + high) / 2;
  }

  /**
   * Parses {@code 2020-03-14}, {@code 2020-03}, {@code 2020-03-XX}, {@code 2020}, {@code 2020.2},
   * {@code [2020.1:2020.3]}; empty for anything else.
   */
  public static Optional<SampleDate> parse(String text) {
    String value = text.strip();
    Matcher range = RANGE.matcher(value);
    if (NUMBER.matcher(value).matches()) {
      double year = Double.parseDouble(value);
      return Optional.of(new SampleDate(year, year));
    }
    if (range.matches()) {
      double a = Double.parseDouble(range.group(1));
      double b = Double.parseDouble(range.group(2));
      return a <= b ? Optional.of(new SampleDate(a, b)) : Optional.empty();
    }
    Matcher date = DATE.matcher(value);
    if (!date.matches()) {
      return Optional.empty();
    }
    try {
      int year = Integer.parseInt(date.group(1));
      if (date.group(2) == null || "XX".equals(date.group(2))) {
        return Optional.of(between(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31)));
      }
      YearMonth month = YearMonth.of(year, Integer.parseInt(date.group(2)));
      if (date.group(3) == null || "XX".equals(date.group(3))) {
        return Optional.of(between(month.atDay(1), month.atEndOfMonth()));
      }
      LocalDate day = month.atDay(Integer.parseInt(date.group(3)));
      return Optional.of(between(day, day));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static SampleDate between(LocalDate first, LocalDate last) {
    return new SampleDate(decimal(first), decimal(last));
  }

  /** The middle of a day as a decimal year. */
  public static double decimal(LocalDate day) {
    return day.getYear() + (day.getDayOfYear() - 0.5) / day.lengthOfYear();
  }

  /** The day in which a decimal year lies. */
  public static LocalDate day(double year) {
    int whole = (int) Math.floor(year);
    LocalDate first = LocalDate.of(whole, 1, 1);
    int length = first.lengthOfYear();
    int day = (int) Math.floor((year - whole) * length);
    return first.plusDays(Math.min(day, length - 1));
  }
}
