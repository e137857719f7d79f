package org.firebreak.epidemic.forecast.smooth;

import java.util.Arrays;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Past;

/**
 * Holt-Winters with a season. A cumulative series has none: its steps are smoothed and added up. A
 * multiplicative season needs values above zero and is additive without; a series of less than two
 * seasons, or of no season, gets Holt's method. The name of the forecast says which it was.
 */
public final class SeasonalForecaster implements Forecaster {

  private final SeasonalKind kind;

  public SeasonalForecaster(SeasonalKind kind) {
    this.kind = kind;
  }

  @Override
  public Forecast forecast(Past past, int horizon) {
    double[] steps = past.increments();
    if (past.season() == 1 || steps.length < 2 * past.season() + 1) {
      return new HoltForecaster().forecast(past, horizon);
    }
    boolean positive = Arrays.stream(steps).allMatch(v -> v > 0);
    boolean additive = kind == SeasonalKind.ADDITIVE || !positive;
    HoltWintersFit fit =
        HoltWinters.seasonal(
            steps, past.season(), additive ? SeasonalKind.ADDITIVE : SeasonalKind.MULTIPLICATIVE);
    String name = additive ? "hw-add" : "hw-mul";
    double[] mean = fit.mean(horizon);
    if (past.measure() == Measure.COUNT) {
      return Forecast.normal(name, mean, fit.standardErrors(horizon));
    }
    double reached = past.last();
    for (int h = 0; h < horizon; h++) {
      reached += mean[h];
      mean[h] = reached;
    }
    return Forecast.normal(name, mean, fit.sumStandardErrors(horizon));
  }
}
