package org.firebreak.epidemic.forecast.ets;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.firebreak.epidemic.forecast.ForecastGold;
import org.junit.jupiter.api.Test;

/**
 * Against R's forecast 8.20 (fitted models: at least its likelihood; its parameters give its paths)
 * and statsmodels 0.13.5 (given parameters and states: every number to 1e-9).
 */
class EtsGoldTest {

  private static final double[] LEVELS = {0.025, 0.1, 0.9, 0.975};

  @Test
  void everyModelReachesTheReferenceLikelihood() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("ets_")) {
      if (name.startsWith("ets_ZZZ")) {
        continue;
      }
      EtsFit fit = Ets.fit(model(name), gold.values(name), gold.season(name)).orElseThrow();
      double reference = gold.expectedScalar(name, "loglik");
      assertTrue(
          fit.logLikelihood() >= reference - 1e-3,
          "%s: %.6f, reference %.6f".formatted(name, fit.logLikelihood(), reference));
    }
  }

  @Test
  void selectionIsNoWorseThanTheReference() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("ets_ZZZ")) {
      EtsFit fit = Ets.select(gold.values(name), gold.season(name)).orElseThrow();
      double reference = gold.expectedScalar(name, "aicc");
      assertTrue(
          fit.aicc() <= reference + 2e-3,
          "%s: %s %.4f, reference %s %.4f"
              .formatted(name, fit.model(), fit.aicc(), gold.method(name), reference));
    }
  }

  private static EtsModel model(String name) {
    String letters = name.split("_", -1)[1];
    boolean damped = letters.endsWith("d");
    return EtsModel.of(letters.substring(0, 2) + (damped ? "d" : "") + letters.charAt(2));
  }

  @Test
  void parametersOfTheReferenceGiveItsLikelihoodMeansAndIntervals() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("ets_")) {
      if (name.startsWith("ets_ZZZ")) {
        continue;
      }
      EtsModel model = model(name);
      EtsSmoothing smoothing =
          new EtsSmoothing(
              value(gold, name, "par_alpha", 0),
              value(gold, name, "par_beta", 0),
              value(gold, name, "par_gamma", 0),
              value(gold, name, "par_phi", 1));
      EtsFit fit =
          Ets.with(
              model,
              smoothing,
              start(gold, name, model),
              gold.values(name),
              SeasonRule.EXPECTED_LEVEL);
      assertEquals(
          gold.expectedScalar(name, "loglik"), fit.logLikelihood(), 1e-6, name + " loglik");
      checkPaths(gold, name, fit);
    }
  }

  /** The reference counts its seasonal states backwards and leaves out the oldest. */
  private static EtsState start(ForecastGold gold, String name, EtsModel model) {
    int period = model.hasSeason() ? gold.season(name) : 0;
    double[] season = new double[period];
    double rest = model.season() == EtsModel.Part.MULTIPLICATIVE ? period : 0;
    for (int i = 1; i < period; i++) {
      season[i] = gold.expectedScalar(name, "par_s" + (period - 1 - i));
      rest -= season[i];
    }
    if (period > 0) {
      season[0] = rest;
    }
    return new EtsState(gold.expectedScalar(name, "par_l"), value(gold, name, "par_b", 0), season);
  }

  private static double value(ForecastGold gold, String name, String field, double otherwise) {
    return gold.has(name, field) ? gold.expectedScalar(name, field) : otherwise;
  }

  private static void checkPaths(ForecastGold gold, String name, EtsFit fit) {
    double[] expected = gold.expected(name, "mean");
    double[] mean = EtsPrediction.mean(fit, expected.length);
    double[][] quantiles = EtsPrediction.quantiles(fit, expected.length, LEVELS, 1);
    String[] fields = {"lo95", "lo80", "hi80", "hi95"};
    for (int h = 0; h < expected.length; h++) {
      assertEquals(expected[h], mean[h], 1e-6 * Math.abs(expected[h]) + 1e-6, name + " mean " + h);
      for (int i = 0; i < fields.length; i++) {
        double bound = gold.expected(name, fields[i])[h];
        double width = gold.expected(name, "hi95")[h] - gold.expected(name, "lo95")[h];
        assertEquals(bound, quantiles[h][i], 1e-6 * width, name + " " + fields[i] + " " + h);
      }
    }
  }

  @Test
  void givenParametersGiveTheDigitsOfStatsmodels() {
    ForecastGold gold = ForecastGold.load();
    List<String> lines =
        ForecastGold.lines(ForecastGold.shared("gold/epidemic/a_forecast/sm_cases.csv"));
    gold.addExpected(ForecastGold.shared("gold/epidemic/a_forecast/sm_expected.csv.gz"));
    for (String line : lines.subList(1, lines.size())) {
      String[] c = line.split(",", -1);
      EtsModel model = new EtsModel(part(c[2]), part(c[3]), "True".equals(c[4]), part(c[5]));
      EtsSmoothing smoothing =
          new EtsSmoothing(number(c[7], 0), number(c[8], 0), number(c[9], 0), number(c[10], 1));
      double[] season =
          c[13].isEmpty()
              ? new double[0]
              : java.util.Arrays.stream(c[13].split(" ", -1))
                  .mapToDouble(Double::parseDouble)
                  .toArray();
      EtsState start = new EtsState(number(c[11], 0), number(c[12], 0), season);
      double[] y = gold.values(c[1]);
      checkStatsmodels(
          gold, c[0], Ets.with(model, smoothing, start, y, SeasonRule.UPDATED_LEVEL), y);
    }
  }

  private static void checkStatsmodels(ForecastGold gold, String name, EtsFit fit, double[] y) {
    equal(name + " sse", gold.expectedScalar(name, "sse"), sse(fit));
    double[] fitted = gold.expected(name, "fitted");
    for (int t = 0; t < fitted.length; t++) {
      equal(name + " fitted " + t, fitted[t], fit.fitted()[t]);
    }
    double[] forecast = gold.expected(name, "forecast");
    double[] mean = EtsPrediction.path(fit, forecast.length);
    for (int h = 0; h < forecast.length; h++) {
      equal(name + " forecast " + h, forecast[h], mean[h]);
    }
    double n = y.length;
    double constant = -n / 2 * (Math.log(2 * Math.PI / n) + 1);
    equal(name + " loglike", gold.expectedScalar(name, "loglike"), fit.logLikelihood() + constant);
    if (gold.has(name, "pi_lower95")) {
      checkIntervals(gold, name, fit, n);
    }
  }

  /** Their variance is the mean of squares; ours takes the degrees of freedom off. */
  private static void checkIntervals(ForecastGold gold, String name, EtsFit fit, double n) {
    double[] lower = gold.expected(name, "pi_lower95");
    double[] mean = EtsPrediction.mean(fit, lower.length);
    double[][] quantiles = EtsPrediction.quantiles(fit, lower.length, new double[] {0.025}, 1);
    double factor = Math.sqrt(sse(fit) / n / fit.variance());
    for (int h = 0; h < lower.length; h++) {
      equal(name + " lower " + h, lower[h], mean[h] + factor * (quantiles[h][0] - mean[h]));
    }
  }

  private static double sse(EtsFit fit) {
    return java.util.Arrays.stream(fit.residuals()).map(e -> e * e).sum();
  }

  private static void equal(String what, double expected, double actual) {
    assertEquals(expected, actual, 1e-9 * Math.max(1, Math.abs(expected)), what);
  }

  private static double number(String cell, double otherwise) {
    return cell.isEmpty() ? otherwise : Double.parseDouble(cell);
  }

  private static EtsModel.Part part(String word) {
    return switch (word) {
      case "add" -> EtsModel.Part.ADDITIVE;
      case "mul" -> EtsModel.Part.MULTIPLICATIVE;
      default -> EtsModel.Part.NONE;
    };
  }
}
