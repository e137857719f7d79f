package org.firebreak.epidemic.forecast.ets;

/**
 * Mean and variance of the coming values when relative errors meet a multiplicative season: the
 * recursion in Kronecker products of Hyndman, Koehler, Ord and Snyder, Journal of Forecasting 24,
 * 2005, 17-37 (class 3). States are the products of (level, slope) with the season, 2m of them.
 */
final class ProductMoments {

  private final double[][] f1;
  private final double[][] f2;
  private final double[][] g1;
  private final double[][] g2;
  private final int period;

  private ProductMoments(EtsFit fit) {
    EtsSmoothing s = fit.smoothing();
    period = fit.period();
    boolean trend = fit.model().hasTrend();
    f1 = trend ? new double[][] {{1, s.phi()}, {0, s.phi()}} : new double[][] {{1}};
    g1 =
        trend
            ? new double[][] {{s.alpha(), s.alpha()}, {s.beta(), s.beta()}}
            : new double[][] {{s.alpha()}};
    f2 = new double[period][period];
    g2 = new double[period][period];
    f2[0][period - 1] = 1;
    for (int i = 1; i < period; i++) {
      f2[i][i - 1] = 1;
    }
    g2[0][period - 1] = s.gamma();
  }

  /** Means (row 0) and variances (row 1) of the values 1 to {@code horizon} steps ahead. */
  static double[][] of(EtsFit fit, int horizon) {
    return new ProductMoments(fit).run(fit, horizon);
  }

  private double[][] run(EtsFit fit, int horizon) {
    double variance = fit.variance();
    double[][] f = Matrices.kronecker(f2, f1);
    double[][] g = Matrices.kronecker(g2, g1);
    double[][] k = Matrices.plus(Matrices.kronecker(g2, f1), Matrices.kronecker(f2, g1));
    double[] h = observation(fit);
    double[] m = products(fit);
    double[][] v = new double[m.length][m.length];
    double[][] result = new double[2][horizon];
    for (int i = 0; i < horizon; i++) {
      double mean = Matrices.dot(h, m);
      result[0][i] = mean;
      result[1][i] =
          (1 + variance) * Matrices.dot(h, Matrices.times(v, h)) + variance * mean * mean;
      double[][] square = Matrices.outer(m, m);
      double[][] fvg = Matrices.sandwich(f, v, g);
      double[][] next = Matrices.sandwich(f, v, f);
      Matrices.add(next, variance, fvg);
      Matrices.add(next, variance, Matrices.transpose(fvg));
      Matrices.add(next, variance, Matrices.sandwich(k, Matrices.plus(v, square), k));
      double[][] inner = new double[m.length][m.length];
      Matrices.add(inner, 3, v);
      Matrices.add(inner, 2, square);
      Matrices.add(next, variance * variance, Matrices.sandwich(g, inner, g));
      v = next;
      double[] carried = Matrices.times(f, m);
      double[] learnt = Matrices.times(g, m);
      for (int j = 0; j < m.length; j++) {
        m[j] = carried[j] + variance * learnt[j];
      }
    }
    return result;
  }

  /** Picks level plus damped slope, times the season due next (the last in the state's order). */
  private double[] observation(EtsFit fit) {
    int width = f1.length;
    double[] h = new double[width * period];
    h[(period - 1) * width] = 1;
    if (width == 2) {
      h[(period - 1) * width + 1] = fit.smoothing().phi();
    }
    return h;
  }

  /** Products of (level, slope) with the season, the season due last first. */
  private double[] products(EtsFit fit) {
    int width = f1.length;
    double[] coming = fit.last().season();
    double[] m = new double[width * period];
    for (int i = 0; i < period; i++) {
      double s = coming[period - 1 - i];
      m[i * width] = fit.last().level() * s;
      if (width == 2) {
        m[i * width + 1] = fit.last().slope() * s;
      }
    }
    return m;
  }
}
