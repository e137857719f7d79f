package org.firebreak.epidemic.alarm;

import org.firebreak.epidemic.math.Normal;

/** Bounds of counts that are nearly normal on the 2/3-power scale (Farrington et al. 1996). */
final class PowerBound {

  private static final double POWER = 2.0 / 3;

  private PowerBound() {}

  /** Upper bound: (mean^(2/3) + z se)^(3/2), where se comes from variance tau x mean. */
  static double upper(double mean, double tau, double z) {
    return Math.pow(Math.pow(mean, POWER) + z * standardError(mean, tau), 1 / POWER);
  }

  /** Probability of a value at or above y. */
  static double survival(double y, double mean, double tau) {
    return Normal.survival((Math.pow(y, POWER) - Math.pow(mean, POWER)) / standardError(mean, tau));
  }

  private static double standardError(double mean, double tau) {
    return Math.sqrt(4.0 / 9 * Math.cbrt(mean) * tau);
  }
}
