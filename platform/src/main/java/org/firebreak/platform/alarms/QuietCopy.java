package org.firebreak.platform.alarms;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.firebreak.epidemic.alarm.AlarmMethod;

/**
 * What a series would look like if nothing happened: its mean level over the replayed steps, its
 * weekday rhythm and its spread around a moving week (negative binomial, variance = dispersion x
 * mean), without trend or season. Immutable.
 */
final class QuietCopy {

  private static final int WEEK = 7;
  private static final int OUTBREAK_DAYS = 14;
  private static final int OUTBREAK_WEEKS = 4;

  /** Peak of a planted outbreak in standard deviations of the quiet series. */
  private static final double PEAK_SDS = 3;

  private static final double PEAK_LEAST = 2;

  private final Steps steps;
  private final double level;
  private final double[] rhythm;
  private final double dispersion;

  private QuietCopy(Steps steps, double level, double[] rhythm, double dispersion) {
    this.steps = steps;
    this.level = level;
    this.rhythm = rhythm;
    this.dispersion = dispersion;
  }

  /** The quiet copy of a series, measured on its steps from an index on. */
  static QuietCopy of(Steps steps, int from) {
    double[] values =
        AlarmMethod.withoutCorrections(Arrays.copyOfRange(steps.values(), from, steps.count()));
    double level = Arrays.stream(values).filter(v -> !Double.isNaN(v)).average().orElse(0);
    double[] smooth = smoothed(values);
    int period = steps.isWeekly() ? 1 : WEEK;
    double[] rhythm = rhythm(values, smooth, period, from);
    return new QuietCopy(steps, level, rhythm, dispersion(values, smooth, rhythm, from));
  }

  /** Mean of the steps around each, three to either side. */
  private static double[] smoothed(double[] values) {
    double[] smooth = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      smooth[i] =
          Arrays.stream(values, Math.max(0, i - 3), Math.min(values.length, i + 4))
              .filter(v -> !Double.isNaN(v))
              .average()
              .orElse(Double.NaN);
    }
    return smooth;
  }

  private static double[] rhythm(double[] values, double[] smooth, int period, int from) {
    double[] sum = new double[period];
    double[] base = new double[period];
    for (int i = 0; i < values.length; i++) {
      if (!Double.isNaN(values[i]) && !Double.isNaN(smooth[i])) {
        sum[(from + i) % period] += values[i];
        base[(from + i) % period] += smooth[i];
      }
    }
    double[] rhythm = new double[period];
    for (int i = 0; i < period; i++) {
      rhythm[i] = base[i] > 0 ? sum[i] / base[i] : 1;
    }
    double mean = Arrays.stream(rhythm).average().orElse(1);
    return Arrays.stream(rhythm).map(factor -> mean > 0 ? factor / mean : 1).toArray();
  }

  private static double dispersion(double[] values, double[] smooth, double[] rhythm, int from) {
    double sum = 0;
    int count = 0;
    for (int i = 0; i < values.length; i++) {
      double mean = smooth[i] * rhythm[(from + i) % rhythm.length];
      if (!Double.isNaN(values[i]) && mean > 0) {
        sum += (values[i] - mean) * (values[i] - mean) / mean;
        count++;
      }
    }
    return count == 0 ? 1 : Math.max(1, sum / count);
  }

  /** A copy as long as the series, its history included. */
  Steps draw(SplittableRandom random) {
    double[] values = new double[steps.count()];
    for (int i = 0; i < values.length; i++) {
      values[i] = negativeBinomial(level * rhythm[i % rhythm.length], random);
    }
    return new Steps(steps.first(), steps.daysPerStep(), values);
  }

  private double negativeBinomial(double mean, SplittableRandom random) {
    if (!(mean > 0)) {
      return 0;
    }
    if (dispersion < 1 + 1e-6) {
      return poisson(mean, random);
    }
    // Poisson of a gamma: variance = mean x dispersion.
    double shape = mean / (dispersion - 1);
    return poisson(gamma(shape, random) * (dispersion - 1), random);
  }

  /**
   * Cases added by an outbreak: rising to its peak in the first third, then falling, each step a
   * Poisson count.
   */
  double[] outbreak(SplittableRandom random) {
    int length = steps.isWeekly() ? OUTBREAK_WEEKS : OUTBREAK_DAYS;
    double peak = Math.max(PEAK_LEAST, PEAK_SDS * Math.sqrt(level * dispersion));
    double top = length / 3.0;
    double[] extra = new double[length];
    for (int i = 0; i < length; i++) {
      double t = i + 0.5;
      double shape = t < top ? t / top : (length - t) / (length - top);
      extra[i] = poisson(peak * shape, random);
    }
    return extra;
  }

  /** A gamma variate of unit scale (Marsaglia and Tsang 2000). */
  private static double gamma(double shape, SplittableRandom random) {
    if (shape < 1) {
      return gamma(shape + 1, random) * Math.pow(random.nextDouble(), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double x = random.nextGaussian();
      double v = Math.pow(1 + c * x, 3);
      if (v > 0 && Math.log(random.nextDouble()) < 0.5 * x * x + d - d * v + d * Math.log(v)) {
        return d * v;
      }
    }
  }

  /** A Poisson variate; of a large mean, by the normal distribution. */
  private static double poisson(double mean, SplittableRandom random) {
    if (mean > 500) {
      return Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    double limit = Math.exp(-mean);
    double product = random.nextDouble();
    int count = 0;
    while (product > limit) {
      product *= random.nextDouble();
      count++;
    }
    return count;
  }
}
