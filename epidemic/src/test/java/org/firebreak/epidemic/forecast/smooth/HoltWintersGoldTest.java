package org.firebreak.epidemic.forecast.smooth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.firebreak.epidemic.forecast.ForecastGold;
import org.firebreak.epidemic.math.Normal;
import org.junit.jupiter.api.Test;

/** Against R 4.2.2 stats::HoltWinters: fixed parameters to 1e-9, fitted ones by their SSE. */
class HoltWintersGoldTest {

  private static final double Z95 = Normal.quantile(0.975);

  @Test
  void fixedParametersGiveTheReferenceDigits() {
    ForecastGold gold = ForecastGold.load();
    int checked = 0;
    for (String name : gold.cases("hw_")) {
      if (name.contains("fix_")) {
        checkPath(
            gold,
            name,
            HoltWinters.with(parameters(name), values(gold, name), gold.season(name)),
            1e-9);
        checked++;
      }
    }
    assertTrue(checked >= 20, "cases checked: " + checked);
  }

  @Test
  void fittedParametersAndPathsAreThoseOfTheReference() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("hw_")) {
      if (name.contains("fix_")) {
        continue;
      }
      HoltWintersFit fit = fit(gold, name);
      double reference = gold.expectedScalar(name, "SSE");
      assertTrue(
          fit.sse() <= reference * (1 + 1e-6),
          "%s: SSE %.9g, reference %.9g".formatted(name, fit.sse(), reference));
      double apart =
          Math.abs(fit.parameters().alpha() - gold.expectedScalar(name, "alpha"))
              + Math.abs(fit.parameters().beta() - gold.expectedScalar(name, "beta"))
              + Math.abs(fit.parameters().gamma() - gold.expectedScalar(name, "gamma"));
      assertTrue(apart < 1e-6, name + ": parameters apart by " + apart);
      checkPath(gold, name, fit, 1e-6);
    }
  }

  private static double[] values(ForecastGold gold, String name) {
    return gold.values(name);
  }

  private static HoltWintersFit fit(ForecastGold gold, String name) {
    double[] values = gold.values(name);
    if (name.startsWith("hw_ses")) {
      return HoltWinters.simple(values);
    }
    if (name.startsWith("hw_holt")) {
      return HoltWinters.holt(values);
    }
    return HoltWinters.seasonal(values, gold.season(name), kind(name));
  }

  private static SeasonalKind kind(String name) {
    return name.startsWith("hw_mul") ? SeasonalKind.MULTIPLICATIVE : SeasonalKind.ADDITIVE;
  }

  private static HoltWintersParameters parameters(String name) {
    return name.startsWith("hw_holtfix")
        ? new HoltWintersParameters(0.5, 0.1, 0, true, null)
        : new HoltWintersParameters(0.3, 0.05, 0.2, true, kind(name));
  }

  private static void checkPath(
      ForecastGold gold, String name, HoltWintersFit fit, double tolerance) {
    checkAll(
        name + " fitted", gold.expected(name, "fitted_xhat_from_first"), fit.fitted(), tolerance);
    double[] expected = gold.expected(name, "forecast");
    double[] mean = fit.mean(expected.length);
    double[] errors = fit.standardErrors(expected.length);
    checkAll(name + " forecast", expected, mean, tolerance);
    double[] lower = new double[mean.length];
    for (int h = 0; h < mean.length; h++) {
      lower[h] = mean[h] - Z95 * errors[h];
    }
    checkAll(name + " lower", gold.expected(name, "lwr95"), lower, tolerance);
  }

  private static void checkAll(String what, double[] expected, double[] actual, double tolerance) {
    assertEquals(expected.length, actual.length, what);
    for (int i = 0; i < expected.length; i++) {
      double scale = Math.max(1, Math.abs(expected[i]));
      assertEquals(expected[i], actual[i], tolerance * scale, what + " " + (i + 1));
    }
  }
}
