package org.firebreak.epidemic.math;

/**
 * Quantiles of counts: a normal start with a skewness term, then steps that double, then halves.
 */
final class CountQuantile {

  /** A cumulative probability this near p counts as p: it is p but for rounding. */
  private static final double FUZZ = 64 * 0x1p-52;

  private CountQuantile() {}

  static long find(CountDistribution of, double p) {
    double z = Normal.quantile(p);
    double sd = Math.sqrt(of.variance());
    double skewness = sd == 0 ? 0 : (2 * of.variance() / Math.max(of.mean(), 1e-300) - 1) / sd;
    double start = of.mean() + sd * (z + skewness * (z * z - 1) / 6);
    long guess = Double.isFinite(start) ? Math.max(0, (long) start) : 0;
    long step = Math.max(1, (long) (sd * 0.01));
    return reaches(of, guess, p) ? down(of, guess, step, p) : up(of, guess, step, p);
  }

  private static long down(CountDistribution of, long from, long firstStep, double p) {
    long high = from;
    long step = firstStep;
    while (high > 0) {
      long low = Math.max(0, high - step);
      if (!reaches(of, low, p)) {
        return between(of, low, high, p);
      }
      high = low;
      step *= 2;
    }
    return 0;
  }

  private static long up(CountDistribution of, long from, long firstStep, double p) {
    long low = from;
    long step = firstStep;
    while (!reaches(of, low + step, p)) {
      low += step;
      step *= 2;
    }
    return between(of, low, low + step, p);
  }

  /** The smallest k above low, at most high, that reaches p; low does not, high does. */
  private static long between(CountDistribution of, long low, long high, double p) {
    long below = low;
    long above = high;
    while (above - below > 1) {
      long middle = below + (above - below) / 2;
      if (reaches(of, middle, p)) {
        above = middle;
      } else {
        below = middle;
      }
    }
    return above;
  }

  private static boolean reaches(CountDistribution of, long k, double p) {
    return p < 0.5
        ? of.cumulative(k) >= p * (1 - FUZZ)
        : of.survival(k) <= (1 - p) * (1 + FUZZ) + FUZZ * p;
  }
}
