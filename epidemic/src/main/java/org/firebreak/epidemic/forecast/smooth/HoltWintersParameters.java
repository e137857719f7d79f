package org.firebreak.epidemic.forecast.smooth;

import org.jspecify.annotations.Nullable;

/**
 * Which components a Holt-Winters model has and how fast each learns.
 *
 * @param alpha smoothing of the level, in [0, 1]
 * @param beta smoothing of the trend, in [0, 1]; ignored without trend
 * @param gamma smoothing of the season, in [0, 1]; ignored without season
 * @param trend whether there is a trend
 * @param seasonal the kind of season, null for none
 */
public record HoltWintersParameters(
    double alpha, double beta, double gamma, boolean trend, @Nullable SeasonalKind seasonal) {

  public HoltWintersParameters {
    requireWeight("alpha", alpha);
    requireWeight("beta", beta);
    requireWeight("gamma", gamma);
  }

  private static void requireWeight(String name, double value) {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException(name + " must be in [0, 1], was " + value);
    }
  }
}
