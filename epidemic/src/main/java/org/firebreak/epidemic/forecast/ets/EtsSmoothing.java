package org.firebreak.epidemic.forecast.ets;

/**
 * Smoothing parameters in the form of the state-space model.
 *
 * @param alpha weight of an error in the level
 * @param beta weight of an error in the slope; 0 without trend
 * @param gamma weight of an error in the season; 0 without season
 * @param phi damping of the slope; 1 without damping
 */
public record EtsSmoothing(double alpha, double beta, double gamma, double phi) {

  private static final double ROOT_MARGIN = 1e-10;

  /**
   * Whether forecasts forget the past (Hyndman, Akram and Archibald, Annals of the Institute of
   * Statistical Mathematics 60, 2008): all roots of the characteristic equation within the unit
   * circle. Without season this holds everywhere in the usual region searched.
   */
  boolean admissible(boolean seasonal, int period) {
    if (!seasonal) {
      return true;
    }
    if (gamma < Math.max(1 - 1 / phi - alpha, 0) || gamma > 1 + 1 / phi - alpha) {
      return false;
    }
    double spread = gamma * (1 - period + phi + phi * period) / (2 * phi * period);
    if (alpha < 1 - 1 / phi - spread || beta < -(1 - phi) * (gamma / period + alpha)) {
      return false;
    }
    return rootsInside(characteristic(period));
  }

  /** Coefficients by rising power, monic. */
  private double[] characteristic(int period) {
    double[] p = new double[period + 2];
    double middle = alpha + beta - alpha * phi;
    p[0] = phi * (1 - alpha - gamma);
    p[1] = middle + gamma - 1;
    for (int i = 2; i < period; i++) {
      p[i] = middle;
    }
    p[period] = alpha + beta - phi;
    p[period + 1] = 1;
    return p;
  }

  /** The Schur-Cohn recursion on the polynomial with its roots drawn in by the margin. */
  private static boolean rootsInside(double[] p) {
    int n = p.length - 1;
    double scale = 1;
    for (int i = 0; i <= n; i++) {
      p[i] *= scale;
      scale *= 1 + ROOT_MARGIN;
    }
    for (; n > 0; n--) {
      double reflection = p[0] / p[n];
      if (Math.abs(reflection) >= 1) {
        return false;
      }
      double[] next = new double[n];
      for (int i = 0; i < n; i++) {
        next[i] = p[i + 1] - reflection * p[n - 1 - i];
      }
      p = next;
    }
    return true;
  }
}
