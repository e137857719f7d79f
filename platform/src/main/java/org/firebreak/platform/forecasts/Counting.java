package org.firebreak.platform.forecasts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.platform.situation.KnownSeries;

/** What the values of a forecast stand for. */
enum Counting {
  /** New on the day. */
  NEW,
  /** All up to the day. */
  CUMULATIVE,
  /** In that state on the day. */
  CURRENT,
  /** New in the seven days that end with the day; only in forecasts from outside. */
  WEEK;

  static final int WEEK_DAYS = 7;

  static Counting ofWord(String word) {
    for (Counting one : values()) {
      if (one.word().equals(word)) {
        return one;
      }
    }
    throw new UserException(
        "kind-unknown", "kind must be new, cumulative, current or week, was '" + word + "'");
  }

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  Measure measure() {
    return this == CUMULATIVE ? Measure.CUMULATIVE : Measure.COUNT;
  }

  /** The values of a line that such a forecast speaks of; NaN where they are not known. */
  double[] of(KnownSeries.Line line) {
    return switch (this) {
      case NEW -> line.fresh();
      case CUMULATIVE, CURRENT -> known(line);
      case WEEK -> weeks(line.fresh());
    };
  }

  /** Totals up to the last day that has a value: what is carried on beyond it is not known. */
  private static double[] known(KnownSeries.Line line) {
    double[] total = line.total().clone();
    java.util.Arrays.fill(total, line.lastKnown() + 1, total.length, Double.NaN);
    return total;
  }

  private static double[] weeks(double[] fresh) {
    double[] sums = new double[fresh.length];
    java.util.Arrays.fill(sums, Double.NaN);
    for (int day = WEEK_DAYS - 1; day < fresh.length; day++) {
      double sum = 0;
      for (int back = 0; back < WEEK_DAYS; back++) {
        sum += fresh[day - back];
      }
      sums[day] = sum;
    }
    return sums;
  }
}
