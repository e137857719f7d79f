package org.firebreak.epidemic.forecast.ensemble;

/**
 * New events grow as between the last windows (weeks), by less and less: growth is the mean of the
 * last two log ratios of window sums, offset so that small counts say little, bounded, damped once
 * for the next window and again for each one after. Inside a window the events fall as the weekdays
 * of the last two weeks did, drawn towards an even spread.
 *
 * <p>Parameters: docs/methods/forecast-parameters.csv.
 */
final class DampedGrowth {

  private static final double NEWEST_WEIGHT = 0.5;
  private static final double DAMPING = 0.6;
  private static final double OFFSET = 10;
  private static final double GROWTH_MAX = 1.5;
  private static final double SHAPE_WEIGHT = 0.7;
  private static final int SHAPE_WINDOWS = 2;

  private DampedGrowth() {}

  /**
   * New events in the coming steps.
   *
   * @param steps new events per step, not negative
   * @param window steps per window: 7 for days, 1 for weeks
   * @return empty if there are fewer than three windows
   */
  static double[] path(double[] steps, int window, int horizon) {
    if (steps.length < 3 * window) {
      return new double[0];
    }
    double newest = sum(steps, window, 0);
    double before = sum(steps, window, 1);
    double first = sum(steps, window, 2);
    double growth =
        NEWEST_WEIGHT * Math.log((newest + OFFSET) / (before + OFFSET))
            + (1 - NEWEST_WEIGHT) * Math.log((before + OFFSET) / (first + OFFSET));
    growth = Math.max(-GROWTH_MAX, Math.min(GROWTH_MAX, growth));
    double[] shape = shape(steps, window);
    double[] path = new double[horizon];
    double level = newest + OFFSET;
    for (int h = 0; h < horizon; h++) {
      if (h % window == 0) {
        growth *= DAMPING;
        level *= Math.exp(growth);
      }
      path[h] = Math.max(0, level - OFFSET) * shape[h % window];
    }
    return path;
  }

  private static double sum(double[] steps, int window, int back) {
    double sum = 0;
    int end = steps.length - back * window;
    for (int t = end - window; t < end; t++) {
      sum += steps[t];
    }
    return sum;
  }

  private static double[] shape(double[] steps, int window) {
    double[] shape = new double[window];
    double total = 0;
    for (int t = steps.length - SHAPE_WINDOWS * window; t < steps.length; t++) {
      shape[(t + SHAPE_WINDOWS * window - steps.length) % window] += steps[t];
      total += steps[t];
    }
    for (int i = 0; i < window; i++) {
      double even = 1.0 / window;
      shape[i] = total > 0 ? SHAPE_WEIGHT * shape[i] / total + (1 - SHAPE_WEIGHT) * even : even;
    }
    return shape;
  }
}
