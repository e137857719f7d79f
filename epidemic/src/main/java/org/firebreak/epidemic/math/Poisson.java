package org.firebreak.epidemic.math;

/**
 * The Poisson distribution.
 *
 * @param mean zero or more
 */
public record Poisson(double mean) implements CountDistribution {

  public Poisson {
    if (!(mean >= 0) || Double.isInfinite(mean)) {
      throw new IllegalArgumentException("Mean must be finite and >= 0, was " + mean);
    }
  }

  @Override
  public double variance() {
    return mean;
  }

  @Override
  public double probability(long k) {
    return k < 0 ? 0 : SaddlePoint.poisson((double) k, mean);
  }

  @Override
  public double cumulative(long k) {
    return k < 0 ? 0 : IncompleteGamma.upper(k + 1.0, mean);
  }

  @Override
  public double survival(long k) {
    return k < 0 ? 1 : IncompleteGamma.lower(k + 1.0, mean);
  }
}
