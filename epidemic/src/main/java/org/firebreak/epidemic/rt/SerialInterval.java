package org.firebreak.epidemic.rt;

import org.firebreak.epidemic.math.IncompleteGamma;

/**
 * A discrete serial interval (or generation time): the probability of each whole number of days
 * from one case to the next.
 *
 * <p>The parametric form is a gamma distribution shifted by one day and discretised as in Cori et
 * al., American Journal of Epidemiology 178 (2013), web appendix 11. Immutable.
 */
public final class SerialInterval {

  private static final double SUM_TOLERANCE = 0.01;
  private static final double NEGLIGIBLE_TAIL = 1e-18;

  private final double[] weights;

  private SerialInterval(double[] weights) {
    this.weights = weights;
  }

  /**
   * From probabilities, index = day.
   *
   * @throws IllegalArgumentException if one is negative, day 0 is not 0, or the sum is not 1 within
   *     0.01
   */
  public static SerialInterval of(double[] probabilities) {
    double sum = 0;
    for (double p : probabilities) {
      if (!(p >= 0)) {
        throw new IllegalArgumentException("A probability must be >= 0, was " + p);
      }
      sum += p;
    }
    if (probabilities.length < 2 || probabilities[0] != 0) {
      throw new IllegalArgumentException(
          "A serial interval starts at day 0 with probability 0 and has at least day 1");
    }
    if (Math.abs(sum - 1) > SUM_TOLERANCE) {
      throw new IllegalArgumentException("The probabilities must sum to 1, sum to " + sum);
    }
    return new SerialInterval(probabilities.clone());
  }

  /**
   * The shifted gamma of a mean and a standard deviation, for days 0 to {@code days - 1}.
   *
   * @param mean in days, above 1
   * @param sd in days, above 0
   * @throws IllegalArgumentException if mean or sd are out of range
   */
  public static SerialInterval ofGamma(double mean, double sd, int days) {
    if (!(mean > 1) || !(sd > 0) || Double.isInfinite(mean) || Double.isInfinite(sd)) {
      throw new IllegalArgumentException(
          "A serial interval needs a mean above 1 day and a sd above 0, were " + mean + ", " + sd);
    }
    double shape = (mean - 1) / sd * ((mean - 1) / sd);
    double scale = sd * sd / (mean - 1);
    double[] weights = new double[Math.max(2, days)];
    // integral of the distribution function up to k: k F(k; shape) - mean F(k; shape + 1)
    double before = 0;
    double now = 0;
    for (int k = 1; k < weights.length; k++) {
      double next = integral(shape, scale, k);
      weights[k] = Math.max(0, next - 2 * now + before);
      before = now;
      now = next;
      if (k > mean && IncompleteGamma.upper(shape, k / scale) < NEGLIGIBLE_TAIL) {
        break;
      }
    }
    return new SerialInterval(weights);
  }

  /** Days that hold the whole of a gamma serial interval but for 1e-12, at least 2. */
  public static int coveringDays(double mean, double sd) {
    return (int) Math.min(10_000, Math.ceil(mean + 30 * sd + 10));
  }

  private static double integral(double shape, double scale, double upTo) {
    double x = upTo / scale;
    return upTo * IncompleteGamma.lower(shape, x)
        - shape * scale * IncompleteGamma.lower(shape + 1, x);
  }

  /** Probability of a number of days, 0 beyond the last. */
  public double at(int day) {
    return day < weights.length ? weights[day] : 0;
  }

  /** The probabilities, index = day; a copy. */
  public double[] weights() {
    return weights.clone();
  }

  /** Mean in days of the first {@code days} probabilities, as they stand. */
  public double mean(int days) {
    double mean = 0;
    for (int k = 1; k < Math.min(days, weights.length); k++) {
      mean += k * weights[k];
    }
    return mean;
  }

  /** Mean in days. */
  public double mean() {
    return mean(weights.length);
  }

  /** Standard deviation in days. */
  public double sd() {
    double square = 0;
    for (int k = 1; k < weights.length; k++) {
      square += (double) k * k * weights[k];
    }
    return Math.sqrt(Math.max(0, square - mean() * mean()));
  }

  /**
   * Total infectiousness per day: the sum of earlier cases weighted by the serial interval. Entry 0
   * is 0.
   *
   * @param cases per day, local and imported
   */
  public double[] infectiousness(double[] cases) {
    double[] total = new double[cases.length];
    int last = weights.length - 1;
    while (last > 0 && weights[last] == 0) {
      last--;
    }
    for (int t = 1; t < cases.length; t++) {
      double sum = 0;
      int furthest = Math.min(t, last);
      for (int s = 1; s <= furthest; s++) {
        sum += weights[s] * cases[t - s];
      }
      total[t] = sum;
    }
    return total;
  }

  /**
   * The reproduction number that belongs to an exponential growth rate (Wallinga and Lipsitch
   * 2007): 1 / sum of w_s exp(-r s).
   *
   * @param growthRate per day
   */
  public double reproductionNumber(double growthRate) {
    double sum = 0;
    for (int s = 0; s < weights.length; s++) {
      if (weights[s] > 0) {
        sum += weights[s] * Math.exp(-growthRate * s);
      }
    }
    return 1 / sum;
  }

  /** The growth rate per day that belongs to a reproduction number above 0; the inverse. */
  public double growthRate(double reproductionNumber) {
    if (!(reproductionNumber > 0)) {
      return Double.NEGATIVE_INFINITY;
    }
    double target = Math.log(reproductionNumber);
    double rate = target / Math.max(mean(), 1e-9);
    for (int i = 0; i < 100; i++) {
      double sum = 0;
      double slope = 0;
      for (int s = 1; s < weights.length; s++) {
        double term = weights[s] * Math.exp(-rate * s);
        sum += term;
        slope += s * term;
      }
      if (!(sum > 0) || Double.isInfinite(sum)) {
        rate *= 0.5;
        continue;
      }
      // log R(r) is convex and rising: Newton converges.
      double step = (target + Math.log(sum)) * sum / slope;
      rate += step;
      if (Math.abs(step) < 1e-13) {
        break;
      }
    }
    return rate;
  }
}
