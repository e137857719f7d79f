package org.firebreak.epidemic.forecast.score;

import org.firebreak.epidemic.forecast.HubLevels;

/** Scores of one forecast against what came. */
public final class Scores {

  private Scores() {}

  /**
   * Weighted interval score (Bracher, Ray, Gneiting and Reich, PLOS Computational Biology 17,
   * 2021): the width of the intervals plus what they missed by. In the unit of the series; 0 is
   * perfect, and for a point without intervals it is the absolute error.
   *
   * @param quantiles at the hub's levels
   */
  public static double weightedInterval(double[] quantiles, double actual) {
    double sum = 0.5 * Math.abs(actual - quantiles[HubLevels.MEDIAN]);
    for (int i = 0; i < HubLevels.MEDIAN; i++) {
      double lower = quantiles[i];
      double upper = quantiles[HubLevels.COUNT - 1 - i];
      sum +=
          HubLevels.at(i) * (upper - lower)
              + Math.max(0, lower - actual)
              + Math.max(0, actual - upper);
    }
    return sum / (HubLevels.MEDIAN + 0.5);
  }

  /** Whether the central interval that begins at a level's index contains what came. */
  public static boolean covers(double[] quantiles, int lowerIndex, double actual) {
    return quantiles[lowerIndex] <= actual && actual <= quantiles[HubLevels.COUNT - 1 - lowerIndex];
  }

  /** Absolute error in per cent of what came; NaN if nothing came. */
  public static double percentageError(double forecast, double actual) {
    return actual == 0 ? Double.NaN : 100 * Math.abs(forecast - actual) / Math.abs(actual);
  }

  /**
   * Mean absolute scaled error (Hyndman and Koehler, International Journal of Forecasting 22,
   * 2006): relative to the mean absolute step of the past, at the lag of its season.
   *
   * @return NaN if the past does not change
   */
  public static double scaledError(double[] forecast, double[] actual, double[] past, int season) {
    double scale = 0;
    for (int t = season; t < past.length; t++) {
      scale += Math.abs(past[t] - past[t - season]) / (past.length - season);
    }
    double sum = 0;
    for (int h = 0; h < forecast.length; h++) {
      sum += Math.abs(forecast[h] - actual[h]) / forecast.length;
    }
    return scale > 0 ? sum / scale : Double.NaN;
  }
}
