package org.firebreak.epidemic.forecast.arima;

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
    sigma2 = sum / n;
    logLikelihood = -0.5 * (n * (Math.log(2 * Math.PI * sigma2) + 1) + logs);
    double criterion = Math.log(sigma2) + logs / n;
    return Double.isNaN(criterion) ? Double.POSITIVE_INFINITY : criterion;
  }

  /** Innovations of the values and of a constant one, and their variances over sigma^2. */
  private boolean filter() {
    int r = Math.max(phi.length, theta.length + 1);
    double[] column = Stationary.firstColumn(phi, theta, r);
    if (column.length == 0 || !(column[0] > 0)) {
      return false;
    }
    // State a, gain direction k = T P e1 (unscaled), change of variance -l l' / rho.
    double[] gain = new double[r];
    for (int i = 0; i < r; i++) {
      gain[i] = (i < phi.length ? phi[i] * column[0] : 0) + (i + 1 < r ? column[i + 1] : 0);
    }
    double[] change = gain.clone();
    double f = column[0];
    double rho = f;
    double[] state = new double[r];
    double[] stateOne = new double[r];
    nextState = state;
    nextOfOne = stateOne;
    boolean ones = withMean;
    for (int t = 0; t < x.length; t++) {
      double e = x[t] - state[0];
      double one = ones ? 1 - stateOne[0] : 0;
      innovation[t] = e;
      ofOne[t] = one;
      variance[t] = f;
      step(state, gain, e / f);
      if (ones) {
        step(stateOne, gain, one / f);
      }
      double lead = change[0];
      double ratio = lead / rho;
      double settled = lead * ratio;
      if (settled < SETTLED * f) {
        settle(t + 1, gain, state, stateOne, f);
        return true;
      }
      double next = f - settled;
      if (!(next > 0)) {
        return false;
      }
      double share = lead / f;
      for (int i = 0; i < r; i++) {
        double shifted = (i < phi.length ? phi[i] * lead : 0) + (i + 1 < r ? change[i + 1] : 0);
        double updated = shifted - gain[i] * share;
        gain[i] -= ratio * shifted;
        change[i] = updated;
      }
      rho *= next / f;
      f = next;
    }
    return true;
  }

  /** One step of a state: through the transition, plus the gain times a scaled innovation. */
  private void step(double[] state, double[] gain, double scaled) {
    double first = state[0];
    int r = state.length;
    for (int i = 0; i < r; i++) {
      double moved = (i < phi.length ? phi[i] * first : 0) + (i + 1 < r ? state[i + 1] : 0);
      state[i] = moved + gain[i] * scaled;
    }
  }

  /** The rest of the series with the gain as it stands. */
  private void settle(int from, double[] gain, double[] state, double[] stateOne, double f) {
    for (int t = from; t < x.length; t++) {
      innovation[t] = x[t] - state[0];
      ofOne[t] = withMean ? 1 - stateOne[0] : 0;
      variance[t] = f;
      step(state, gain, innovation[t] / f);
      if (withMean) {
        step(stateOne, gain, ofOne[t] / f);
      }
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
