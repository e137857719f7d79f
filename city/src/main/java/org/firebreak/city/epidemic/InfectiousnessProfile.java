package org.firebreak.city.epidemic;

/**
 * Infectiousness by day from onset: a shifted gamma density, summed over whole days to 1.
 * Immutable.
 *
 * <p>{@link #HE_2020}: He et al. 2020, Nature Medicine 26:672 (with the correction of August 2020):
 * shape 2.116, rate 0.690 per day, from 2.3 days before onset.
 */
final class InfectiousnessProfile {

  static final InfectiousnessProfile HE_2020 = new InfectiousnessProfile(2.116, 0.690, 2.3);

  private static final int FIRST_DAY = -2;
  private static final int LAST_DAY = 12;
  private static final int STEPS = 200;

  private final double[] weights = new double[LAST_DAY - FIRST_DAY + 1];

  private InfectiousnessProfile(double shape, double ratePerDay, double shiftDays) {
    double total = 0;
    for (int i = 0; i < weights.length; i++) {
      for (int step = 0; step < STEPS; step++) {
        double x = FIRST_DAY + i - 0.5 + (step + 0.5) / STEPS + shiftDays;
        weights[i] += x > 0 ? StrictMath.pow(x, shape - 1) * StrictMath.exp(-ratePerDay * x) : 0;
      }
      total += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= total;
    }
  }

  /** Share of all infectiousness that falls on the day {@code days} after onset. */
  double weight(int days) {
    return days < FIRST_DAY || days > LAST_DAY ? 0 : weights[days - FIRST_DAY];
  }

  int lastDay() {
    return LAST_DAY;
  }
}
