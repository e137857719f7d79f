package org.firebreak.platform.situation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.firebreak.base.error.UserException;

/** What may be shown of an indicator, each derived from its daily values. */
enum Measure {
  CUMULATIVE,
  NEW,
  /** Mean of the new counts of the last seven days. */
  AVG7,
  /** Cumulative per 100,000 people. */
  PER100K,
  /** New counts of the last seven days per 100,000 people. */
  INCIDENCE7,
  /** 7-day average against the one a week before, as a share. */
  GROWTH,
  /** State on the day, for indicators that have one. */
  CURRENT;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Measure ofWord(String word) {
    for (Measure measure : values()) {
      if (measure.word().equals(word)) {
        return measure;
      }
    }
    throw new UserException(
        "measure-unknown",
        "There is no measure '"
            + word
            + "'; there are cumulative, new, avg7, per100k, incidence7, growth, current");
  }

  /**
   * The values of this measure day by day.
   *
   * @param counts daily values as the source has them
   * @param population persons, or NaN if not known
   */
  double[] of(DailyCounts counts, double population) {
    double[] fresh = counts.fresh();
    return switch (this) {
      case CUMULATIVE -> counts.cumulative();
      case NEW -> fresh;
      case AVG7 -> DailyValues.weekAverage(fresh);
      case PER100K -> DailyValues.perPeople(counts.cumulative(), population);
      case INCIDENCE7 ->
          DailyValues.perPeople(
              scaled(DailyValues.weekAverage(fresh), DailyValues.WEEK_DAYS), population);
      case GROWTH -> DailyValues.weeklyGrowth(fresh);
      case CURRENT -> counts.values();
    };
  }

  private static double[] scaled(double[] values, double factor) {
    return java.util.Arrays.stream(values).map(value -> value * factor).toArray();
  }
}
