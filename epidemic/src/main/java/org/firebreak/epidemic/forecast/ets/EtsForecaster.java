package org.firebreak.epidemic.forecast.ets;

import java.util.Optional;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.baseline.Walks;

/** The ETS model selected by AICc; naive where the series is constant or too short for any. */
public final class EtsForecaster implements Forecaster {

  private static final long SEED = 20200126;

  @Override
  public Forecast forecast(Past past, int horizon) {
    Optional<EtsFit> fit = Ets.select(past.values(), past.seasonal() ? past.season() : 1);
    return fit.map(best ->
            new Forecast(
                best.model().toString(),
                EtsPrediction.mean(best, horizon),
                EtsPrediction.quantiles(best, horizon, HubLevels.all(), SEED)))
        .orElseGet(() -> Walks.naive().forecast(past, horizon));
  }
}
