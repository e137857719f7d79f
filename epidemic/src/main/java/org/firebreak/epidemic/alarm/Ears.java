package org.firebreak.epidemic.alarm;

import org.firebreak.epidemic.math.Normal;

/**
 * The Early Aberration Reporting System's C1, C2 and C3 (Hutwagner et al. 2003; definitions as in
 * Salmon, Schumacher and Hoehle, Journal of Statistical Software 70, 2016): mean and standard
 * deviation of the last values, C2 and C3 with two values left out, C3 with the excess of the two
 * assessments before.
 *
 * <p>A baseline without variation makes any rise an alarm unless {@code minSigma} says otherwise.
 *
 * @param variant which of the three
 * @param alpha probability of a false alarm per step, if values were normal
 * @param baseline values in the baseline, at least 3, usually 7
 * @param minSigma smallest standard deviation that is believed, 0 as the reference
 */
public record Ears(Variant variant, double alpha, int baseline, double minSigma)
    implements Detector {

  /** The three variants with their usual alpha. */
  public enum Variant {
    C1(0, 0.001),
    C2(2, 0.001),
    C3(2, 0.025);

    private final int lag;
    private final double usualAlpha;

    Variant(int lag, double usualAlpha) {
      this.lag = lag;
      this.usualAlpha = usualAlpha;
    }

    /** Alpha of the reference implementation. */
    public double usualAlpha() {
      return usualAlpha;
    }
  }

  private static final int C3_MEMORY = 2;

  public Ears {
    if (!(alpha > 0 && alpha < 1) || baseline < 3 || !(minSigma >= 0)) {
      throw new IllegalArgumentException(
          "EARS needs 0 < alpha < 1, baseline >= 3, minSigma >= 0, were %s, %d, %s"
              .formatted(alpha, baseline, minSigma));
    }
  }

  /** A variant with its usual baseline of 7. */
  public static Ears of(Variant variant, double alpha) {
    return new Ears(variant, alpha, 7, 0);
  }

  @Override
  public Assessment assess(double[] values, int from) {
    double z = Normal.quantile(1 - alpha);
    Assessment result = Assessment.empty(values.length);
    int lag = variant.lag;
    int memory = variant == Variant.C3 ? C3_MEMORY : 0;
    double[] excess = new double[values.length];
    int start = Math.max(from, baseline + lag + memory);
    for (int t = Math.max(baseline + lag, start - memory); t < values.length; t++) {
      double mean = mean(values, t - lag);
      double sigma = Math.max(sigma(values, t - lag, mean), minSigma);
      double statistic = (values[t] - mean) / sigma;
      excess[t] = Math.max(0, statistic - 1);
      if (t < start || Double.isNaN(values[t]) || Double.isNaN(sigma)) {
        continue;
      }
      result.expected()[t] = mean;
      if (variant == Variant.C3) {
        double before = excess[t - 2] + excess[t - 1];
        result.upper()[t] = Math.max(0, values[t] + sigma * (z - before));
        result.score()[t] = before;
      } else {
        result.upper()[t] = mean + z * sigma;
        result.score()[t] = statistic;
      }
      result.alarm()[t] = values[t] > result.upper()[t];
    }
    return result;
  }

  private double mean(double[] values, int end) {
    double sum = 0;
    for (int i = end - baseline; i < end; i++) {
      sum += values[i];
    }
    return sum / baseline;
  }

  private double sigma(double[] values, int end, double mean) {
    double sum = 0;
    for (int i = end - baseline; i < end; i++) {
      sum += (values[i] - mean) * (values[i] - mean);
    }
    return Math.sqrt(sum / (baseline - 1));
  }
}
