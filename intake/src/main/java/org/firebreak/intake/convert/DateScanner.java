package org.firebreak.intake.convert;

import java.time.LocalTime;
import org.jspecify.annotations.Nullable;

/** Cuts a text into the parts of a date and the time after it. Used once, by one thread. */
final class DateScanner {

  private static final int COMPACT_LENGTH = 8;

  private final String text;
  private final int[] parts = new int[3];
  private final int[] digits = new int[3];
  private int count;
  private int month;
  private int at;

  DateScanner(String text) {
    this.text = text;
  }

  int part(int index) {
    return parts[index];
  }

  int digits(int index) {
    return digits[index];
  }

  /** Month given as a word, or 0. */
  int monthByName() {
    return month;
  }

  /** Whether the text begins with three parts of a date. */
  boolean scanDate(boolean compactAllowed) {
    while (at < text.length() && count + (month > 0 ? 1 : 0) < 3) {
      char c = text.charAt(at);
      if (c >= '0' && c <= '9') {
        if (!scanNumber(compactAllowed)) {
          return false;
        }
      } else if (isLatin(c)) {
        if (!scanWord()) {
          return false;
        }
      } else if (isSeparator(c)) {
        at++;
      } else {
        return false;
      }
    }
    return count + (month > 0 ? 1 : 0) == 3;
  }

  private static boolean isLatin(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isSeparator(char c) {
    return c == '-'
        || c == '/'
        || c == '.'
        || c == ' '
        || c == ','
        || c == '年'
        || c == '月'
        || c == '_'
        || c == '\u2013'
        || c == '\u00a0';
  }

  private boolean scanNumber(boolean compactAllowed) {
    int start = at;
    int value = 0;
    while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
      if (at - start >= COMPACT_LENGTH) {
        return false;
      }
      value = value * 10 + (text.charAt(at) - '0');
      at++;
    }
    int length = at - start;
    if (length == COMPACT_LENGTH && compactAllowed && count == 0 && month == 0) {
      put(value / 10_000, 4);
      put(value / 100 % 100, 2);
      put(value % 100, 2);
      return true;
    }
    if (length > 4 || length == 3) {
      return false;
    }
    put(value, length);
    return true;
  }

  private void put(int value, int length) {
    parts[count] = value;
    digits[count] = length;
    count++;
  }

  private boolean scanWord() {
    int start = at;
    while (at < text.length() && isLatin(text.charAt(at))) {
      at++;
    }
    String word = text.substring(start, at);
    if (count > 0 && word.matches("(?i)st|nd|rd|th")) {
      return true;
    }
    int number = DateFormat.monthNumber(word);
    if (number == 0 || month > 0) {
      return false;
    }
    month = number;
    return true;
  }

  /** The time after the date: midnight if there is none, null if what follows is no time. */
  @Nullable LocalTime time() {
    while (at < text.length()
        && (text.charAt(at) == '日' || text.charAt(at) == '号' || isTimeMark(text.charAt(at)))) {
      at++;
    }
    if (at == text.length()) {
      return LocalTime.MIDNIGHT;
    }
    return clock(text.substring(at));
  }

  private static boolean isTimeMark(char c) {
    return c == ' ' || c == 'T' || c == '\u00a0' || c == ',';
  }

  private static @Nullable LocalTime clock(String rest) {
    int[] numbers = new int[3];
    int found = 0;
    int i = 0;
    while (i < rest.length() && found < 3 && Character.isDigit(rest.charAt(i))) {
      int start = i;
      while (i < rest.length() && i - start < 2 && Character.isDigit(rest.charAt(i))) {
        numbers[found] = numbers[found] * 10 + Character.digit(rest.charAt(i), 10);
        i++;
      }
      found++;
      if (i < rest.length() && ":时点分：".indexOf(rest.charAt(i)) >= 0) {
        i++;
      } else {
        break;
      }
    }
    int nanos = 0;
    if (i < rest.length() && (rest.charAt(i) == '.' || rest.charAt(i) == ',')) {
      int scale = 100_000_000;
      for (i++; i < rest.length() && Character.isDigit(rest.charAt(i)); i++) {
        nanos += scale * Character.digit(rest.charAt(i), 10);
        scale /= 10;
      }
    }
    String tail = rest.substring(i).strip();
    boolean afternoon = tail.regionMatches(true, 0, "pm", 0, 2);
    boolean known =
        tail.isEmpty()
            || tail.matches("(?i)am|pm|z|utc|gmt|秒|分|[+-]\\d{2}:?\\d{2}(\\[.*])?|[A-Z]{3,4}");
    int hour = afternoon && numbers[0] < 12 ? numbers[0] + 12 : numbers[0];
    boolean possible = found > 0 && hour < 25 && numbers[1] < 60 && numbers[2] < 60;
    return known && possible ? LocalTime.of(hour % 24, numbers[1], numbers[2], nanos) : null;
  }
}
