package org.firebreak.epidemic.forecast;

/**
 * What is known when a forecast is made.
 *
 * @param values one finite value per step, the newest last
 * @param season steps per season, 1 for none
 * @param measure what the values count
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record Past(double[] values, int season, Measure measure) {

  private static final int LONGEST_WINDOW = 7;

  public Past {
    if (values.length == 0) {
      throw new IllegalArgumentException("A forecast needs at least one value");
    }
    if (season < 1) {
      throw new IllegalArgumentException("A season has at least 1 step, was " + season);
    }
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw new IllegalArgumentException("Values must be finite, number " + i + " is not");
      }
    }
  }

  /** The newest value. */
  public double last() {
    return values[values.length - 1];
  }

  /** Steps that are summed to say how much is going on: a week of days, else a single step. */
  public int window() {
    return windowOf(season);
  }

  static int windowOf(int season) {
    return season <= LONGEST_WINDOW ? season : 1;
  }

  /** Whether a season may be modelled on the values as they are. */
  public boolean seasonal() {
    return season > 1 && measure == Measure.COUNT;
  }

  /** New events per step: the values themselves, or their differences (one fewer). */
  public double[] increments() {
    if (measure == Measure.COUNT) {
      return values;
    }
    double[] steps = new double[values.length - 1];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = values[i + 1] - values[i];
    }
    return steps;
  }
}
