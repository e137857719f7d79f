package org.firebreak.epidemic.forecast.score;

import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.Past;

/**
 * How a forecast made at one cut fared one number of steps ahead.
 *
 * @param series index in the panel
 * @param cut place on the axis of the last value that was known
 * @param horizon steps ahead
 * @param mape absolute error in per cent, NaN if nothing came
 * @param mase absolute error over the mean absolute step of the past, NaN if it never moved
 * @param wis weighted interval score
 * @param baselineWis the same of the baseline
 * @param inside50 whether the central 50 % interval contained what came
 * @param inside95 whether the central 95 % interval did
 */
public record CutScore(
    int series,
    long cut,
    int horizon,
    double mape,
    double mase,
    double wis,
    double baselineWis,
    boolean inside50,
    boolean inside95) {

  /**
   * The score of a forecast of one value.
   *
   * @param cut place of the last value that was known; the series reaches {@code horizon} further
   * @param point the point forecast
   * @param quantiles at the hub's levels
   * @param baseline quantiles of the baseline
   */
  public static CutScore of(
      Panel panel,
      int series,
      long cut,
      int horizon,
      double point,
      double[] quantiles,
      double[] baseline) {
    Panel.Line line = panel.series().get(series);
    Past past = panel.past(series, cut + 1);
    double actual = line.values()[(int) (cut + horizon - line.first())];
    double scaled =
        Scores.scaledError(
            new double[] {point},
            new double[] {actual},
            past.values(),
            past.seasonal() ? past.season() : 1);
    return new CutScore(
        series,
        cut,
        horizon,
        Scores.percentageError(point, actual),
        scaled,
        Scores.weightedInterval(quantiles, actual),
        Scores.weightedInterval(baseline, actual),
        Scores.covers(quantiles, HubLevels.LOWER_50, actual),
        Scores.covers(quantiles, HubLevels.LOWER_95, actual));
  }
}
