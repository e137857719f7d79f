package org.firebreak.epidemic.math;

/** A distribution on the whole numbers 0, 1, 2 and so on. */
public interface CountDistribution {

  double mean();

  double variance();

  /** Probability of the value k; 0 for negative k. */
  double probability(long k);

  /** Probability of k or less. */
  double cumulative(long k);

  /** Probability of more than k, accurate in the far tail. */
  double survival(long k);

  /**
   * The smallest k with {@code cumulative(k) >= p}.
   *
   * @throws IllegalArgumentException if p is not in [0, 1)
   */
  default long quantile(double p) {
    if (!(p >= 0 && p < 1)) {
      throw new IllegalArgumentException("A probability is in [0, 1), was " + p);
    }
    return CountQuantile.find(this, p);
  }
}
