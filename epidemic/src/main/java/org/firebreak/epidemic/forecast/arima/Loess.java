package org.firebreak.epidemic.forecast.arima;

/** Local regression with tricube weights on evenly spaced points, as STL uses it. */
final class Loess {

  private static final double NEAR = 0.001;
  private static final double FAR = 0.999;

  private Loess() {}

  /** The smoothed value at every point. */
  static double[] smooth(double[] values, int window, int degree) {
    double[] result = new double[values.length];
    for (int t = 0; t < result.length; t++) {
      result[t] = at(values, t, window, degree);
    }
    return result;
  }

  /**
   * The smoothed value at one place, which may lie just outside.
   *
   * @param window number of nearest points that count
   * @param degree 0 for a local mean, 1 for a local line
   */
  static double at(double[] values, int place, int window, int degree) {
    int n = values.length;
    int count = Math.min(window, n);
    int left = Math.max(0, Math.min(n - count, place - (count - 1) / 2));
    int right = left + count - 1;
    double reach = Math.max(place - left, right - place);
    reach += window > n ? (window - n) / 2 : 0;
    double sum = 0;
    double meanPlace = 0;
    double[] weights = new double[count];
    for (int i = 0; i < count; i++) {
      double distance = Math.abs(left + i - place);
      if (distance <= FAR * reach) {
        double u = distance / reach;
        double v = 1 - u * u * u;
        weights[i] = distance <= NEAR * reach ? 1 : v * v * v;
        sum += weights[i];
        meanPlace += weights[i] * (left + i);
      }
    }
    if (sum <= 0) {
      return values[Math.max(0, Math.min(n - 1, place))];
    }
    meanPlace /= sum;
    double spread = 0;
    for (int i = 0; i < count; i++) {
      spread += weights[i] * (left + i - meanPlace) * (left + i - meanPlace) / sum;
    }
    boolean line = degree > 0 && Math.sqrt(spread) > NEAR * (n - 1);
    double value = 0;
    for (int i = 0; i < count; i++) {
      double tilt = line ? 1 + (place - meanPlace) * (left + i - meanPlace) / spread : 1;
      value += weights[i] / sum * tilt * values[left + i];
    }
    return value;
  }
}
