package org.firebreak.city.trace;

import java.time.LocalDate;

/** Times of one day as ISO 8601 with the province's offset, without a formatter's cost. */
public final class LocalTimes {

  /** Offset of the province from UTC. */
  public static final String OFFSET = "+08:00";

  private static final int DAY_SECONDS = 86_400;

  private final String today;
  private final String tomorrow;

  public LocalTimes(LocalDate date) {
    today = date + "T";
    tomorrow = date.plusDays(1) + "T";
  }

  /** The time {@code second} seconds after midnight, up to the end of the next day. */
  public String at(int second) {
    int rest = second % DAY_SECONDS;
    StringBuilder text = new StringBuilder(25);
    text.append(second < DAY_SECONDS ? today : tomorrow);
    two(text, rest / 3600).append(':');
    two(text, rest / 60 % 60).append(':');
    return two(text, rest % 60).append(OFFSET).toString();
  }

  private static StringBuilder two(StringBuilder text, int number) {
    return text.append((char) ('0' + number / 10)).append((char) ('0' + number % 10));
  }
}
