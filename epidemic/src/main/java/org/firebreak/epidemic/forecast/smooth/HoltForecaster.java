package org.firebreak.epidemic.forecast.smooth;

import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.baseline.Walks;

/** Holt's linear trend on the values as they are; naive with fewer than three values. */
public final class HoltForecaster implements Forecaster {

  @Override
  public Forecast forecast(Past past, int horizon) {
    if (past.values().length < 3) {
      return Walks.naive().forecast(past, horizon);
    }
    HoltWintersFit fit = HoltWinters.holt(past.values());
    return Forecast.normal("holt", fit.mean(horizon), fit.standardErrors(horizon));
  }
}
