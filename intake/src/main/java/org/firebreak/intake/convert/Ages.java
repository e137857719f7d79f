package org.firebreak.intake.convert;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Ages with and without a unit, and age groups. */
public final class Ages {

  private static final double DAYS_PER_YEAR = 365.25;
  private static final double WEEKS_PER_YEAR = DAYS_PER_YEAR / 7;
  private static final int MONTHS_PER_YEAR = 12;
  private static final String UNITS =
      "years?|yrs?|y\\.?o\\.?|y|岁|周岁|年|months?|mos?|mths?|m|个月|月龄|月|weeks?|wks?|w|周龄|周|days?|d|天|日龄|日";
  private static final Pattern PART = Pattern.compile("(\\d+(?:\\.\\d+)?)\\s*(" + UNITS + ")");
  private static final Pattern WHOLE =
      Pattern.compile("(?:\\d+(?:\\.\\d+)?\\s*(?:" + UNITS + ")[\\s,零又]*(?:old)?\\s*)+");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3})\\s*(?:-|–|—|~|～|至|to|_|\\.\\.)\\s*(\\d{1,3})");
  private static final Pattern OPEN =
      Pattern.compile("(\\d{1,3})\\s*(?:\\+|plus|and over|and older|or older|岁?及?以上|岁?\\+)");
  private static final Pattern OPEN_BELOW = Pattern.compile("(?:>=|≥|≧|over|above)\\s*(\\d{1,3})");
  private static final Pattern UNDER =
      Pattern.compile("(?:<|under|below)\\s*(\\d{1,3})|(\\d{1,3})岁以下");

  private Ages() {}

  /**
   * Age in years.
   *
   * @param unit unit of a bare number: year, month, week or day
   * @return null if the text is no age
   */
  public static @Nullable Double parse(String text, String unit) {
    Double number = Numbers.parse(text);
    if (number != null) {
      return round(number / perYear(unit));
    }
    String lower = text.toLowerCase(Locale.ROOT);
    if (!WHOLE.matcher(lower).matches()) {
      return null;
    }
    double years = 0;
    for (Matcher part = PART.matcher(lower); part.find(); ) {
      years += Double.parseDouble(part.group(1)) / perYear(part.group(2));
    }
    return round(years);
  }

  private static double round(double years) {
    return Math.round(years * 1000) / 1000.0;
  }

  /** Years per unit, the other way round. */
  private static double perYear(String unit) {
    return switch (unit.charAt(0)) {
      case 'm', '个', '月' -> MONTHS_PER_YEAR;
      case 'w' -> WEEKS_PER_YEAR;
      case 'd', '天', '日' -> DAYS_PER_YEAR;
      case '周' -> "周岁".equals(unit) ? 1 : WEEKS_PER_YEAR;
      default -> 1;
    };
  }

  /** An age group as {@code 60-69}, {@code 80+} or {@code 0-4}; null if the text is none. */
  public static @Nullable String parseGroup(String text) {
    String lower = text.toLowerCase(Locale.ROOT).strip();
    String bare = lower.replaceAll("\\s*(years?|yrs?|岁|周岁|age|aged|\\[|\\)|\\(|])\\s*", "");
    Matcher range = RANGE.matcher(bare.replace(',', '-'));
    if (range.matches()) {
      int first = Integer.parseInt(range.group(1));
      int last = Integer.parseInt(range.group(2));
      boolean halfOpen = lower.startsWith("[") && lower.endsWith(")");
      last -= halfOpen ? 1 : 0;
      return first <= last ? first + "-" + last : null;
    }
    for (Pattern open : new Pattern[] {OPEN, OPEN_BELOW}) {
      Matcher matcher = open.matcher(open == OPEN ? bare.isEmpty() ? lower : bare : lower);
      if (matcher.matches()) {
        return Integer.parseInt(matcher.group(1)) + "+";
      }
    }
    Matcher under = UNDER.matcher(lower.replace(" ", ""));
    if (under.matches()) {
      String number = under.group(1) == null ? under.group(2) : under.group(1);
      int limit = Integer.parseInt(number);
      return limit > 0 ? "0-" + (limit - 1) : null;
    }
    Double single = Numbers.parse(bare);
    boolean whole = single != null && single == Math.rint(single) && single >= 0 && single < 130;
    return whole && single != null ? single.intValue() + "-" + single.intValue() : null;
  }
}
