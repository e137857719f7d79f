package org.firebreak.epidemic.rt;

import org.firebreak.epidemic.math.Normal;

/**
 * Cori's estimate with a serial interval known only roughly: its mean and standard deviation are
 * independent normals, cut to ranges (Cori et al. 2013). The reference draws random intervals and
 * random R; here the intervals are a fixed, evenly spread set of points (a Kronecker sequence, so
 * no seed is needed) and the posterior of R is the exact mixture over them.
 *
 * @param mean of the mean, days
 * @param sdOfMean above 0
 * @param minMean lower cut, above 1
 * @param maxMean upper cut
 * @param sd mean of the standard deviation, days
 * @param sdOfSd above 0
 * @param minSd lower cut, above 0
 * @param maxSd upper cut
 * @param points number of serial intervals, 500 as the reference
 */
public record UncertainSerialInterval(
    double mean,
    double sdOfMean,
    double minMean,
    double maxMean,
    double sd,
    double sdOfSd,
    double minSd,
    double maxSd,
    int points) {

  // The fractional parts of multiples of these cover the unit square evenly (Roberts 2018).
  private static final double STEP_X = 0.7548776662466927;
  private static final double STEP_Y = 0.5698402909980532;

  public UncertainSerialInterval {
    if (!(minMean > 1) || !(maxMean >= minMean) || !(minSd > 0) || !(maxSd >= minSd)) {
      throw new IllegalArgumentException(
          "The cuts need 1 < minMean <= maxMean and 0 < minSd <= maxSd, were %s, %s, %s, %s"
              .formatted(minMean, maxMean, minSd, maxSd));
    }
    if (!(sdOfMean > 0) || !(sdOfSd > 0) || points < 1) {
      throw new IllegalArgumentException("The standard deviations and points must be above 0");
    }
  }

  /** Estimates R per window, cases all local but for the first day. */
  public RtEstimate estimate(double[] cases, Cori cori, Windows windows) {
    double[] sums = Cori.runningSums(cases);
    double[][] rates = new double[windows.count()][points];
    double[] meanInterval = new double[points];
    for (int i = 0; i < points; i++) {
      double meanDays = truncated(mean, sdOfMean, minMean, maxMean, fraction((i + 1) * STEP_X));
      double sdDays = truncated(sd, sdOfSd, minSd, maxSd, fraction((i + 1) * STEP_Y));
      SerialInterval interval = SerialInterval.ofGamma(meanDays, sdDays, cases.length);
      double[] infectious = Cori.runningSums(interval.infectiousness(cases));
      meanInterval[i] = interval.mean(cases.length + 1);
      for (int w = 0; w < windows.count(); w++) {
        int start = windows.starts()[w];
        int end = windows.ends()[w];
        rates[w][i] = 1 / cori.priorScale() + infectious[end] - infectious[start - 1];
      }
    }
    RtEstimate result = RtEstimate.empty(windows);
    for (int w = 0; w < windows.count(); w++) {
      int end = windows.ends()[w];
      double shape = cori.priorShape() + sums[end] - sums[windows.starts()[w] - 1];
      double[] usable = usable(rates[w], meanInterval, end);
      if (usable.length > 0) {
        new GammaMixture(shape, usable).fill(result, w);
      }
    }
    return result;
  }

  private static double[] usable(double[] rates, double[] meanInterval, int end) {
    double[] usable = new double[rates.length];
    int count = 0;
    for (int i = 0; i < rates.length; i++) {
      if (end > meanInterval[i]) {
        usable[count++] = rates[i];
      }
    }
    return java.util.Arrays.copyOf(usable, count);
  }

  private static double fraction(double value) {
    return value - Math.floor(value);
  }

  private static double truncated(double mean, double sd, double low, double high, double p) {
    double from = Normal.cumulative((low - mean) / sd);
    double to = Normal.cumulative((high - mean) / sd);
    double z = Normal.quantile(Math.clamp(from + p * (to - from), 1e-300, 1 - 1e-16));
    return Math.clamp(mean + sd * z, low, high);
  }
}
