package org.firebreak.platform.forecasts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.score.Scores;
import org.jspecify.annotations.Nullable;

/**
 * How a forecast of one day fared.
 *
 * @param observed what came
 * @param knownAt vintage of what came
 * @param ape absolute error of the point in per cent, null if nothing came
 * @param wis weighted interval score
 * @param baselineWis that of the baseline, null if there is none
 */
record TargetScore(
    long forecast,
    LocalDate date,
    Basis basis,
    double observed,
    Instant knownAt,
    @Nullable Double ape,
    double wis,
    @Nullable Double baselineWis,
    boolean inside50,
    boolean inside80,
    boolean inside95) {

  private static final int LOWER_80 = 3;

  /** Which knowledge of what came a score is against. */
  enum Basis {
    /** As it was first known. */
    FIRST,
    /** As it is known now. */
    LATEST;

    static Basis ofWord(String word) {
      for (Basis one : values()) {
        if (one.word().equals(word)) {
          return one;
        }
      }
      throw new UserException("basis-unknown", "basis must be first or latest, was '" + word + "'");
    }

    @JsonValue
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  static TargetScore of(
      long forecast, Target target, Basis basis, double observed, Instant knownAt) {
    double[] quantiles = target.quantiles();
    double error = Scores.percentageError(target.point(), observed);
    double[] baseline = target.baseline();
    return new TargetScore(
        forecast,
        target.date(),
        basis,
        observed,
        knownAt,
        Double.isNaN(error) ? null : error,
        Scores.weightedInterval(quantiles, observed),
        baseline == null ? null : Scores.weightedInterval(baseline, observed),
        Scores.covers(quantiles, HubLevels.LOWER_50, observed),
        Scores.covers(quantiles, LOWER_80, observed),
        Scores.covers(quantiles, HubLevels.LOWER_95, observed));
  }
}
