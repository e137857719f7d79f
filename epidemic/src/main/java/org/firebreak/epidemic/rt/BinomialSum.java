package org.firebreak.epidemic.rt;

import org.firebreak.epidemic.math.GammaDistribution;
import org.firebreak.epidemic.math.Normal;

/**
 * The sum of independent binomial counts with different probabilities. Up to {@value #EXACT_TRIALS}
 * trials its distribution is computed exactly, beyond that by a shifted gamma with the same first
 * three moments (the error is then far below one count in a thousand).
 */
final class BinomialSum {

  static final int EXACT_TRIALS = 400;

  private double[] exact = {1};
  private int trials;
  private double mean;
  private double variance;
  private double thirdMoment;

  /** Adds trials with one probability; a part of a trial (from reconstructed data) is allowed. */
  void add(double count, double probability) {
    mean += count * probability;
    variance += count * probability * (1 - probability);
    thirdMoment += count * probability * (1 - probability) * (1 - 2 * probability);
    int whole = (int) Math.ceil(Math.min(count, EXACT_TRIALS + 1.0));
    trials += whole;
    if (trials > EXACT_TRIALS) {
      trials = EXACT_TRIALS + 1;
      return;
    }
    for (int i = 0; i < whole; i++) {
      double p = probability * Math.min(1, count - i);
      double[] next = new double[exact.length + 1];
      for (int k = 0; k < exact.length; k++) {
        next[k] += exact[k] * (1 - p);
        next[k + 1] += exact[k] * p;
      }
      exact = next;
    }
  }

  double mean() {
    return mean;
  }

  double variance() {
    return variance;
  }

  double quantile(double p) {
    if (trials > EXACT_TRIALS) {
      return approximateQuantile(p);
    }
    double sum = 0;
    for (int k = 0; k < exact.length; k++) {
      sum += exact[k];
      if (sum >= p) {
        return k;
      }
    }
    return exact.length - 1.0;
  }

  /** Probability of more than a number. */
  double survival(double number) {
    if (trials > EXACT_TRIALS) {
      return variance == 0
          ? (mean > number ? 1 : 0)
          : Normal.survival((number - mean) / Math.sqrt(variance));
    }
    double sum = 0;
    for (int k = exact.length - 1; k > number; k--) {
      sum += exact[k];
    }
    return Math.min(1, sum);
  }

  private double approximateQuantile(double p) {
    double sd = Math.sqrt(variance);
    double skewness = sd == 0 ? 0 : thirdMoment / (variance * sd);
    if (Math.abs(skewness) < 1e-3) {
      double z = Normal.quantile(p);
      return Math.max(0, mean + sd * (z + skewness * (z * z - 1) / 6));
    }
    double shape = 4 / (skewness * skewness);
    double level = skewness > 0 ? p : 1 - p;
    double deviation = new GammaDistribution(shape, 1).quantile(level) - shape;
    return Math.max(0, mean + Math.signum(skewness) * sd * deviation / Math.sqrt(shape));
  }
}
