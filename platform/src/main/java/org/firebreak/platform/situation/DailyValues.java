package org.firebreak.platform.situation;

import java.util.Arrays;

/**
 * Daily values of one region and indicator over consecutive days, and what is derived from them. A
 * day without a value is {@link Double#NaN}, never zero: that nothing was reported is not the same
 * as that nothing happened.
 *
 * <p>All methods are pure and return new arrays of the same length.
 */
final class DailyValues {

  /** Days in the moving average and in the incidence. */
  static final int WEEK_DAYS = 7;

  /** Incidence is given per this many people. */
  static final double PER_PEOPLE = 100_000;

  private DailyValues() {}

  /**
   * New counts of each day from a cumulative series: the difference to the last day that has a
   * value. A falling series gives a negative day, which is what the source says. The first value
   * counts as new on its day when {@code startsAtZero}, else it is unknown.
   */
  static double[] fromCumulative(double[] cumulative, boolean startsAtZero) {
    double[] result = new double[cumulative.length];
    double last = startsAtZero ? 0 : Double.NaN;
    for (int day = 0; day < cumulative.length; day++) {
      result[day] = cumulative[day] - last;
      if (!Double.isNaN(cumulative[day])) {
        last = cumulative[day];
      }
    }
    return result;
  }

  /** Running total of new counts; a day without a value keeps the total of the day before. */
  static double[] toCumulative(double[] counts) {
    double[] result = new double[counts.length];
    double total = Double.NaN;
    for (int day = 0; day < counts.length; day++) {
      if (!Double.isNaN(counts[day])) {
        total = Double.isNaN(total) ? counts[day] : total + counts[day];
      }
      result[day] = total;
    }
    return result;
  }

  /**
   * Each day without a value takes the last one before it, as a cumulative figure stands until the
   * next.
   */
  static double[] carriedForward(double[] values) {
    double[] result = values.clone();
    for (int day = 1; day < result.length; day++) {
      if (Double.isNaN(result[day])) {
        result[day] = result[day - 1];
      }
    }
    return result;
  }

  /**
   * Mean of the {@value #WEEK_DAYS} days that end with each day; NaN where fewer than four of them
   * have a value.
   */
  static double[] weekAverage(double[] counts) {
    double[] result = new double[counts.length];
    for (int day = 0; day < counts.length; day++) {
      double sum = 0;
      int known = 0;
      for (int back = Math.max(0, day - WEEK_DAYS + 1); back <= day; back++) {
        if (!Double.isNaN(counts[back])) {
          sum += counts[back];
          known++;
        }
      }
      result[day] = known > WEEK_DAYS / 2 ? sum / known : Double.NaN;
    }
    return result;
  }

  /**
   * Growth of the 7-day average against a week before, as a share: 0.25 is a quarter more. NaN
   * where either is unknown or the earlier one is not above zero.
   */
  static double[] weeklyGrowth(double[] counts) {
    double[] average = weekAverage(counts);
    double[] result = new double[counts.length];
    Arrays.fill(result, Double.NaN);
    for (int day = WEEK_DAYS; day < counts.length; day++) {
      double before = average[day - WEEK_DAYS];
      if (before > 0) {
        result[day] = average[day] / before - 1;
      }
    }
    return result;
  }

  /** Values per {@value #PER_PEOPLE} people; all NaN where the population is not known. */
  static double[] perPeople(double[] values, double population) {
    double factor = population > 0 ? PER_PEOPLE / population : Double.NaN;
    return Arrays.stream(values).map(value -> value * factor).toArray();
  }

  /** Sum of several series day by day; a day is unknown where all of them are. */
  static double[] sum(Iterable<double[]> parts, int days) {
    double[] result = new double[days];
    Arrays.fill(result, Double.NaN);
    for (double[] part : parts) {
      for (int day = 0; day < days; day++) {
        if (!Double.isNaN(part[day])) {
          result[day] = Double.isNaN(result[day]) ? part[day] : result[day] + part[day];
        }
      }
    }
    return result;
  }
}
