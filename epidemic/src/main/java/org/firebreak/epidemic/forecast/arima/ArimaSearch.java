package org.firebreak.epidemic.forecast.arima;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.epidemic.math.LevenbergMarquardt;
import org.firebreak.epidemic.math.Minimum;
import org.jspecify.annotations.Nullable;

/**
 * Maximum likelihood of one ARIMA model. Free numbers are mapped into the stationary and invertible
 * region, so the search needs no walls; and the likelihood is a sum of squares (see {@link
 * ArmaLikelihood#residuals}), so it takes a handful of steps where one that knows only slopes takes
 * dozens.
 */
final class ArimaSearch implements LevenbergMarquardt.Problem {

  private static final double QUICK_GAIN_MIN = 1e-7;
  private static final double GAIN_MIN = 1e-10;
  private static final double DIFFERENCE = 1e-6;
  private static final int QUICK_STEPS_MAX = 20;
  private static final int STEPS_MAX = 60;

  /**
   * Where free numbers begin besides regression and neighbour: the white noise, a gentle process
   * beside it, and for large models a strong one.
   */
  private static final double[] BEGINNINGS = {0, 0.4, 1};

  private static final int LARGE = 4;

  /** Beginnings after which it is clear whether a model is worth more: regression and neighbour. */
  private static final int CHEAP_BEGINNINGS = 2;

  private final ArimaOrder order;
  private final ArmaLikelihood likelihood;
  private final double[] differenced;
  private final int count;
  private final double[] ar;
  private final double[] ma;
  private final double[] seasonalAr;
  private final double[] seasonalMa;
  private double[] phi = {};
  private double[] theta = {};

  private ArimaSearch(ArimaOrder order, double[] differenced) {
    this.order = order;
    this.differenced = differenced;
    this.count = differenced.length;
    this.likelihood = new ArmaLikelihood(differenced, order.constant());
    this.ar = new double[order.p()];
    this.ma = new double[order.q()];
    this.seasonalAr = new double[order.seasonalP()];
    this.seasonalMa = new double[order.seasonalQ()];
  }

  /**
   * A fit and where the search ended.
   *
   * @param fit the fit
   * @param free the free numbers
   */
  @SuppressWarnings("ArrayRecordComponent") // A carrier inside the search, never compared.
  record Found(ArimaFit fit, double[] free) {}

  /** The best fit, or nothing if the series is too short or constant. */
  static Optional<ArimaFit> fit(ArimaOrder order, double[] values) {
    return find(order, values, null, Double.POSITIVE_INFINITY).map(Found::fit);
  }

  /**
   * The best fit from the usual beginnings and, if given, from that of a neighbour.
   *
   * @param reach AICc above which the other beginnings are not tried after the cheap ones
   */
  static Optional<Found> find(
      ArimaOrder order, double[] values, @Nullable Found neighbour, double reach) {
    double[] differenced = Polynomials.difference(values, order);
    if (differenced.length <= order.coefficients() + 2) {
      return Optional.empty();
    }
    return new ArimaSearch(order, differenced).run(values, neighbour, reach);
  }

  private Optional<Found> run(double[] values, @Nullable Found neighbour, double reach) {
    List<double[]> starts = beginnings(neighbour);
    Minimum best = null;
    int tried = 0;
    for (double[] start : starts) {
      Minimum found =
          LevenbergMarquardt.minimise(this, start, count, QUICK_GAIN_MIN, QUICK_STEPS_MAX, true);
      if (best == null || found.value() < best.value()) {
        best = found;
      }
      tried++;
      if (tried == CHEAP_BEGINNINGS && aicc(best) > reach) {
        return Optional.empty();
      }
    }
    if (best == null || !Double.isFinite(best.value())) {
      return Optional.empty();
    }
    return polished(values, best);
  }

  private Optional<Found> polished(double[] values, Minimum best) {
    Minimum polished =
        LevenbergMarquardt.minimise(this, best.point(), count, GAIN_MIN, STEPS_MAX, true);
    if (!Double.isFinite(value(polished.point())) || !(likelihood.sigma2() > 0)) {
      return Optional.empty();
    }
    int parameters = order.coefficients() + (order.constant() ? 1 : 0);
    double variance = likelihood.sigma2() * count / Math.max(1, count - parameters);
    ArimaFit fit =
        new ArimaFit(
            order,
            phi,
            theta,
            likelihood.mean(),
            variance,
            likelihood.logLikelihood(),
            count,
            likelihood,
            values);
    return Optional.of(new Found(fit, polished.point()));
  }

  /** The corrected criterion of Akaike that a sum of squares stands for. */
  private double aicc(Minimum found) {
    double logLikelihood = -0.5 * count * (Math.log(2 * Math.PI * found.value() / count) + 1);
    return ArimaFit.aicc(logLikelihood, order, count);
  }

  /** The cheap ones first. */
  private List<double[]> beginnings(@Nullable Found neighbour) {
    int terms = order.coefficients();
    List<double[]> starts = new ArrayList<>();
    if (terms > 0) {
      starts.add(new Regressions(differenced, order.period()).start(order));
    }
    if (neighbour != null) {
      starts.add(continued(neighbour));
    }
    int number = terms == 0 ? 1 : order.p() + order.q() < LARGE ? 2 : BEGINNINGS.length;
    for (double beginning : Arrays.copyOf(BEGINNINGS, number)) {
      double[] start = new double[terms];
      for (int i = 0; i < start.length; i++) {
        start[i] = i % 2 == 0 ? beginning : -beginning;
      }
      starts.add(start);
    }
    return starts;
  }

  /** Free numbers of a neighbour, cut or filled with zeros: the same process where it has them. */
  private double[] continued(Found neighbour) {
    ArimaOrder other = neighbour.fit().order();
    int[] theirs = {other.p(), other.q(), other.seasonalP(), other.seasonalQ()};
    int[] ours = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
    double[] start = new double[order.coefficients()];
    int from = 0;
    int to = 0;
    for (int block = 0; block < ours.length; block++) {
      System.arraycopy(neighbour.free(), from, start, to, Math.min(theirs[block], ours[block]));
      from += theirs[block];
      to += ours[block];
    }
    return start;
  }

  @Override
  public void at(double[] free, double[] residuals) {
    if (Double.isFinite(value(free))) {
      likelihood.residuals(residuals);
    } else {
      Arrays.fill(residuals, Double.NaN);
    }
  }

  @Override
  public void derivatives(double[] free, double[] residuals, double[][] columns) {
    for (int i = 0; i < free.length; i++) {
      double centre = free[i];
      double step = DIFFERENCE * Math.max(Math.abs(centre), 0.1);
      double[] column = columns[i];
      free[i] = centre + step;
      if (!Double.isFinite(value(free))) {
        free[i] = centre - step;
        value(free);
      }
      likelihood.residuals(column);
      double inverse = 1 / (free[i] - centre);
      for (int t = 0; t < column.length; t++) {
        column[t] = (column[t] - residuals[t]) * inverse;
      }
      free[i] = centre;
    }
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
    return likelihood.run(phi, theta);
  }

  private static void negate(double[] coefficients) {
    for (int i = 0; i < coefficients.length; i++) {
      coefficients[i] = -coefficients[i];
    }
  }
}
