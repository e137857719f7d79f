package org.firebreak.epidemic.rt;

import java.util.Arrays;

/**
 * Daily cases behind weekly (or other) totals, by the expectation-maximisation of Nash, Cori and
 * Nouvellet (PLoS Computational Biology 19, 2023): split evenly; estimate R per total; take cases
 * within a total to grow at the rate that belongs to its R, keeping the total; repeat.
 *
 * <p>Totals before the first that R can be estimated for stay split evenly.
 *
 * @param daysPerTotal days in one total, 7 for weeks
 * @param iterations usually 10
 * @param growthStep resolution of the growth rate per day, 0.001 in the reference
 */
public record Disaggregation(int daysPerTotal, int iterations, double growthStep) {

  /** Weeks, 10 iterations, growth rates to 0.001, as the reference does. */
  public static final Disaggregation WEEKLY = new Disaggregation(7, 10, 0.001);

  private static final double MAX_GROWTH = 5;

  public Disaggregation {
    if (daysPerTotal < 1 || iterations < 1 || !(growthStep > 0)) {
      throw new IllegalArgumentException("Days, iterations and step must be positive");
    }
  }

  /**
   * Daily cases and the first day (1-based) an estimate of R can start from.
   *
   * @param daily cases per day
   * @param firstDay first day of the first total whose R could be estimated; past the end if none
   */
  @SuppressWarnings("ArrayRecordComponent") // kernel array; callers do not change it
  public record Daily(double[] daily, int firstDay) {}

  /** Reconstructs daily cases from totals. */
  public Daily reconstruct(double[] totals, SerialInterval interval, Cori cori) {
    int days = Math.multiplyExact(totals.length, daysPerTotal);
    double[] daily = new double[days];
    for (int t = 0; t < days; t++) {
      daily[t] = totals[t / daysPerTotal] / daysPerTotal;
    }
    int firstEstimated = totals.length;
    Windows windows = blocks(totals.length);
    for (int i = 0; i < iterations; i++) {
      RtEstimate estimate = cori.estimate(daily, interval, windows);
      double[] next = daily.clone();
      for (int b = totals.length - 1; b >= 1; b--) {
        double r = estimate.mean()[b - 1];
        if (!Double.isNaN(r)) {
          spread(totals[b], growthRate(r, interval), next, b * daysPerTotal);
          firstEstimated = Math.min(firstEstimated, b);
        }
      }
      daily = next;
    }
    return new Daily(daily, firstEstimated * daysPerTotal + 1);
  }

  private Windows blocks(int totals) {
    int[] starts = new int[Math.max(0, totals - 1)];
    Arrays.setAll(starts, b -> (b + 1) * daysPerTotal + 1);
    int[] ends = Arrays.stream(starts).map(start -> start + daysPerTotal - 1).toArray();
    return new Windows(starts, ends);
  }

  private void spread(double total, double growth, double[] daily, int from) {
    double sum = 0;
    for (int d = 1; d <= daysPerTotal; d++) {
      sum += Math.exp(growth * d);
    }
    for (int d = 1; d <= daysPerTotal; d++) {
      daily[from + d - 1] = daysPerTotal == 1 ? total : total * Math.exp(growth * d) / sum;
    }
  }

  /** The multiple of the step whose R is nearest, as the reference's grid search finds it. */
  private double growthRate(double r, SerialInterval interval) {
    double exact = Math.clamp(interval.growthRate(r), -MAX_GROWTH, MAX_GROWTH);
    double below = Math.floor(exact / growthStep) * growthStep;
    double above = below + growthStep;
    double toBelow = r - interval.reproductionNumber(below);
    double toAbove = interval.reproductionNumber(above) - r;
    return toBelow <= toAbove ? below : above;
  }
}
