package org.firebreak.epidemic.rt;

import org.firebreak.epidemic.math.Normal;

/**
 * A weighted mixture of log-normal distributions.
 *
 * @param centres means of the logarithms
 * @param sds standard deviations of the logarithms
 * @param weights not negative, not all 0; need not sum to 1
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
record LogNormalMixture(double[] centres, double[] sds, double[] weights) {

  private static final int HALVINGS = 60;
  private static final double FAR = 9;

  void fill(RtEstimate into, int window) {
    double total = 0;
    double mean = 0;
    double square = 0;
    for (int i = 0; i < weights.length; i++) {
      double variance = sds[i] * sds[i];
      total += weights[i];
      mean += weights[i] * Math.exp(centres[i] + 0.5 * variance);
      square += weights[i] * Math.exp(2 * centres[i] + 2 * variance);
    }
    mean /= total;
    into.mean()[window] = mean;
    into.sd()[window] = Math.sqrt(Math.max(0, square / total - mean * mean));
    into.aboveOne()[window] = 1 - below(0) / total;
    for (int q = 0; q < RtEstimate.QUANTILES; q++) {
      into.quantiles()[window * RtEstimate.QUANTILES + q] =
          Math.exp(logQuantile(RtEstimate.level(q) * total));
    }
  }

  private double below(double log) {
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * Normal.cumulative((log - centres[i]) / sds[i]);
    }
    return sum;
  }

  private double logQuantile(double target) {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < weights.length; i++) {
      low = Math.min(low, centres[i] - FAR * sds[i]);
      high = Math.max(high, centres[i] + FAR * sds[i]);
    }
    for (int i = 0; i < HALVINGS && high - low > 1e-10; i++) {
      double middle = 0.5 * (low + high);
      if (below(middle) < target) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return 0.5 * (low + high);
  }
}
