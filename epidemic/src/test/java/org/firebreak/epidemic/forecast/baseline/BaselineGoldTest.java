package org.firebreak.epidemic.forecast.baseline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.ForecastGold;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Past;
import org.junit.jupiter.api.Test;

/** Against R's forecast 8.20. */
class BaselineGoldTest {

  @Test
  void naiveEqualsTheReference() {
    check("naive_", Walks.naive(), 1e-9);
  }

  @Test
  void driftEqualsTheReference() {
    check("drift_", Walks.drift(), 1e-9);
  }

  @Test
  void seasonalNaiveEqualsTheReference() {
    check("snaive_", Walks.seasonalNaive(), 1e-9);
  }

  /** The reference stops its search for alpha earlier, hence the wider tolerance. */
  @Test
  void thetaEqualsTheReference() {
    check("theta_", new Theta(), 5e-3);
  }

  private static void check(String prefix, Forecaster method, double tolerance) {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases(prefix)) {
      double[] mean = gold.expected(name, "mean");
      double[] lower = gold.expected(name, "lo95");
      double[] lower80 = gold.expected(name, "lo80");
      Past past = new Past(gold.values(name), gold.season(name), Measure.COUNT);
      Forecast forecast = method.forecast(past, mean.length);
      for (int h = 0; h < mean.length; h++) {
        double scale = tolerance * Math.max(1, mean[h] - lower[h]);
        assertEquals(mean[h], forecast.mean()[h], scale, name + " mean " + h);
        double[] row = forecast.quantiles()[h];
        assertEquals(lower[h], row[HubLevels.LOWER_95], scale, name + " lower " + h);
        assertEquals(lower80[h], row[3], scale, name + " lower 80 " + h);
      }
    }
  }
}
