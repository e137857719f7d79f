package org.firebreak.epidemic.forecast.ets;

import java.util.ArrayList;
import java.util.List;

/**
 * One of the 30 models of the taxonomy of Hyndman, Koehler, Ord and Snyder, Forecasting with
 * Exponential Smoothing, 2008: how error, trend and season enter.
 *
 * @param error how the error enters
 * @param trend how the trend enters
 * @param damped whether the trend flattens; only with a trend
 * @param season how the season enters
 */
public record EtsModel(Part error, Part trend, boolean damped, Part season) {

  /** A component: absent, added, or multiplied. */
  public enum Part {
    NONE('N'),
    ADDITIVE('A'),
    MULTIPLICATIVE('M');

    private final char letter;

    Part(char letter) {
      this.letter = letter;
    }

    static Part of(char letter) {
      for (Part part : values()) {
        if (part.letter == letter) {
          return part;
        }
      }
      throw new IllegalArgumentException("A component is N, A or M, was " + letter);
    }
  }

  public EtsModel {
    if (error == Part.NONE || (damped && trend == Part.NONE)) {
      throw new IllegalArgumentException("Needs an error, and damps only a trend");
    }
  }

  /** From three letters such as {@code AAN}; {@code AAdN} has a damped trend. */
  public static EtsModel of(String letters) {
    boolean damped = letters.length() == 4 && letters.charAt(2) == 'd';
    if (letters.length() != 3 && !damped) {
      throw new IllegalArgumentException("A model is like AAN or AAdN, was " + letters);
    }
    return new EtsModel(
        Part.of(letters.charAt(0)),
        Part.of(letters.charAt(1)),
        damped,
        Part.of(letters.charAt(letters.length() - 1)));
  }

  /**
   * The models a selection considers, as R's {@code ets} does by default: no multiplicative trend,
   * none of the unstable combinations of an additive error with a multiplicative component or the
   * reverse season.
   *
   * @param seasonal whether the series may have a season
   * @param positive whether all values are above zero, without which only additive models make
   *     sense
   */
  public static List<EtsModel> candidates(boolean seasonal, boolean positive) {
    List<EtsModel> models = new ArrayList<>();
    for (Part error : List.of(Part.ADDITIVE, Part.MULTIPLICATIVE)) {
      for (Part season : Part.values()) {
        boolean unstable = error == Part.ADDITIVE && season == Part.MULTIPLICATIVE;
        boolean sensible =
            (seasonal || season == Part.NONE) && (positive || error == Part.ADDITIVE);
        if (!unstable && sensible) {
          models.add(new EtsModel(error, Part.NONE, false, season));
          models.add(new EtsModel(error, Part.ADDITIVE, false, season));
          models.add(new EtsModel(error, Part.ADDITIVE, true, season));
        }
      }
    }
    return models;
  }

  boolean hasTrend() {
    return trend != Part.NONE;
  }

  boolean hasSeason() {
    return season != Part.NONE;
  }

  /** Number of smoothing parameters. */
  int smoothingCount() {
    return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? 1 : 0) + (damped ? 1 : 0);
  }

  /** Number of free initial states. */
  int stateCount(int period) {
    return 1 + (hasTrend() ? 1 : 0) + (hasSeason() ? period - 1 : 0);
  }

  /** The usual name, for example {@code ETS(A,Ad,N)}. */
  @Override
  public String toString() {
    return "ETS(%c,%c%s,%c)"
        .formatted(error.letter, trend.letter, damped ? "d" : "", season.letter);
  }
}
