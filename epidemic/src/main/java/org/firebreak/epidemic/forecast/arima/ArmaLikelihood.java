package org.firebreak.epidemic.forecast.arima;

import java.util.Arrays;

/**
 * Exact Gaussian likelihood of a stationary ARMA process, with mean and variance solved for.
 *
 * <p>The Kalman filter in the form of the fast recursions of Morf, Sidhu and Kailath (IEEE
 * Transactions on Automatic Control 19, 1974; G. Mélard, Applied Statistics 33, 1984, algorithm AS
 * 197): the state's variance is never formed, only its change from step to step, which has rank
 * one. O(r) per step instead of O(r^2) for r = max(p, q + 1); once the gain has settled the
 * innovations follow the plain recursion. O(n + r) memory, reused; one object per search.
 */
final class ArmaLikelihood {

  private static final double SETTLED = 1e-10;
  private static final double LARGE_PRODUCT = 1e200;

  private final double[] x;
  private final boolean withMean;
  private final double[] innovation;
  private final double[] ofOne;
  private final double[] variance;
  private double[] phi = {};
  private double[] theta = {};
  private double[] nextState = {};
  private double[] nextOfOne = {};
  private double mean;
  private double sigma2;
  private double logLikelihood;
  private double logVariance;

  /** Buffers of the filter: coefficients, gain, change of variance; the last entry stays 0. */
  private double[] padded = {};

  private double[] gain = {};
  private double[] change = {};

  /**
   * A likelihood of one series.
   *
   * @param x differenced values
   * @param withMean whether a mean is estimated, else it is zero
   */
  ArmaLikelihood(double[] x, boolean withMean) {
    this.x = x;
    this.withMean = withMean;
    this.innovation = new double[x.length];
    this.ofOne = new double[x.length];
    this.variance = new double[x.length];
  }

  /** Minus twice the log-likelihood over n, infinite if the process is not stationary. */
  double run(double[] ar, double[] ma) {
    phi = ar;
    theta = ma;
    if (!filter()) {
      return Double.POSITIVE_INFINITY;
    }
    int n = x.length;
    mean = 0;
    if (withMean) {
      double numerator = 0;
      double square = 0;
      for (int t = 0; t < n; t++) {
        numerator += innovation[t] * ofOne[t] / variance[t];
        square += ofOne[t] * ofOne[t] / variance[t];
      }
      mean = numerator / square;
    }
    double sum = 0;
    double logs = 0;
    double product = 1;
    for (int t = 0; t < n; t++) {
      double e = innovation[t] - mean * ofOne[t];
      sum += e * e / variance[t];
      product *= variance[t];
      if (product > LARGE_PRODUCT) {
        logs += Math.log(product);
        product = 1;
      }
    }
    logs += Math.log(product);
    logVariance = logs / n;
    sigma2 = sum / n;
    logLikelihood = -0.5 * (n * (Math.log(2 * Math.PI * sigma2) + 1) + logs);
    double criterion = Math.log(sigma2) + logVariance;
    return Double.isNaN(criterion) ? Double.POSITIVE_INFINITY : criterion;
  }

  /**
   * Residuals at the point of the last {@link #run}, whose mean square is the exponential of its
   * result: least squares of these is maximum likelihood.
   */
  void residuals(double[] into) {
    double scale = Math.exp(logVariance / 2);
    double known = 1;
    double factor = scale;
    for (int t = 0; t < into.length; t++) {
      if (variance[t] != known) {
        known = variance[t];
        factor = scale / Math.sqrt(known);
      }
      into[t] = (innovation[t] - mean * ofOne[t]) * factor;
    }
  }

  private void allocate(int r) {
    padded = new double[r];
    gain = new double[r];
    change = new double[r + 1];
    nextState = new double[r + 1];
    nextOfOne = new double[r + 1];
  }

  /** Innovations of the values and of a constant one, and their variances over sigma^2. */
  private boolean filter() {
    int r = Math.max(phi.length, theta.length + 1);
    double[] column = Stationary.firstColumn(phi, theta, r);
    if (column.length == 0 || !(column[0] > 0) || !Double.isFinite(column[0])) {
      return false;
    }
    if (padded.length != r) {
      allocate(r);
    }
    System.arraycopy(phi, 0, padded, 0, phi.length);
    // State a, gain direction k = T P e1 (unscaled), change of variance -l l' / rho.
    for (int i = 0; i < r; i++) {
      gain[i] = padded[i] * column[0] + (i + 1 < r ? column[i + 1] : 0);
      change[i] = gain[i];
    }
    double f = column[0];
    double rho = f;
    Arrays.fill(nextState, 0);
    Arrays.fill(nextOfOne, 0);
    for (int t = 0; t < x.length; t++) {
      advance(t, f);
      double lead = change[0];
      double ratio = lead / rho;
      double loss = lead * ratio;
      if (loss < SETTLED * f && settled(f * rho)) {
        for (int s = t + 1; s < x.length; s++) {
          advance(s, f);
        }
        return true;
      }
      double next = f - loss;
      if (!(next > 0)) {
        return false;
      }
      double share = lead / f;
      for (int i = 0; i < r; i++) {
        double shifted = padded[i] * lead + change[i + 1];
        change[i] = shifted - gain[i] * share;
        gain[i] -= ratio * shifted;
      }
      rho *= next / f;
      f = next;
    }
    return true;
  }

  /**
   * Whether the gain changes no more. The first entry alone does not tell: between the lags of a
   * seasonal model it is zero for a while.
   */
  private boolean settled(double unit) {
    for (int i = 1; i < padded.length; i++) {
      if (change[i] * change[i] >= SETTLED * unit) {
        return false;
      }
    }
    return true;
  }

  /** Takes value t into both states. */
  private void advance(int t, double f) {
    innovation[t] = x[t] - nextState[0];
    variance[t] = f;
    step(nextState, gain, innovation[t] / f);
    if (withMean) {
      ofOne[t] = 1 - nextOfOne[0];
      step(nextOfOne, gain, ofOne[t] / f);
    }
  }

  /** One step of a state: through the transition, plus the gain times a scaled innovation. */
  private void step(double[] state, double[] gain, double scaled) {
    double first = state[0];
    for (int i = 0; i < padded.length; i++) {
      state[i] = padded[i] * first + state[i + 1] + gain[i] * scaled;
    }
  }

  double mean() {
    return mean;
  }

  double sigma2() {
    return sigma2;
  }

  double logLikelihood() {
    return logLikelihood;
  }

  /** Point forecasts of the differenced values. */
  double[] forecast(int horizon) {
    double[] state = nextState.clone();
    for (int i = 0; i < state.length; i++) {
      state[i] -= mean * nextOfOne[i];
    }
    double[] none = new double[state.length];
    double[] path = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      path[h] = state[0] + mean;
      step(state, none, 0);
    }
    return path;
  }

  /** One-step errors of the values, the mean taken off. */
  double[] errors() {
    double[] errors = new double[x.length];
    for (int t = 0; t < errors.length; t++) {
      errors[t] = innovation[t] - mean * ofOne[t];
    }
    return errors;
  }
}
