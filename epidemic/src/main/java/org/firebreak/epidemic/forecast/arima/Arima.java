package org.firebreak.epidemic.forecast.arima;

import java.util.Optional;

/**
 * Seasonal ARIMA models: one of given orders, or the best by stepwise search. See
 * docs/methods/forecast-arima.md. Pure; values must be finite.
 */
public final class Arima {

  private Arima() {}

  /** Fits given orders by exact maximum likelihood; nothing if the series is too short for them. */
  public static Optional<ArimaFit> fit(ArimaOrder order, double[] values) {
    return ArimaSearch.fit(order, values);
  }

  /**
   * The best model by the corrected Akaike criterion.
   *
   * @param season steps per season, 1 for none
   * @return nothing if the series is constant or too short
   */
  public static Optional<ArimaFit> select(double[] values, int season) {
    return AutoArima.select(values, season);
  }
}
