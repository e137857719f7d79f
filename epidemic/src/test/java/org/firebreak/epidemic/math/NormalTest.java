package org.firebreak.epidemic.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class NormalTest {

  @Test
  void agreesWithTabulatedQuantiles() {
    assertEquals(1.959963984540054, Normal.quantile(0.975), 1e-14);
    assertEquals(-2.3263478740408408, Normal.quantile(0.01), 1e-14);
    assertEquals(0, Normal.quantile(0.5));
    assertEquals(-9.262340089798409, Normal.quantile(1e-20), 1e-12);
    assertEquals(Double.POSITIVE_INFINITY, Normal.quantile(1));
  }

  @Test
  void distributionAndQuantileAreInverse() {
    for (double z = -8; z <= 5; z += 0.037) {
      assertEquals(z, Normal.quantile(Normal.cumulative(z)), 1e-9 * Math.max(1, Math.abs(z)));
    }
  }

  @Test
  void agreesWithTabulatedProbabilitiesIntoTheTail() {
    assertEquals(0.15865525393145707, Normal.cumulative(-1), 1e-16);
    assertEquals(7.619853024160527e-24, Normal.survival(10), 1e-36);
    assertEquals(6.220960574271786e-16, Normal.cumulative(-8), 1e-29);
  }

  @Test
  void densityIsTheSlopeOfTheDistribution() {
    for (double z = -4; z <= 4; z += 0.25) {
      double slope = (Normal.cumulative(z + 1e-6) - Normal.cumulative(z - 1e-6)) / 2e-6;
      assertEquals(slope, Normal.density(z), 1e-9);
    }
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThrows(IllegalArgumentException.class, () -> Normal.quantile(1.1));
    assertThrows(IllegalArgumentException.class, () -> Normal.quantile(Double.NaN));
  }
}
