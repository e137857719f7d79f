package org.firebreak.epidemic.rt;

import java.util.concurrent.atomic.AtomicReferenceArray;
import org.firebreak.epidemic.math.GammaDistribution;
import org.firebreak.epidemic.math.Normal;

/**
 * The seven quantiles of a unit gamma distribution, fast: whole shapes up to 500 are solved once
 * and kept (a Cori posterior with the usual prior has a whole shape), larger shapes by the
 * Cornish-Fisher expansion to the eighth order in 1/sqrt(shape), whose relative error there is
 * below 1e-15; other shapes are solved each time.
 *
 * <p>Safe for several threads; the same values for any number of them.
 */
final class GammaQuantiles {

  private static final int LARGE = 500;
  private static final int N = RtEstimate.QUANTILES;
  private static final int ORDERS = 9;
  private static final AtomicReferenceArray<double[]> KEPT = new AtomicReferenceArray<>(LARGE + 1);
  private static final double[] EXPANSION = expansion();

  private GammaQuantiles() {}

  /** Writes the quantiles of a gamma of a shape and scale from {@code offset} on. */
  static void fill(double shape, double scale, double[] into, int offset) {
    if (shape > LARGE) {
      expand(shape, scale, into, offset);
      return;
    }
    double[] unit = unit(shape);
    for (int i = 0; i < N; i++) {
      into[offset + i] = unit[i] * scale;
    }
  }

  private static double[] unit(double shape) {
    int whole = (int) shape;
    if (whole != shape) {
      return solve(shape);
    }
    double[] kept = KEPT.get(whole);
    if (kept == null) {
      kept = solve(shape);
      KEPT.set(whole, kept);
    }
    return kept;
  }

  private static double[] solve(double shape) {
    GammaDistribution gamma = new GammaDistribution(shape, 1);
    double[] quantiles = new double[N];
    for (int i = 0; i < N; i++) {
      quantiles[i] = gamma.quantile(RtEstimate.level(i));
    }
    return quantiles;
  }

  private static void expand(double shape, double scale, double[] into, int offset) {
    double root = Math.sqrt(shape);
    double h = 1 / root;
    for (int i = 0; i < N; i++) {
      int c = i * ORDERS;
      double sum = EXPANSION[c + ORDERS - 1];
      for (int k = ORDERS - 2; k >= 0; k--) {
        sum = sum * h + EXPANSION[c + k];
      }
      into[offset + i] = (shape + root * sum) * scale;
    }
  }

  /** Coefficients of (x - shape)/sqrt(shape) in powers of 1/sqrt(shape), per quantile. */
  private static double[] expansion() {
    double[] coefficients = new double[N * ORDERS];
    for (int i = 0; i < N; i++) {
      double z = Normal.quantile(RtEstimate.level(i));
      double w = z * z;
      double[] terms = {
        z,
        (w - 1) / 3,
        z * (w - 7) / 36,
        -((3 * w + 7) * w - 16) / 810,
        z * ((9 * w + 256) * w - 433) / 38880,
        -(((12 * w - 243) * w - 923) * w + 1472) / 204120,
        -z * (((3753 * w + 4353) * w - 289517) * w - 289717) / 146966400,
        ((((270 * w + 4614) * w - 9513) * w - 104989) * w + 35968) / 55112400,
        -z * ((((5139 * w + 547848) * w + 2742210) * w - 7016224) * w - 37501325) / 21163161600.0
      };
      System.arraycopy(terms, 0, coefficients, i * ORDERS, ORDERS);
    }
    return coefficients;
  }
}
