package org.firebreak.epidemic.forecast.ensemble;

import java.util.Arrays;
import org.firebreak.epidemic.forecast.Samples;
import org.firebreak.epidemic.forecast.smooth.HoltWinters;

/**
 * The point forecast of the ensemble: a weighted mean of {@link DampedGrowth}, Holt's linear trend
 * on the sum so far, {@link LogSmoothing} and the mean of the last window. The logarithm counts
 * little where events are few and it mostly sees zeros. Members that need more history are left
 * out.
 *
 * <p>Weights: docs/methods/forecast-parameters.csv.
 */
public final class EnsemblePath {

  private static final double GROWTH_WEIGHT = 5;
  private static final double HOLT_WEIGHT = 4;
  private static final double LOG_WEIGHT = 4;
  private static final double MEAN_WEIGHT = 1;

  /** Events per step at which the logarithm has half its weight. */
  private static final double LOG_HALF_RATE = 40;

  private static final int HOLT_STEPS_MIN = 7;

  private EnsemblePath() {}

  /**
   * New events in the coming steps.
   *
   * @param steps new events per step; negative ones (corrections) count as none
   * @param window steps per window: 7 for days, 1 for weeks
   * @return one value per step ahead, none negative
   */
  public static double[] of(double[] steps, int window, int horizon) {
    double[] counts = Arrays.stream(steps).map(v -> Math.max(0, v)).toArray();
    double[] path = new double[horizon];
    double weight = 0;
    weight += add(path, GROWTH_WEIGHT, DampedGrowth.path(counts, window, horizon));
    weight += add(path, HOLT_WEIGHT, holt(steps, horizon));
    double rate =
        counts.length == 0 ? 0 : Samples.lastMean(counts, Math.min(window, counts.length));
    double logWeight = LOG_WEIGHT * rate / (rate + LOG_HALF_RATE);
    weight += add(path, logWeight, LogSmoothing.path(counts, window, horizon));
    double[] mean = new double[horizon];
    Arrays.fill(mean, rate);
    weight += add(path, MEAN_WEIGHT, mean);
    for (int h = 0; h < horizon; h++) {
      path[h] /= weight;
    }
    return path;
  }

  private static double add(double[] path, double weight, double[] member) {
    for (int h = 0; h < member.length; h++) {
      path[h] += weight * member[h];
    }
    return member.length == 0 ? 0 : weight;
  }

  private static double[] holt(double[] steps, int horizon) {
    if (steps.length < HOLT_STEPS_MIN) {
      return new double[0];
    }
    double[] sums = new double[steps.length + 1];
    for (int t = 0; t < steps.length; t++) {
      sums[t + 1] = sums[t] + steps[t];
    }
    double[] mean = HoltWinters.holt(sums).mean(horizon);
    double[] path = new double[horizon];
    double reached = sums[steps.length];
    for (int h = 0; h < horizon; h++) {
      double next = Math.max(reached, mean[h]);
      path[h] = next - reached;
      reached = next;
    }
    return path;
  }
}
