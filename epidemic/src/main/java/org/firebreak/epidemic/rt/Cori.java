package org.firebreak.epidemic.rt;

import org.firebreak.epidemic.math.GammaDistribution;

/**
 * The instantaneous reproduction number of Cori et al., American Journal of Epidemiology 178
 * (2013), with imported cases as in Thompson et al., Epidemics 29 (2019): in each window R has the
 * gamma posterior of shape a + local cases and rate 1/b + infectiousness, where a and b are the
 * shape and scale of the prior. A window that ends at or before the mean serial interval is not
 * estimated.
 *
 * <p>Cost: days x serial interval for the infectiousness, and about 60 ns a window for the
 * quantiles. Stateless; the same result for any number of threads.
 *
 * @param priorMean mean of the gamma prior of R, usually 5
 * @param priorSd its standard deviation, usually 5
 */
public record Cori(double priorMean, double priorSd) {

  /** The usual prior, mean 5 and standard deviation 5. */
  public static final Cori DEFAULT = new Cori(5, 5);

  public Cori {
    if (!(priorMean > 0) || !(priorSd > 0)) {
      throw new IllegalArgumentException(
          "The prior needs a mean and sd above 0, were " + priorMean + ", " + priorSd);
    }
  }

  /** Estimates from cases that all count as local but those of the first day. */
  public RtEstimate estimate(double[] cases, SerialInterval interval, Windows windows) {
    return estimate(cases, cases, interval, windows);
  }

  /**
   * Estimates from local cases, with all cases as their possible infectors.
   *
   * @param local local cases per day
   * @param total local and imported cases per day, as long
   */
  public RtEstimate estimate(
      double[] local, double[] total, SerialInterval interval, Windows windows) {
    double[] localSums = runningSums(local);
    double[] infectiousness = runningSums(interval.infectiousness(total));
    double meanInterval = interval.mean(total.length + 1);
    RtEstimate result = RtEstimate.empty(windows);
    for (int w = 0; w < windows.count(); w++) {
      int start = windows.starts()[w];
      int end = windows.ends()[w];
      if (end > total.length) {
        throw new IllegalArgumentException(
            "The window to day " + end + " ends after the last day, " + total.length);
      }
      if (end > meanInterval) {
        double shape = priorShape() + localSums[end] - localSums[start - 1];
        double scale = 1 / (1 / priorScale() + infectiousness[end] - infectiousness[start - 1]);
        result.mean()[w] = shape * scale;
        result.sd()[w] = Math.sqrt(shape) * scale;
        GammaQuantiles.fill(shape, scale, result.quantiles(), w * RtEstimate.QUANTILES);
        result.aboveOne()[w] = new GammaDistribution(shape, scale).survival(1);
      }
    }
    return result;
  }

  double priorShape() {
    return priorMean / priorSd * (priorMean / priorSd);
  }

  double priorScale() {
    return priorSd / priorMean * priorSd;
  }

  static double[] runningSums(double[] values) {
    double[] sums = new double[values.length + 1];
    for (int i = 0; i < values.length; i++) {
      sums[i + 1] = sums[i] + values[i];
    }
    return sums;
  }
}
