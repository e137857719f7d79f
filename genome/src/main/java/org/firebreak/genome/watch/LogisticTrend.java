package org.firebreak.genome.watch;

/**
 * A logistic curve fitted to counts by day.
 *
 * @param middle day at which the log odds are {@code level}
 * @param level log odds there
 * @param slope of the log odds, a day
 * @param variance of the slope
 */
record LogisticTrend(double middle, double level, double slope, double variance) {

  private static final int MOST_STEPS = 50;

  /** The curve's share at a day. */
  double share(double day) {
    return 1 / (1 + Math.exp(-(level + slope * (day - middle))));
  }

  /**
   * Fits by Newton's method, with half a sample with and half without at the first and the last
   * day.
   *
   * @param days in order, at least two
   */
  static LogisticTrend fit(double[] days, int[] with, int[] known) {
    double first = days[0];
    double last = days[days.length - 1];
    double middle = (first + last) / 2;
    double spread = (last - first) / 2;
    double a = 0;
    double b = 0;
    double variance = Double.POSITIVE_INFINITY;
    for (int step = 0; step < MOST_STEPS; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h01 = 0;
      double h11 = 0;
      for (int i = 0; i < days.length; i++) {
        boolean end = i == 0 || i == days.length - 1;
        double n = known[i] + (end ? 1 : 0);
        if (n == 0) {
          continue;
        }
        double x = days[i] - middle;
        double p = 1 / (1 + Math.exp(-(a + b * x)));
        double excess = with[i] + (end ? 0.5 : 0) - n * p;
        g0 += excess;
        g1 += excess * x;
        double w = n * p * (1 - p);
        h00 += w;
        h01 += w * x;
        h11 += w * x * x;
      }
      double determinant = h00 * h11 - h01 * h01;
      variance = h00 / determinant;
      double da = (h11 * g0 - h01 * g1) / determinant;
      double db = (h00 * g1 - h01 * g0) / determinant;
      double limit = Math.max(1, Math.max(Math.abs(da), Math.abs(db * spread)) / 2);
      a += da / limit;
      b += db / limit;
      if (Math.abs(da) + Math.abs(db * spread) < 1e-9) {
        break;
      }
    }
    return new LogisticTrend(middle, a, b, variance);
  }
}
