package org.firebreak.epidemic.forecast.arima;

import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.baseline.Walks;

/** The ARIMA model selected by AICc; naive where the series is constant or too short for any. */
public final class ArimaForecaster implements Forecaster {

  /** Longer seasons would need states by the hundred; they are left to other methods. */
  private static final int SEASON_MAX = 24;

  @Override
  public Forecast forecast(Past past, int horizon) {
    int season = past.seasonal() && past.season() <= SEASON_MAX ? past.season() : 1;
    return Arima.select(past.values(), season)
        .map(fit ->
            Forecast.normal(fit.order().toString(), fit.mean(horizon), fit.standardErrors(horizon)))
        .orElseGet(() -> Walks.naive().forecast(past, horizon));
  }
}
