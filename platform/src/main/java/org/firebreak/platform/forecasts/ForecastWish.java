package org.firebreak.platform.forecasts;

import java.time.Instant;
import java.time.LocalDate;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.forecast.ForecastMethod;
import org.jspecify.annotations.Nullable;

/**
 * A forecast somebody asks for; what is left out has a default.
 *
 * @param region the region, or null for the home region of the platform
 * @param children whether the regions directly below are forecast too
 * @param indicator default {@code confirmed}
 * @param kind {@code new} (default), {@code cumulative} or {@code current}
 * @param source who gives the data, or null for the one with the widest cover
 * @param asOf from data as known then, or null for now
 * @param until last day to be used, or null for the last that is known
 * @param method default {@code ensemble}
 * @param horizonDays 1 to {@value #MAX_HORIZON_DAYS}, default {@value #DEFAULT_HORIZON_DAYS}
 * @param pastWeeks also the forecasts that would have been made in so many weeks before, 0 to
 *     {@value #MAX_PAST_WEEKS}, default 0
 */
record ForecastWish(
    @Nullable String region,
    @Nullable Boolean children,
    @Nullable String indicator,
    @Nullable String kind,
    @Nullable String source,
    @Nullable Instant asOf,
    @Nullable LocalDate until,
    @Nullable String method,
    @Nullable Integer horizonDays,
    @Nullable Integer pastWeeks) {

  static final int DEFAULT_HORIZON_DAYS = 14;
  static final int MAX_HORIZON_DAYS = 60;
  static final int MAX_PAST_WEEKS = 52;

  boolean withChildren() {
    return Boolean.TRUE.equals(children);
  }

  String indicatorOrDefault() {
    return indicator == null ? "confirmed" : indicator;
  }

  Counting counting() {
    Counting counting = kind == null ? Counting.NEW : Counting.ofWord(kind);
    if (counting == Counting.WEEK) {
      throw new UserException(
          "kind-unknown", "Forecasts made here are by day: new, cumulative or current");
    }
    return counting;
  }

  ForecastMethod forecastMethod() {
    String word = method == null ? "ensemble" : method;
    return ForecastMethod.find(word)
        .orElseThrow(() ->
            new UserException("method-unknown", "There is no forecast method '" + word + "'"));
  }

  int horizon() {
    int days = horizonDays == null ? DEFAULT_HORIZON_DAYS : horizonDays;
    if (days < 1 || days > MAX_HORIZON_DAYS) {
      throw new UserException(
          "horizon-invalid", "horizonDays must be 1.." + MAX_HORIZON_DAYS + ", was " + days);
    }
    return days;
  }

  int weeksBack() {
    int weeks = pastWeeks == null ? 0 : pastWeeks;
    if (weeks < 0 || weeks > MAX_PAST_WEEKS) {
      throw new UserException(
          "past-weeks-invalid", "pastWeeks must be 0.." + MAX_PAST_WEEKS + ", was " + weeks);
    }
    return weeks;
  }

  /** Throws what is wrong with it. */
  void check() {
    counting();
    forecastMethod();
    horizon();
    weeksBack();
  }
}
