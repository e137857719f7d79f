package org.firebreak.epidemic.forecast.ets;

/**
 * The admissible region, where forecasts forget the past (Hyndman, Akram and Archibald, Annals of
 * the Institute of Statistical Mathematics 60, 2008): all roots of the characteristic equation
 * within the unit circle. Without season this holds everywhere in the usual region searched. Reuses
 * its array: one object per search.
 */
final class EtsRegion {

  private static final double ROOT_MARGIN = 1e-10;

  private final int period;
  private final double[] polynomial;
  private final double[] lower;

  /**
   * The region of one kind of season.
   *
   * @param period steps per season, 0 without
   */
  EtsRegion(int period) {
    this.period = period;
    this.polynomial = new double[period + 2];
    this.lower = new double[period + 2];
  }

  boolean admissible(double alpha, double beta, double gamma, double phi) {
    if (period == 0) {
      return true;
    }
    if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) {
      return false;
    }
    double spread = gamma * (1 - period + phi + phi * period) / (2 * phi * period);
    if (alpha < 1 - 1 / phi - spread || beta < -(1 - phi) * (gamma / period + alpha)) {
      return false;
    }
    double middle = alpha + beta - alpha * phi;
    double[] p = polynomial;
    p[0] = phi * (1 - alpha - gamma);
    p[1] = middle + gamma - 1;
    java.util.Arrays.fill(p, 2, period, middle);
    p[period] = alpha + beta - phi;
    p[period + 1] = 1;
    return rootsInside();
  }

  /** The Schur-Cohn recursion on the polynomial with its roots drawn in by the margin. */
  private boolean rootsInside() {
    double[] p = polynomial;
    double[] next = lower;
    double scale = 1;
    for (int i = 0; i < p.length; i++) {
      p[i] *= scale;
      scale *= 1 + ROOT_MARGIN;
    }
    for (int n = p.length - 1; n > 0; n--) {
      double reflection = p[0] / p[n];
      if (!(Math.abs(reflection) < 1)) {
        return false;
      }
      for (int i = 0; i < n; i++) {
        next[i] = p[i + 1] - reflection * p[n - 1 - i];
      }
      double[] free = p;
      p = next;
      next = free;
    }
    return true;
  }
}
