package org.firebreak.epidemic.alarm;

import java.util.Arrays;
import org.firebreak.epidemic.math.CountDistribution;
import org.firebreak.epidemic.math.NegativeBinomial;
import org.firebreak.epidemic.math.Poisson;

/**
 * The default detector of counts: a negative binomial around a {@link BaselineSettings baseline}
 * that knows season, trend and weekdays, tested on today's count and on the sums of the last few
 * steps, so that a rise that stays moderate is seen as well as one that jumps.
 *
 * <p>Tail probabilities are mid-p values (half of the observed count's own probability), which keep
 * their level on small counts. An alarm needs one window below {@code alpha}, and today's count
 * itself below {@code todayLevel}, so that it ends when the rise ends; a window does not reach back
 * over an alarm, so that the same cases do not raise two. The score is log(p) / log(alpha) of the
 * smallest p, above 1 an alarm; the bound is the largest count of today that would not be one.
 *
 * @param baseline what is expected
 * @param windows lengths in steps, rising, the first 1
 * @param alpha level of each window
 * @param todayLevel level today's count alone must reach
 */
@SuppressWarnings("ArrayRecordComponent") // a short list; callers do not change it
public record NegativeBinomialDetector(
    BaselineSettings baseline, int[] windows, double alpha, double todayLevel) implements Detector {

  /** Level of a window of daily counts unless told otherwise. */
  public static final double DAILY_ALPHA = 0.005;

  /** Level of a window of weekly counts unless told otherwise. */
  public static final double WEEKLY_ALPHA = 0.004;

  private static final double TODAY_LEVEL = 0.05;
  private static final double POISSON_BELOW = 1e-4;

  public NegativeBinomialDetector {
    if (windows.length == 0 || windows[0] != 1 || !(alpha > 0 && alpha < 0.5)) {
      throw new IllegalArgumentException(
          "Needs windows that start with 1 and 0 < alpha < 0.5, were %s, %s"
              .formatted(Arrays.toString(windows), alpha));
    }
    if (!(todayLevel >= alpha && todayLevel <= 1)) {
      throw new IllegalArgumentException("Today's level must be in [alpha, 1], was " + todayLevel);
    }
  }

  /** For daily counts: windows of 1, 2, 3 and 5 days. */
  public static NegativeBinomialDetector daily(double alpha) {
    return new NegativeBinomialDetector(
        BaselineSettings.DAILY, new int[] {1, 2, 3, 5}, alpha, Math.max(alpha, TODAY_LEVEL));
  }

  /** For weekly counts: windows of 1 and 2 weeks. */
  public static NegativeBinomialDetector weekly(double alpha) {
    return new NegativeBinomialDetector(
        BaselineSettings.WEEKLY, new int[] {1, 2}, alpha, Math.max(alpha, TODAY_LEVEL));
  }

  @Override
  public Assessment assess(double[] values, int from) {
    Assessment result = Assessment.empty(values.length);
    CountBaseline model = new CountBaseline(baseline, values);
    int reachesBackTo = 0;
    for (int t = Math.max(from, 0); t < values.length; t++) {
      if (!Double.isNaN(values[t]) && model.fit(t)) {
        assessStep(model, values, t, reachesBackTo, result);
        reachesBackTo = result.alarm()[t] ? t + 1 : reachesBackTo;
      }
    }
    return result;
  }

  private void assessStep(
      CountBaseline model, double[] values, int t, int reachesBackTo, Assessment result) {
    double[] variance = new double[1];
    double smallest = 1;
    long bound = Long.MAX_VALUE;
    long todayBound = 0;
    boolean todayHigh = false;
    for (int window : windows) {
      int first = Math.max(reachesBackTo, t - window + 1);
      double mean = model.predict(first, t, variance);
      CountDistribution counts = distribution(mean, model.dispersion() * mean + variance[0]);
      long before = Math.round(sum(values, first, t - 1));
      long total = before + Math.round(values[t]);
      double p = midP(counts, total);
      if (window == 1) {
        result.expected()[t] = mean;
        todayHigh = p < todayLevel;
        todayBound = largestBelow(counts, todayLevel);
      }
      smallest = Math.min(smallest, p);
      bound = Math.min(bound, largestBelow(counts, alpha) - before);
    }
    result.upper()[t] = Math.max(bound, todayBound);
    double score = Math.log(Math.max(smallest, Double.MIN_NORMAL)) / Math.log(alpha);
    result.score()[t] = todayHigh ? score : Math.min(score, 1);
    result.alarm()[t] = todayHigh && smallest < alpha;
  }

  private static double sum(double[] values, int from, int to) {
    double sum = 0;
    for (int i = from; i <= to; i++) {
      sum += Double.isNaN(values[i]) ? 0 : values[i];
    }
    return sum;
  }

  private static CountDistribution distribution(double mean, double variance) {
    double excess = variance - mean;
    return excess > POISSON_BELOW * mean
        ? new NegativeBinomial(mean, mean / excess * mean)
        : new Poisson(mean);
  }

  private static double midP(CountDistribution counts, long k) {
    return counts.survival(k) + 0.5 * counts.probability(k);
  }

  /** The largest count whose mid-p is not below a level. */
  private static long largestBelow(CountDistribution counts, double level) {
    long k = counts.quantile(1 - level);
    while (midP(counts, k) < level) {
      k--;
    }
    while (midP(counts, k + 1) >= level) {
      k++;
    }
    return k;
  }
}
