package org.firebreak.epidemic.math;

/**
 * The negative binomial distribution of counts with variance mean + mean^2 / size.
 *
 * @param mean above 0
 * @param size above 0 (also called k or the dispersion parameter); the smaller, the more spread
 */
public record NegativeBinomial(double mean, double size) implements CountDistribution {

  public NegativeBinomial {
    if (!(mean > 0) || !(size > 0) || Double.isInfinite(mean) || Double.isInfinite(size)) {
      throw new IllegalArgumentException(
          "Mean and size must be finite and above 0, were " + mean + ", " + size);
    }
  }

  @Override
  public double variance() {
    return mean + mean / size * mean;
  }

  @Override
  public double probability(long k) {
    if (k < 0) {
      return 0;
    }
    double p = size / (size + mean);
    return size / (size + k) * SaddlePoint.binomial(size, size + k, p, mean / (size + mean));
  }

  @Override
  public double cumulative(long k) {
    double total = size + mean;
    return k < 0 ? 0 : IncompleteBeta.lower(size, k + 1.0, size / total, mean / total);
  }

  @Override
  public double survival(long k) {
    double total = size + mean;
    return k < 0 ? 1 : IncompleteBeta.lower(k + 1.0, size, mean / total, size / total);
  }
}
