package org.firebreak.epidemic.rt;

import java.util.Arrays;
import org.firebreak.epidemic.math.GammaDistribution;

/**
 * An even mixture of gamma distributions of one shape and many rates. Its distribution function is
 * tabulated once for the unit gamma and interpolated (cubic Hermite, error below 1e-9), so that a
 * quantile over 500 rates takes microseconds.
 */
final class GammaMixture {

  private static final int CELLS = 400;
  private static final double TAIL = 1e-12;
  private static final double TOLERANCE = 1e-10;

  private final double shape;
  private final double[] rates;
  private final double low;
  private final double step;
  private final double[] cumulative = new double[CELLS + 1];
  private final double[] slope = new double[CELLS + 1];

  GammaMixture(double shape, double[] rates) {
    this.shape = shape;
    this.rates = rates;
    GammaDistribution unit = new GammaDistribution(shape, 1);
    double spread = Math.sqrt(shape);
    this.low = Math.max(0, shape - 9 * spread);
    double high = shape + 9 * spread + 30;
    this.step = (high - low) / CELLS;
    for (int i = 0; i <= CELLS; i++) {
      double x = low + i * step;
      cumulative[i] = unit.cumulative(x);
      slope[i] = Math.min(unit.density(x), 1e6) * step;
    }
  }

  void fill(RtEstimate into, int window) {
    double inverse = 0;
    double inverseSquare = 0;
    for (double rate : rates) {
      inverse += 1 / rate;
      inverseSquare += 1 / (rate * rate);
    }
    double mean = shape * inverse / rates.length;
    double square = shape * (shape + 1) * inverseSquare / rates.length;
    into.mean()[window] = mean;
    into.sd()[window] = Math.sqrt(Math.max(0, square - mean * mean));
    into.aboveOne()[window] = 1 - probabilityBelow(1);
    double lowest = low / Arrays.stream(rates).max().orElseThrow();
    for (int q = 0; q < RtEstimate.QUANTILES; q++) {
      double quantile = quantile(RtEstimate.level(q), lowest, 2 * mean);
      into.quantiles()[window * RtEstimate.QUANTILES + q] = quantile;
      lowest = quantile;
    }
  }

  private double quantile(double p, double from, double firstGuess) {
    double below = from;
    double above = firstGuess;
    while (probabilityBelow(above) < p - TAIL) {
      above *= 2;
    }
    double atBelow = probabilityBelow(below) - p;
    double atAbove = probabilityBelow(above) - p;
    // Regula falsi with halved ends (Illinois): a bracket that closes fast.
    for (int i = 0; i < 200 && above - below > TOLERANCE * above; i++) {
      double x = (below * atAbove - above * atBelow) / (atAbove - atBelow);
      if (!(x > below && x < above)) {
        x = 0.5 * (below + above);
      }
      double value = probabilityBelow(x) - p;
      if (Math.abs(value) < TAIL) {
        return x;
      }
      if (value < 0) {
        below = x;
        atBelow = value;
        atAbove *= 0.5;
      } else {
        above = x;
        atAbove = value;
        atBelow *= 0.5;
      }
    }
    return 0.5 * (below + above);
  }

  private double probabilityBelow(double r) {
    double sum = 0;
    for (double rate : rates) {
      sum += unit(r * rate);
    }
    return sum / rates.length;
  }

  private double unit(double x) {
    double position = (x - low) / step;
    if (position <= 0) {
      return 0;
    }
    int cell = (int) position;
    if (cell >= CELLS) {
      return 1;
    }
    double t = position - cell;
    double u = 1 - t;
    return (1 + 2 * t) * u * u * cumulative[cell]
        + t * u * u * slope[cell]
        + t * t * (3 - 2 * t) * cumulative[cell + 1]
        - t * t * u * slope[cell + 1];
  }
}
