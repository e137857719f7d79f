package org.firebreak.intake.convert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * How a column writes dates: the order of its parts. Any separators are read, month names in
 * English too, and a time of day after the date. Years of two digits are 1970 to 2069.
 *
 * <p>Thread-safe.
 */
public enum DateFormat {
  /** 2020-02-12, 2020/2/12, 2020年2月12日, 20200212, 2020-02-12T10:15:30Z. */
  YMD("year-month-day", "年-月-日"),
  /** 12/02/2020, 12.2.20, 12 Feb 2020. */
  DMY("day/month/year", "日/月/年"),
  /** 2/12/20, 02-12-2020, Feb 12, 2020. */
  MDY("month/day/year", "月/日/年"),
  /** Days since 1899-12-30 as spreadsheets count them, for example 43873. */
  EXCEL("spreadsheet day number", "电子表格日期序号"),
  /** Milliseconds (or seconds) since 1970-01-01 UTC. */
  EPOCH("time stamp", "时间戳");

  private static final int YEAR_MIN = 1500;
  private static final int YEAR_MAX = 2200;
  private static final LocalDate EXCEL_EPOCH = LocalDate.of(1899, 12, 30);
  private static final double EXCEL_MAX = 109_574;
  private static final long EPOCH_MILLIS_MIN = 100_000_000_000L;
  private static final long SECONDS_PER_DAY = 86_400;
  private static final String MONTHS = "janfebmaraprmayjunjulaugsepoctnovdec";

  private final String nameEn;
  private final String nameZh;

  DateFormat(String nameEn, String nameZh) {
    this.nameEn = nameEn;
    this.nameZh = nameZh;
  }

  /** For people, in English. */
  public String nameEn() {
    return nameEn;
  }

  /** For people, in Chinese. */
  public String nameZh() {
    return nameZh;
  }

  /** The word that stands in a mapping. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * The format of a mapping's word.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static DateFormat of(String word) {
    for (DateFormat format : values()) {
      if (format.word().equals(word)) {
        return format;
      }
    }
    throw new IllegalArgumentException(
        "No date format '" + word + "'; there are ymd, dmy, mdy, excel, epoch");
  }

  /**
   * The moment a text says in this format, midnight where it gives only a day; null if it does not.
   */
  public @Nullable LocalDateTime parse(String text) {
    return switch (this) {
      case EXCEL -> excel(text);
      case EPOCH -> epoch(text);
      case YMD, DMY, MDY -> parts(text);
    };
  }

  private static @Nullable LocalDateTime excel(String text) {
    Double days = Numbers.parse(text);
    if (days == null || days < 1 || days > EXCEL_MAX) {
      return null;
    }
    long whole = (long) Math.floor(days);
    long seconds = Math.min(Math.round((days - whole) * SECONDS_PER_DAY), SECONDS_PER_DAY - 1);
    return EXCEL_EPOCH.plusDays(whole).atStartOfDay().plusSeconds(seconds);
  }

  private static @Nullable LocalDateTime epoch(String text) {
    Double value = Numbers.parse(text);
    if (value == null || value <= 0 || value > 8e12) {
      return null;
    }
    long millis = value < EPOCH_MILLIS_MIN ? (long) (value * 1000) : value.longValue();
    return LocalDateTime.ofEpochSecond(
        Math.floorDiv(millis, 1000L),
        (int) Math.floorMod(millis, 1000L) * 1_000_000,
        ZoneOffset.UTC);
  }

  private @Nullable LocalDateTime parts(String text) {
    DateScanner scanner = new DateScanner(text);
    if (!scanner.scanDate(this == YMD)) {
      return null;
    }
    int a = scanner.part(0);
    int b = scanner.part(1);
    int c = scanner.part(2);
    int month = scanner.monthByName();
    int year;
    int day;
    if (month > 0) {
      year = this == YMD ? a : b;
      day = this == YMD ? b : a;
    } else {
      year = this == YMD ? a : c;
      month = this == MDY ? a : b;
      day = this == YMD ? c : this == DMY ? a : b;
    }
    boolean named = scanner.monthByName() > 0;
    int yearDigits = scanner.digits(this == YMD ? 0 : named ? 1 : 2);
    if (this == YMD && yearDigits != 4) {
      return null;
    }
    return moment(expandYear(year, yearDigits), month, day, scanner.time());
  }

  private static int expandYear(int year, int digits) {
    if (digits != 2) {
      return digits == 4 ? year : -1;
    }
    return year < 70 ? 2000 + year : 1900 + year;
  }

  private static @Nullable LocalDateTime moment(
      int year, int month, int day, @Nullable LocalTime time) {
    if (time == null || year < YEAR_MIN || year > YEAR_MAX || month < 1 || month > 12 || day < 1) {
      return null;
    }
    try {
      return LocalDate.of(year, month, day).atTime(time);
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Number of a month by the first letters of its English name, or 0. */
  static int monthNumber(String word) {
    if (word.length() < 3) {
      return 0;
    }
    int at = MONTHS.indexOf(word.substring(0, 3).toLowerCase(Locale.ROOT));
    return at >= 0 && at % 3 == 0 ? at / 3 + 1 : 0;
  }
}
