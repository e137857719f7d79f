package org.firebreak.city.random;

/**
 * A sequence of draws from one key. Uses {@link StrictMath}, so the same key gives the same bits on
 * every machine. Not safe for use by several threads; make one per entity.
 */
public final class Draws {

  private static final double UNIT = 0x1.0p-53;

  private long state;

  public Draws(long key) {
    state = key;
  }

  private long next() {
    state += Keys.GOLDEN;
    return Keys.mix(state);
  }

  /** Uniform on [0, 1). */
  public double unit() {
    return (next() >>> 11) * UNIT;
  }

  /** Uniform on (0, 1], safe for a logarithm. */
  public double positiveUnit() {
    return ((next() >>> 11) + 1) * UNIT;
  }

  /** True with probability {@code p}. */
  public boolean chance(double p) {
    return unit() < p;
  }

  /** Uniform on 0, ..., {@code bound} - 1. */
  public int below(int bound) {
    return (int) (((next() >>> 33) * bound) >>> 31);
  }

  /** Uniform on {@code low}, ..., {@code high}, both included. */
  public int between(int low, int high) {
    return low + below(high - low + 1);
  }

  /** Standard normal (Box and Muller 1958; one of the pair). */
  public double gaussian() {
    double radius = StrictMath.sqrt(-2 * StrictMath.log(positiveUnit()));
    return radius * StrictMath.cos(2 * StrictMath.PI * unit());
  }

  /** Log-normal with the given mean and standard deviation of the variable itself. */
  public double logNormal(double mean, double sd) {
    double variance = StrictMath.log(1 + (sd * sd) / (mean * mean));
    double location = StrictMath.log(mean) - variance / 2;
    return StrictMath.exp(location + StrictMath.sqrt(variance) * gaussian());
  }

  /**
   * Gamma with the given shape and mean (Marsaglia and Tsang 2000; shapes under 1 by boosting).
   *
   * @param shape greater than 0
   */
  public double gamma(double shape, double mean) {
    double boost = shape < 1 ? StrictMath.pow(positiveUnit(), 1 / shape) : 1;
    double d = (shape < 1 ? shape + 1 : shape) - 1.0 / 3;
    double c = 1 / StrictMath.sqrt(9 * d);
    while (true) {
      double x = gaussian();
      double v = 1 + c * x;
      if (v > 0) {
        v = v * v * v;
        if (StrictMath.log(positiveUnit()) < 0.5 * x * x + d - d * v + d * StrictMath.log(v)) {
          return boost * d * v * mean / shape;
        }
      }
    }
  }

  /** Number of failures before the first success, success probability {@code p} in (0, 1]. */
  public long geometric(double p) {
    if (p >= 1) {
      return 0;
    }
    return (long) (StrictMath.log(positiveUnit()) / StrictMath.log1p(-p));
  }

  /**
   * As {@link #geometric} for many draws with one probability; at most {@link Integer#MAX_VALUE}.
   *
   * @param scale {@code -1 / log(1 - p)}
   */
  public long geometricOfScale(double scale) {
    return (long) Math.min(Integer.MAX_VALUE, -StrictMath.log(positiveUnit()) * scale);
  }

  /** Poisson by inversion; for means up to about 500. */
  public int poisson(double mean) {
    double term = StrictMath.exp(-mean);
    double sum = term;
    double u = unit();
    int count = 0;
    while (u > sum && count < 10_000) {
      count++;
      term *= mean / count;
      sum += term;
    }
    return count;
  }

  /** Index drawn in proportion to the weights, which need not sum to 1. */
  public int weighted(double... weights) {
    double total = 0;
    for (double weight : weights) {
      total += weight;
    }
    double u = unit() * total;
    for (int i = 0; i < weights.length - 1; i++) {
      u -= weights[i];
      if (u < 0) {
        return i;
      }
    }
    return weights.length - 1;
  }
}
