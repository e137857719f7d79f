package org.firebreak.epidemic.math;

/**
 * The gamma distribution.
 *
 * @param shape above 0
 * @param scale above 0; the mean is shape x scale
 */
public record GammaDistribution(double shape, double scale) {

  private static final int MAX_STEPS = 60;

  public GammaDistribution {
    if (!(shape > 0) || !(scale > 0)) {
      throw new IllegalArgumentException(
          "Shape and scale must be above 0, were " + shape + ", " + scale);
    }
  }

  /** The distribution with a mean and a standard deviation, both above 0. */
  public static GammaDistribution ofMeanAndSd(double mean, double sd) {
    return new GammaDistribution(mean / sd * (mean / sd), sd / mean * sd);
  }

  public double mean() {
    return shape * scale;
  }

  public double sd() {
    return Math.sqrt(shape) * scale;
  }

  /** Density at x. */
  public double density(double x) {
    if (x < 0) {
      return 0;
    }
    double u = x / scale;
    if (shape < 1) {
      return u == 0 ? Double.POSITIVE_INFINITY : SaddlePoint.poisson(shape, u) * shape / u / scale;
    }
    return (shape == 1 ? Math.exp(-u) : SaddlePoint.poisson(shape - 1, u)) / scale;
  }

  /** Probability of a value at or below x. */
  public double cumulative(double x) {
    return x <= 0 ? 0 : IncompleteGamma.lower(shape, x / scale);
  }

  /** Probability of a value above x. */
  public double survival(double x) {
    return x <= 0 ? 1 : IncompleteGamma.upper(shape, x / scale);
  }

  /**
   * The value with probability p below it, relative accuracy about 1e-13.
   *
   * @throws IllegalArgumentException if p is not in [0, 1]
   */
  public double quantile(double p) {
    if (!(p >= 0 && p <= 1)) {
      throw new IllegalArgumentException("A probability is in [0, 1], was " + p);
    }
    if (p == 0 || p == 1) {
      return p == 0 ? 0 : Double.POSITIVE_INFINITY;
    }
    return unitQuantile(shape, p) * scale;
  }

  /** Quantile at scale 1: Wilson-Hilferty start, then Newton on log x, kept inside a bracket. */
  private static double unitQuantile(double shape, double p) {
    double z = Normal.quantile(p);
    double ninth = 1 / (9 * shape);
    double cubeRoot = 1 - ninth + z * Math.sqrt(ninth);
    double x = shape * cubeRoot * cubeRoot * cubeRoot;
    if (cubeRoot <= 0.2 || shape < 0.5) {
      // For small x, P(a, x) is x^a / Gamma(a + 1).
      x = Math.exp((Math.log(p) + GammaFunction.log(shape + 1)) / shape);
      x = Math.min(x, shape + 10);
    }
    if (x == 0) {
      return 0;
    }
    GammaDistribution unit = new GammaDistribution(shape, 1);
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (int i = 0; i < MAX_STEPS; i++) {
      double excess =
          p <= 0.5
              ? IncompleteGamma.lower(shape, x) - p
              : (1 - p) - IncompleteGamma.upper(shape, x);
      if (excess > 0) {
        high = x;
      } else {
        low = x;
      }
      double next = step(x, excess, unit.density(x), shape);
      if (!(next > low && next < high)) {
        next = Double.isInfinite(high) ? 2 * x : 0.5 * (low + high);
      }
      if (Math.abs(next - x) <= 1e-15 * x || excess == 0) {
        return excess == 0 ? x : next;
      }
      x = next;
    }
    return x;
  }

  /** One step of Halley's method. */
  private static double step(double x, double excess, double density, double shape) {
    double newton = excess / density;
    double curvature = 0.5 * newton * ((shape - 1) / x - 1);
    return x - newton / (1 - Math.clamp(curvature, -0.9, 0.5));
  }
}
