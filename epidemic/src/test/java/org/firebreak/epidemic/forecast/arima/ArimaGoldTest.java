package org.firebreak.epidemic.forecast.arima;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.SplittableRandom;
import org.firebreak.epidemic.forecast.ForecastGold;
import org.firebreak.epidemic.math.LinearSystem;
import org.firebreak.epidemic.math.Normal;
import org.junit.jupiter.api.Test;

/** Against R's forecast 8.20, and the fast likelihood against the obvious one. */
class ArimaGoldTest {

  private static final double Z95 = Normal.quantile(0.975);

  @Test
  void automaticSelectionIsNoWorseThanTheReference() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("arima_")) {
      ArimaFit fit = Arima.select(gold.values(name), gold.season(name)).orElseThrow();
      double reference = gold.expectedScalar(name, "aicc");
      assertTrue(
          fit.aicc() <= reference + 0.1,
          "%s: %s %.4f, reference %s %.4f"
              .formatted(name, fit.order(), fit.aicc(), gold.method(name), reference));
      if (fit.order().toString().equals(gold.method(name))) {
        checkPath(gold, name, fit);
      }
    }
  }

  @Test
  void givenOrdersHaveTheReferenceLikelihoodAndPath() {
    ForecastGold gold = ForecastGold.load();
    for (String name : gold.cases("arima011_")) {
      ArimaOrder order = new ArimaOrder(0, 1, 1, 0, 0, 0, 1, false);
      ArimaFit fit = Arima.fit(order, gold.values(name)).orElseThrow();
      double reference = gold.expectedScalar(name, "loglik");
      assertEquals(reference, fit.logLikelihood(), 1e-4 * Math.abs(reference), name);
      checkPath(gold, name, fit);
    }
  }

  private static void checkPath(ForecastGold gold, String name, ArimaFit fit) {
    double[] expected = gold.expected(name, "mean");
    double[] lower = gold.expected(name, "lo95");
    double[] mean = fit.mean(expected.length);
    double[] errors = fit.standardErrors(expected.length);
    for (int h = 0; h < expected.length; h++) {
      double tolerance = 5e-3 * (expected[h] - lower[h]);
      assertEquals(expected[h], mean[h], tolerance, name + " mean " + h);
      assertEquals(lower[h], mean[h] - Z95 * errors[h], tolerance, name + " lower " + h);
    }
  }

  /** The twin: the whole covariance matrix, solved. */
  @Test
  void fastLikelihoodEqualsTheCovarianceMatrix() {
    SplittableRandom random = new SplittableRandom(11);
    for (int trial = 0; trial < 50; trial++) {
      double[] free = random.doubles(6, -1.2, 1.2).toArray();
      double[] phi = new double[1 + trial % 3];
      double[] theta = new double[trial % 4];
      Polynomials.fromFree(free, 0, phi.length, phi);
      Polynomials.fromFree(free, 3, Math.min(3, theta.length), theta);
      double[] x = random.doubles(25, -3, 3).toArray();
      ArmaLikelihood fast = new ArmaLikelihood(x, false);
      double criterion = fast.run(phi, theta);
      assertEquals(byMatrix(x, phi, theta), criterion, 1e-7, "trial " + trial);
    }
  }

  /** Between the lags of a season nothing changes for some steps; the filter must not settle. */
  @Test
  void fastLikelihoodOfSeasonalModelsEqualsTheCovarianceMatrix() {
    SplittableRandom random = new SplittableRandom(12);
    for (int trial = 0; trial < 12; trial++) {
      double[] phi =
          Polynomials.expandAr(
              random.doubles(trial % 2, -0.7, 0.7).toArray(),
              random.doubles(trial % 3, -0.45, 0.45).toArray(),
              7);
      double[] theta =
          Polynomials.expandMa(
              random.doubles(trial / 6, -0.7, 0.7).toArray(),
              random.doubles(1 + trial % 2, -0.45, 0.45).toArray(),
              7);
      double[] x = random.doubles(40, -3, 3).toArray();
      double criterion = new ArmaLikelihood(x, false).run(phi, theta);
      assertEquals(byMatrix(x, phi, theta), criterion, 1e-7, "trial " + trial);
    }
  }

  /** log(x' V^-1 x / n) + log|V| / n with V from a long moving average. */
  private static double byMatrix(double[] x, double[] phi, double[] theta) {
    int n = x.length;
    double[] psi = Stationary.weights(phi, theta, 5000);
    double[][] v = new double[n][n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int lag = Math.abs(i - j);
        for (int k = 0; k + lag < psi.length; k++) {
          v[i][j] += psi[k] * psi[k + lag];
        }
      }
    }
    double[] solved = x.clone();
    double logDeterminant = logDeterminant(v);
    assertTrue(LinearSystem.solveInPlace(v, solved));
    double form = 0;
    for (int i = 0; i < n; i++) {
      form += x[i] * solved[i];
    }
    return Math.log(form / n) + logDeterminant / n;
  }

  private static double logDeterminant(double[][] matrix) {
    int n = matrix.length;
    double[][] a = new double[n][];
    for (int i = 0; i < n; i++) {
      a[i] = matrix[i].clone();
    }
    double sum = 0;
    for (int k = 0; k < n; k++) {
      sum += Math.log(a[k][k]);
      for (int i = k + 1; i < n; i++) {
        double factor = a[i][k] / a[k][k];
        for (int j = k; j < n; j++) {
          a[i][j] -= factor * a[k][j];
        }
      }
    }
    return sum;
  }
}
