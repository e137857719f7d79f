package org.firebreak.epidemic.alarm;

/**
 * The one-sided cumulative sum (Rossi, Lampugnani and Marchi 1999): counts are standardised by the
 * mean of the history as Poisson counts, what exceeds {@code k} adds up, an alarm begins at {@code
 * h}. The sum is not reset by an alarm.
 *
 * <p>The history is every step before {@code from}; with {@code from} 0 all but the last {@code
 * watched} steps, or half of a series shorter than twice that.
 *
 * @param k reference value, usually 1.04
 * @param h decision limit, usually 2.26
 * @param watched steps to assess at the end of a series where no start is given
 */
public record Cusum(double k, double h, int watched) implements Detector {

  /** The customary limits, with the last 61 steps watched where no start is given. */
  public static final Cusum DEFAULT = new Cusum(1.04, 2.26, 61);

  public Cusum {
    if (!(k >= 0) || !(h > 0) || watched < 1) {
      throw new IllegalArgumentException(
          "CUSUM needs k >= 0, h > 0, watched >= 1, were %s, %s, %d".formatted(k, h, watched));
    }
  }

  @Override
  public Assessment assess(double[] values, int from) {
    Assessment result = Assessment.empty(values.length);
    int start = from > 0 ? from : Math.max(values.length - watched, values.length / 2);
    double mean = mean(values, start);
    if (!(mean > 0)) {
      return result;
    }
    double root = Math.sqrt(mean);
    double sum = 0;
    for (int t = start; t < values.length; t++) {
      if (Double.isNaN(values[t])) {
        continue;
      }
      result.expected()[t] = mean;
      result.upper()[t] = Math.max(0, Math.ceil(root * (h + k - sum) + mean));
      sum = Math.max(0, sum + (values[t] - mean) / root - k);
      result.score()[t] = sum;
      result.alarm()[t] = sum >= h;
    }
    return result;
  }

  private static double mean(double[] values, int end) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < end; i++) {
      if (!Double.isNaN(values[i])) {
        sum += values[i];
        count++;
      }
    }
    return count == 0 ? Double.NaN : sum / count;
  }
}
