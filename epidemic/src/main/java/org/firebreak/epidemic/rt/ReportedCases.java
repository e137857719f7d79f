package org.firebreak.epidemic.rt;

import java.util.Arrays;

/**
 * Cases as they were reported, and how reports come about.
 *
 * @param counts reported local cases per report period, NaN where there is none
 * @param imported infections acquired elsewhere that can infect here, per day of report; may be all
 *     zero
 * @param daysPerCount 1 for daily, 7 for weekly totals
 * @param delay probability of each number of days from infection to report, day 0 first
 * @param completeness share of each count that has been reported by now, 1 where complete
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record ReportedCases(
    double[] counts, double[] imported, int daysPerCount, double[] delay, double[] completeness) {

  public ReportedCases {
    if (counts.length == 0 || daysPerCount < 1) {
      throw new IllegalArgumentException("Needs at least one count and one day per count");
    }
    if (imported.length != counts.length * daysPerCount || completeness.length != counts.length) {
      throw new IllegalArgumentException("Imported cases per day, completeness per count");
    }
    for (double count : counts) {
      if (count < 0 || Double.isInfinite(count)) {
        throw new IllegalArgumentException("A count must be >= 0 or NaN, was " + count);
      }
    }
    if (delay.length == 0 || !(Arrays.stream(delay).sum() > 0)) {
      throw new IllegalArgumentException("The delay needs at least one probability above 0");
    }
  }

  /** Complete counts without imports. */
  public static ReportedCases of(double[] counts, int daysPerCount, double[] delay) {
    double[] complete = new double[counts.length];
    Arrays.fill(complete, 1);
    return new ReportedCases(
        counts, new double[counts.length * daysPerCount], daysPerCount, delay, complete);
  }

  /** Days from the first to the last. */
  public int days() {
    return counts.length * daysPerCount;
  }

  /** Mean delay in days. */
  public double meanDelay() {
    double mean = 0;
    double sum = 0;
    for (int k = 0; k < delay.length; k++) {
      mean += k * delay[k];
      sum += delay[k];
    }
    return mean / sum;
  }

  /** Probability that an infection is reported within a number of days. */
  public double reportedWithin(int days) {
    double within = 0;
    double sum = 0;
    for (int k = 0; k < delay.length; k++) {
      within += k <= days ? delay[k] : 0;
      sum += delay[k];
    }
    return within / sum;
  }
}
