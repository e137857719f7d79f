package org.firebreak.epidemic.forecast.arima;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.epidemic.math.Bfgs;
import org.firebreak.epidemic.math.Gradient;
import org.firebreak.epidemic.math.Minimum;

/**
 * Maximum likelihood of one ARIMA model. Free numbers are mapped into the stationary and invertible
 * region, so the search needs no walls.
 */
final class ArimaSearch {

  private static final double RELATIVE_TOLERANCE = 1e-8;
  private static final double DIFFERENCE = 1e-6;
  private static final int ITERATIONS_MAX = 100;

  /**
   * Where free numbers begin: the white noise, a gentle process beside it, and for large models a
   * strong one.
   */
  private static final double[] BEGINNINGS = {0, 0.4, 1};

  private static final int LARGE = 4;

  private final ArimaOrder order;
  private final ArmaLikelihood likelihood;
  private final int count;
  private final double[] ar;
  private final double[] ma;
  private final double[] seasonalAr;
  private final double[] seasonalMa;
  private double[] phi = {};
  private double[] theta = {};

  private ArimaSearch(ArimaOrder order, double[] differenced) {
    this.order = order;
    this.count = differenced.length;
    this.likelihood = new ArmaLikelihood(differenced, order.constant());
    this.ar = new double[order.p()];
    this.ma = new double[order.q()];
    this.seasonalAr = new double[order.seasonalP()];
    this.seasonalMa = new double[order.seasonalQ()];
  }

  /** The best fit, or nothing if the series is too short or constant. */
  static Optional<ArimaFit> fit(ArimaOrder order, double[] values) {
    double[] differenced = Polynomials.difference(values, order);
    if (differenced.length <= order.coefficients() + 2) {
      return Optional.empty();
    }
    return new ArimaSearch(order, differenced).run(values);
  }

  private Optional<ArimaFit> run(double[] values) {
    Minimum best = null;
    int terms = order.coefficients();
    int beginnings = terms == 0 ? 1 : order.p() + order.q() < LARGE ? 2 : BEGINNINGS.length;
    for (double beginning : Arrays.copyOf(BEGINNINGS, beginnings)) {
      double[] start = new double[terms];
      for (int i = 0; i < start.length; i++) {
        start[i] = i % 2 == 0 ? beginning : -beginning;
      }
      Minimum found =
          Bfgs.minimise(
              this::value,
              Gradient.forward(this::value, DIFFERENCE),
              start,
              RELATIVE_TOLERANCE,
              ITERATIONS_MAX);
      if (best == null || found.value() < best.value()) {
        best = found;
      }
    }
    if (best == null || !Double.isFinite(value(best.point())) || !(likelihood.sigma2() > 0)) {
      return Optional.empty();
    }
    int parameters = order.coefficients() + (order.constant() ? 1 : 0);
    double variance = likelihood.sigma2() * count / Math.max(1, count - parameters);
    return Optional.of(
        new ArimaFit(
            order,
            phi,
            theta,
            likelihood.mean(),
            variance,
            likelihood.logLikelihood(),
            count,
            likelihood,
            values));
  }

  private double value(double[] free) {
    int at = 0;
    Polynomials.fromFree(free, at, ar.length, ar);
    at += ar.length;
    Polynomials.fromFree(free, at, ma.length, ma);
    at += ma.length;
    Polynomials.fromFree(free, at, seasonalAr.length, seasonalAr);
    at += seasonalAr.length;
    Polynomials.fromFree(free, at, seasonalMa.length, seasonalMa);
    negate(ma);
    negate(seasonalMa);
    phi = Polynomials.expandAr(ar, seasonalAr, order.period());
    theta = Polynomials.expandMa(ma, seasonalMa, order.period());
    return count * likelihood.run(phi, theta);
  }

  private static void negate(double[] coefficients) {
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = -coefficients[i];
    }
  }
}
