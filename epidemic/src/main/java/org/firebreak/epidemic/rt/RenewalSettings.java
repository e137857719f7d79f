package org.firebreak.epidemic.rt;

import java.util.Arrays;

/**
 * Priors of the renewal model; see docs/methods/rt-renewal.md and the parameter table for sources.
 *
 * @param dailyChange candidate standard deviations of the daily change of log R, rising
 * @param sizes candidate negative binomial sizes of the reports, rising
 * @param logRSd standard deviation of log R before any data, around 0
 * @param weekdaySd standard deviation of a weekday's log effect
 * @param infectionNoise variance of infections over their mean, 1 for Poisson
 */
@SuppressWarnings("ArrayRecordComponent") // grids; callers do not change them
public record RenewalSettings(
    double[] dailyChange, double[] sizes, double logRSd, double weekdaySd, double infectionNoise) {

  /** The documented defaults. */
  public static final RenewalSettings DEFAULT =
      new RenewalSettings(
          new double[] {0.02, 0.035, 0.06, 0.1, 0.17, 0.3},
          new double[] {2, 5, 10, 20, 40, 100, 400},
          1,
          0.3,
          1);

  public RenewalSettings {
    if (Arrays.stream(dailyChange).anyMatch(v -> !(v > 0)) || dailyChange.length == 0) {
      throw new IllegalArgumentException("Daily changes must be above 0");
    }
    if (Arrays.stream(sizes).anyMatch(v -> !(v > 0)) || sizes.length == 0) {
      throw new IllegalArgumentException("Sizes must be above 0");
    }
    if (!(logRSd > 0) || !(weekdaySd > 0) || !(infectionNoise > 0)) {
      throw new IllegalArgumentException("Standard deviations and noise must be above 0");
    }
  }
}
