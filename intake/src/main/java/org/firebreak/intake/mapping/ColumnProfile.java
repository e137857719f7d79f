package org.firebreak.intake.mapping;

import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.firebreak.intake.convert.Ages;
import org.firebreak.intake.convert.ChineseId;
import org.firebreak.intake.convert.CodeIndex;
import org.firebreak.intake.convert.DateFormat;
import org.firebreak.intake.convert.Numbers;
import org.firebreak.intake.convert.Phones;
import org.firebreak.intake.standard.FieldSpec;

/** What the sample shows of one column: how many of its cells could be what. */
final class ColumnProfile {

  private static final int DISTINCT_MAX = 500;
  private static final double TIME_SHARE_MIN = 0.5;

  private final String name;
  private final int index;
  private final int filled;
  private final int numbers;
  private final int wholeNumbers;
  private final int chinese;
  private final int times;
  private final boolean tooManyDistinct;
  private final Set<String> distinct = new LinkedHashSet<>();
  private final Map<DateFormat, Integer> dates = new EnumMap<>(DateFormat.class);

  ColumnProfile(String name, int index, List<String> cells) {
    this.name = name;
    this.index = index;
    this.filled = cells.size();
    int numberCount = 0;
    int wholeCount = 0;
    int chineseCount = 0;
    int timeCount = 0;
    boolean overflow = false;
    for (String cell : cells) {
      Double number = Numbers.parse(cell);
      numberCount += number == null ? 0 : 1;
      wholeCount += number != null && number == Math.rint(number) ? 1 : 0;
      chineseCount += cell.codePoints().anyMatch(Character::isIdeographic) ? 1 : 0;
      timeCount += cell.indexOf(':') > 0 ? 1 : 0;
      overflow |= distinct.size() >= DISTINCT_MAX && !distinct.contains(cell);
      if (distinct.size() < DISTINCT_MAX) {
        distinct.add(cell);
      }
    }
    this.numbers = numberCount;
    this.wholeNumbers = wholeCount;
    this.chinese = chineseCount;
    this.times = timeCount;
    this.tooManyDistinct = overflow;
    for (DateFormat format : DateFormat.values()) {
      dates.put(format, countDates(cells, format));
    }
  }

  /** Numbers are dates only where they can be nothing else. */
  private int countDates(List<String> cells, DateFormat format) {
    int fits = 0;
    for (String cell : cells) {
      fits += format.parse(cell) == null ? 0 : 1;
    }
    return fits;
  }

  String name() {
    return name;
  }

  int index() {
    return index;
  }

  int filled() {
    return filled;
  }

  /** Different values, at most 500 of them. */
  Set<String> distinct() {
    return distinct;
  }

  boolean hasManyDistinct() {
    return tooManyDistinct;
  }

  double shareOfNumbers() {
    return share(numbers);
  }

  double shareOfWholeNumbers() {
    return share(wholeNumbers);
  }

  double shareOfChinese() {
    return share(chinese);
  }

  int dates(DateFormat format) {
    return dates.getOrDefault(format, 0);
  }

  /** Whether most dates of the column carry a time of day. */
  boolean hasTimes() {
    return share(times) >= TIME_SHARE_MIN;
  }

  private double share(int count) {
    return filled == 0 ? 0 : (double) count / filled;
  }

  private double shareOfDistinct(Predicate<String> test) {
    long fits = distinct.stream().filter(test).count();
    return distinct.isEmpty() ? 0 : (double) fits / distinct.size();
  }

  /** Share of the cells that could be values of a field; 1 for an empty column. */
  double fit(FieldSpec field) {
    if (filled == 0) {
      return 1;
    }
    return switch (field.type()) {
      case TEXT, REGION, TEXT_LIST, OPENING_HOURS -> 1;
      case INTEGER -> shareOfWholeNumbers();
      case DECIMAL -> shareOfNumbers();
      case BOOLEAN -> shareOfDistinct(ColumnProfile::isTruth);
      case DATE, DATE_TIME -> bestDateShare();
      case CODE -> {
        CodeIndex codes = new CodeIndex(field);
        yield shareOfDistinct(value -> codes.find(value) != null);
      }
      case AGE -> shareOfDistinct(value -> Ages.parse(value, "year") != null);
      case AGE_RANGE ->
          shareOfDistinct(value -> Numbers.parse(value) == null && Ages.parseGroup(value) != null);
      case LONGITUDE -> shareOfDistinct(value -> isWithin(value, 180));
      case LATITUDE -> shareOfDistinct(value -> isWithin(value, 90));
      case PHONE -> shareOfDistinct(value -> Phones.parse(value) != null);
      case NATIONAL_ID -> shareOfDistinct(value -> value.length() >= 5 && value.length() <= 25);
    };
  }

  /** Share of values that are Chinese resident numbers with a right check character. */
  double shareOfChineseIds() {
    return shareOfDistinct(value ->
        value.length() == 18 && ChineseId.hasForm(value) && ChineseId.hasValidCheck(value));
  }

  /** Share of values that are Chinese mobile numbers. */
  double shareOfMobiles() {
    return shareOfDistinct(value -> value.matches("(\\+?86[- ]?)?1[3-9]\\d{9}"));
  }

  /** Share of cells in the best date format that a bare number is not taken for. */
  double bestDateShare() {
    int best = 0;
    for (DateFormat format : DateFormat.values()) {
      boolean bareNumbers = format == DateFormat.EXCEL || format == DateFormat.EPOCH;
      if (!bareNumbers || isDayNumbers(format)) {
        best = Math.max(best, dates(format));
      }
    }
    return share(best);
  }

  /** Whether all numbers lie where day numbers or time stamps of 1980 to 2064 do. */
  boolean isDayNumbers(DateFormat format) {
    double low = format == DateFormat.EXCEL ? 29_221 : 3e8;
    double high = format == DateFormat.EXCEL ? 60_000 : 3e12;
    return shareOfDistinct(value -> {
      Double number = Numbers.parse(value);
      return number != null && number >= low && number <= high;
    })
        > 0.95;
  }

  private static boolean isWithin(String value, double limit) {
    Double number = Numbers.parse(value);
    return number != null && Math.abs(number) <= limit;
  }

  private static boolean isTruth(String value) {
    return value.matches("(?i)y|yes|no|n|true|false|t|f|0|1|是|否|有|无");
  }
}
