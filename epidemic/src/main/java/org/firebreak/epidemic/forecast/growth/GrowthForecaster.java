package org.firebreak.epidemic.forecast.growth;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.baseline.Walks;

/**
 * The coming values on a growth curve fitted to the total of the wave, which is taken to begin with
 * the series. The path goes on from the last value with the steps of the curve. Naive where the
 * curve cannot be fitted.
 */
public final class GrowthForecaster implements Forecaster {

  private final GrowthCurve curve;

  public GrowthForecaster(GrowthCurve curve) {
    this.curve = curve;
  }

  @Override
  public Forecast forecast(Past past, int horizon) {
    double[] totals = past.values().clone();
    if (past.measure() == Measure.COUNT) {
      Arrays.parallelPrefix(totals, Double::sum);
    }
    Optional<GrowthFit> fit = GrowthFitter.fit(curve, totals);
    return fit.map(found -> along(found, past, totals, horizon))
        .orElseGet(() -> Walks.naive().forecast(past, horizon));
  }

  private Forecast along(GrowthFit fit, Past past, double[] totals, int horizon) {
    int n = totals.length;
    double[] mean = new double[horizon];
    double[] errors = new double[horizon];
    double at = curve.at(fit.parameters(), n - 1.0);
    double reached = past.measure() == Measure.CUMULATIVE ? past.last() : 0;
    double spread = Math.sqrt(fit.sse() / n);
    for (int h = 0; h < horizon; h++) {
      double next = curve.at(fit.parameters(), (double) n + h);
      boolean cumulative = past.measure() == Measure.CUMULATIVE;
      reached = cumulative ? reached + next - at : next - at;
      mean[h] = reached;
      errors[h] = cumulative ? fit.standardError((double) n + h) : Math.min(spread, next - at + 1);
      at = next;
    }
    return Forecast.normal(curve.name().toLowerCase(java.util.Locale.ROOT), mean, errors);
  }
}
