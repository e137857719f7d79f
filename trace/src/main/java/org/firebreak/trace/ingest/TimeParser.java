package org.firebreak.trace.ingest;

/**
 * Reads times from bytes: ISO 8601 with seconds or without, with a fraction (dropped), {@code Z},
 * an offset or none; or seconds or milliseconds since 1970. About 10 ns; the last date is
 * remembered. For one thread.
 */
public final class TimeParser {

  /** The text is not a time. */
  public static final long INVALID = Long.MIN_VALUE;

  private static final int NO_OFFSET = Integer.MIN_VALUE;
  private static final long MILLISECONDS_FROM = 100_000_000_000L;
  private static final long DAY_SECONDS = 86_400;

  private final int defaultOffsetSeconds;
  private boolean offsetMissing;
  private int offsetSeconds;
  private long lastDate = -1;
  private long lastDays;

  /**
   * @param defaultOffsetSeconds of times without one; null refuses them
   */
  public TimeParser(@org.jspecify.annotations.Nullable Integer defaultOffsetSeconds) {
    this.defaultOffsetSeconds = defaultOffsetSeconds == null ? NO_OFFSET : defaultOffsetSeconds;
  }

  /** Whether the last text was refused only because it says no offset. */
  public boolean offsetMissing() {
    return offsetMissing;
  }

  /** Offset from UTC that the last time was written with, seconds. */
  public int offsetSeconds() {
    return offsetSeconds;
  }

  /** Seconds since 1970; {@link #INVALID} if the text is not a time from 1970 to 9999. */
  public long parse(byte[] text, int from, int to) {
    offsetMissing = false;
    if (to - from > 4 && text[from + 4] != '-') {
      return epoch(text, from, to);
    }
    if (to - from < 16 || text[from + 7] != '-' || text[from + 13] != ':') {
      return INVALID;
    }
    byte separator = text[from + 10];
    int hour = two(text, from + 11);
    int minute = two(text, from + 14);
    long days = days(text, from);
    if (days < 0 || (separator != 'T' && separator != ' ' && separator != 't')) {
      return INVALID;
    }
    int second = 0;
    int at = from + 16;
    if (at < to && text[at] == ':') {
      if (at + 3 > to) {
        return INVALID;
      }
      second = two(text, at + 1);
      at += 3;
      if (at < to && (text[at] == '.' || text[at] == ',')) {
        at++;
        while (at < to && text[at] >= '0' && text[at] <= '9') {
          at++;
        }
      }
    }
    if (hour < 0 || hour > 24 || minute < 0 || minute > 59 || second < 0 || second > 60) {
      return INVALID;
    }
    if (hour == 24 && minute + second > 0) {
      return INVALID;
    }
    offsetSeconds = offset(text, at, to);
    if (offsetSeconds == NO_OFFSET) {
      return INVALID;
    }
    long time = days * DAY_SECONDS + hour * 3600L + minute * 60L + second - offsetSeconds;
    return time < 0 ? INVALID : time;
  }

  private int offset(byte[] text, int from, int to) {
    if (from == to) {
      offsetMissing = defaultOffsetSeconds == NO_OFFSET;
      return defaultOffsetSeconds;
    }
    if ((text[from] == 'Z' || text[from] == 'z') && from + 1 == to) {
      return 0;
    }
    int sign = text[from] == '+' ? 1 : text[from] == '-' ? -1 : 0;
    int length = to - from;
    if (sign == 0 || (length != 3 && length != 5 && length != 6)) {
      return NO_OFFSET;
    }
    int hours = two(text, from + 1);
    if (length == 6 && text[from + 3] != ':') {
      return NO_OFFSET;
    }
    int minutes = length == 3 ? 0 : two(text, to - 2);
    return hours < 0 || hours > 18 || minutes < 0 || minutes > 59
        ? NO_OFFSET
        : sign * (3600 * hours + 60 * minutes);
  }

  private long days(byte[] text, int from) {
    long date = 0;
    for (int i = 0; i < 10; i++) {
      if (i != 4 && i != 7) {
        int digit = text[from + i] - '0';
        if (digit < 0 || digit > 9) {
          return -1;
        }
        date = 10 * date + digit;
      }
    }
    if (date != lastDate) {
      int month = (int) (date / 100 % 100);
      int day = (int) (date % 100);
      if (month < 1 || month > 12 || day < 1) {
        return -1;
      }
      java.time.YearMonth of = java.time.YearMonth.of((int) (date / 10_000), month);
      if (day > of.lengthOfMonth()) {
        return -1;
      }
      lastDays = of.atDay(day).toEpochDay();
      lastDate = date;
    }
    return lastDays;
  }

  private static int two(byte[] text, int at) {
    int tens = text[at] - '0';
    int ones = text[at + 1] - '0';
    return tens < 0 || tens > 9 || ones < 0 || ones > 9 ? -1 : 10 * tens + ones;
  }

  private long epoch(byte[] text, int from, int to) {
    if (to - from > 13) {
      return INVALID;
    }
    long value = 0;
    for (int i = from; i < to; i++) {
      int digit = text[i] - '0';
      if (digit < 0 || digit > 9) {
        return INVALID;
      }
      value = 10 * value + digit;
    }
    offsetSeconds = 0;
    return value >= MILLISECONDS_FROM ? value / 1000 : value;
  }
}
