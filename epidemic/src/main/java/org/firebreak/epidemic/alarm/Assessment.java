package org.firebreak.epidemic.alarm;

import java.util.Arrays;

/**
 * What a detector says about each step of a series. A step that could not be assessed (too little
 * history, no value) holds NaN and no alarm.
 *
 * @param expected expected value
 * @param upper bound; above it the method's alarm begins
 * @param score the method's own statistic, larger = more unusual
 * @param alarm whether there is an alarm
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record Assessment(double[] expected, double[] upper, double[] score, boolean[] alarm) {

  public Assessment {
    if (expected.length != upper.length
        || upper.length != score.length
        || score.length != alarm.length) {
      throw new IllegalArgumentException("An assessment has one entry per step in each array");
    }
  }

  /** An assessment of a number of steps with nothing assessed yet. */
  static Assessment empty(int steps) {
    return new Assessment(missing(steps), missing(steps), missing(steps), new boolean[steps]);
  }

  private static double[] missing(int steps) {
    double[] values = new double[steps];
    Arrays.fill(values, Double.NaN);
    return values;
  }

  /** The last steps alone. */
  public Assessment last(int steps) {
    int from = steps() - steps;
    return new Assessment(
        Arrays.copyOfRange(expected, from, steps()),
        Arrays.copyOfRange(upper, from, steps()),
        Arrays.copyOfRange(score, from, steps()),
        Arrays.copyOfRange(alarm, from, steps()));
  }

  /** Number of steps, assessed or not. */
  public int steps() {
    return alarm.length;
  }

  /** Whether a step could be assessed. */
  public boolean assessed(int step) {
    return !Double.isNaN(upper[step]);
  }
}
