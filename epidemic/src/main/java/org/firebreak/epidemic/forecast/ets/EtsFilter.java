package org.firebreak.epidemic.forecast.ets;

import org.firebreak.epidemic.forecast.ets.EtsModel.Part;

/**
 * The recursions of one model over one series, and by reverse accumulation the gradient of the
 * criterion in all smoothing parameters and initial states at the cost of about two more passes:
 * what makes the search some ten times shorter than one without derivatives.
 *
 * <p>The criterion is that of Hyndman et al. 2002: {@code n log(sum e^2) + 2 sum log|f|}, the last
 * term with relative errors only; minus twice the log-likelihood up to a constant. Reuses its
 * arrays: one object per thread, O(n) memory.
 */
final class EtsFilter {

  private static final double TINY = 1e-10;

  private final EtsModel model;
  private final double[] y;
  private final int n;
  private final int period;
  private final boolean relativeErrors;
  private final boolean fromUpdatedLevel;
  private final double[] level;
  private final double[] slope;
  private final double[] carried;
  private final double[] base;
  private final double[] seasonUsed;
  private final double[] fitted;
  private final double[] season;
  private double errorSquares;

  private double alpha;
  private double ratio;
  private double gamma;
  private double phi;

  /** Gradient of the last {@link #gradient} call. */
  double gradAlpha;

  double gradRatio;
  double gradGamma;
  double gradPhi;
  double gradLevel;
  double gradSlope;
  final double[] gradSeason;

  EtsFilter(EtsModel model, double[] y, int period) {
    this(model, y, period, SeasonRule.EXPECTED_LEVEL);
  }

  /** The gradient holds only for {@link SeasonRule#EXPECTED_LEVEL}. */
  EtsFilter(EtsModel model, double[] y, int period, SeasonRule rule) {
    this.fromUpdatedLevel =
        rule == SeasonRule.UPDATED_LEVEL && model.season() == Part.MULTIPLICATIVE;
    this.model = model;
    this.y = y;
    this.n = y.length;
    this.period = model.hasSeason() ? period : 0;
    this.relativeErrors = model.error() == Part.MULTIPLICATIVE;
    this.level = new double[n + 1];
    this.slope = new double[n + 1];
    this.carried = new double[n];
    this.base = new double[n];
    this.seasonUsed = new double[n];
    this.fitted = new double[n];
    this.season = new double[this.period];
    this.gradSeason = new double[this.period];
  }

  /** The criterion, infinite where the model cannot go. {@code ratio} is beta over alpha. */
  double run(double alpha, double ratio, double gamma, double phi, EtsState start) {
    return run(alpha, ratio, gamma, phi, start.level(), start.slope(), start.season());
  }

  double run(
      double alpha,
      double ratio,
      double gamma,
      double phi,
      double startLevel,
      double startSlope,
      double[] startSeason) {
    this.alpha = alpha;
    this.ratio = ratio;
    this.gamma = gamma;
    this.phi = phi;
    level[0] = startLevel;
    slope[0] = startSlope;
    System.arraycopy(startSeason, 0, season, 0, period);
    forward();
    return criterion();
  }

  private void forward() {
    boolean factorSeason = model.season() == Part.MULTIPLICATIVE;
    boolean factorTrend = model.trend() == Part.MULTIPLICATIVE;
    boolean trend = model.hasTrend();
    int phase = 0;
    double l = level[0];
    double b = slope[0];
    for (int t = 0; t < n; t++) {
      double carry = factorTrend ? Math.pow(b, phi) : phi * b;
      double q = !trend ? l : factorTrend ? l * carry : l + carry;
      double value = y[t];
      double adjusted = value;
      double f = q;
      if (period > 0) {
        double s = season[phase];
        seasonUsed[t] = s;
        adjusted = factorSeason ? value / s : value - s;
        f = factorSeason ? q * s : q + s;
        season[phase] =
            fromUpdatedLevel
                ? s + gamma / (1 - alpha) * (value / (q + alpha * (adjusted - q)) - s)
                : s + gamma * ((factorSeason ? value / q : value - q) - s);
        phase = phase + 1 == period ? 0 : phase + 1;
      }
      double next = q + alpha * (adjusted - q);
      if (trend) {
        double growth = factorTrend ? next / l : next - l;
        b = carry + ratio * (growth - carry);
      }
      l = next;
      carried[t] = carry;
      base[t] = q;
      fitted[t] = f;
      level[t + 1] = l;
      slope[t + 1] = b;
    }
  }

  private double criterion() {
    double squares = 0;
    double logs = 0;
    if (relativeErrors) {
      double product = 1;
      for (int t = 0; t < n; t++) {
        double f = Math.abs(fitted[t]);
        if (!(f > TINY)) {
          return Double.POSITIVE_INFINITY;
        }
        double e = (y[t] - fitted[t]) / fitted[t];
        squares += e * e;
        product *= f;
        if (product > 1e200 || product < 1e-200) {
          logs += Math.log(product);
          product = 1;
        }
      }
      logs += Math.log(product);
    } else {
      for (int t = 0; t < n; t++) {
        double e = y[t] - fitted[t];
        squares += e * e;
      }
    }
    errorSquares = squares;
    double value = n * Math.log(squares) + 2 * logs;
    return Double.isNaN(value) ? Double.POSITIVE_INFINITY : value;
  }

  /** The gradient at the point of the last {@link #run}, into the {@code grad} fields. */
  void gradient() {
    gradAlpha = 0;
    gradRatio = 0;
    gradGamma = 0;
    gradPhi = 0;
    java.util.Arrays.fill(gradSeason, 0);
    boolean factorSeason = model.season() == Part.MULTIPLICATIVE;
    boolean factorTrend = model.trend() == Part.MULTIPLICATIVE;
    boolean trend = model.hasTrend();
    double weight = 2 * n / errorSquares;
    double dl = 0;
    double db = 0;
    int phase = period == 0 ? 0 : (n - 1) % period;
    for (int t = n - 1; t >= 0; t--) {
      double value = y[t];
      double f = fitted[t];
      double q = base[t];
      double carry = carried[t];
      double df =
          relativeErrors
              ? -weight * ((value - f) / f) * value / (f * f) + 2 / f
              : -weight * (value - f);
      double dq = 0;
      double dcarry = 0;
      double dlBefore = 0;
      if (trend) {
        double l = level[t];
        double next = level[t + 1];
        double growth = factorTrend ? next / l : next - l;
        gradRatio += db * (growth - carry);
        dcarry = db * (1 - ratio);
        double dgrowth = db * ratio;
        dl += factorTrend ? dgrowth / l : dgrowth;
        dlBefore = factorTrend ? -dgrowth * next / (l * l) : -dgrowth;
      }
      double adjusted = value;
      if (period > 0) {
        double s = seasonUsed[t];
        double ds = gradSeason[phase];
        adjusted = factorSeason ? value / s : value - s;
        gradGamma += ds * ((factorSeason ? value / q : value - q) - s);
        dq += ds * gamma * (factorSeason ? -value / (q * q) : -1);
        double dadjusted = dl * alpha;
        gradSeason[phase] =
            ds * (1 - gamma)
                + dadjusted * (factorSeason ? -value / (s * s) : -1)
                + (factorSeason ? df * q : df);
        dq += factorSeason ? df * s : df;
        phase = phase == 0 ? period - 1 : phase - 1;
      } else {
        dq += df;
      }
      gradAlpha += dl * (adjusted - q);
      dq += dl * (1 - alpha);
      if (trend) {
        dcarry += factorTrend ? dq * level[t] : dq;
        dlBefore += factorTrend ? dq * carry : dq;
        double b = slope[t];
        db = factorTrend ? dcarry * phi * Math.pow(b, phi - 1) : dcarry * phi;
        gradPhi += factorTrend ? dcarry * carry * Math.log(b) : dcarry * b;
      } else {
        dlBefore += dq;
      }
      dl = dlBefore;
    }
    gradLevel = dl;
    gradSlope = db;
  }

  double errorSquares() {
    return errorSquares;
  }

  double[] fitted() {
    return fitted.clone();
  }

  /** The state after the last value. */
  EtsState last() {
    double[] coming = new double[period];
    for (int i = 0; i < period; i++) {
      coming[i] = season[(n + i) % period];
    }
    return new EtsState(level[n], slope[n], coming);
  }
}
