package org.firebreak.epidemic.alarm;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** What every detector keeps, whatever the series. */
class DetectorsTest {

  private static final List<Detector> ALL =
      List.of(
          Ears.of(Ears.Variant.C1, 0.001),
          Ears.of(Ears.Variant.C2, 0.001),
          Ears.of(Ears.Variant.C3, 0.025),
          Cusum.DEFAULT,
          Farrington.weekly(0.01),
          FarringtonFlexible.weekly(0.01),
          NegativeBinomialDetector.daily(0.005),
          NegativeBinomialDetector.weekly(0.005));

  @Test
  void survivesShortEmptyAndGappySeries() {
    SplittableRandom random = new SplittableRandom(5);
    for (Detector detector : ALL) {
      for (int length : new int[] {1, 2, 5, 13, 30, 200, 230}) {
        double[] zeros = new double[length];
        double[] gaps =
            random.doubles(length).map(u -> u < 0.2 ? Double.NaN : (int) (9 * u)).toArray();
        double[] nothing = new double[length];
        Arrays.fill(nothing, Double.NaN);
        Assessment quiet = detector.assess(zeros);
        for (boolean alarm : quiet.alarm()) {
          assertFalse(alarm, detector + " alarms on zeros");
        }
        assertEquals(length, detector.assess(gaps).steps());
        for (int t = 0; t < length; t++) {
          assertFalse(detector.assess(nothing).assessed(t));
        }
      }
    }
  }

  @Test
  void theBoundIsWhereTheAlarmBegins() {
    SplittableRandom random = new SplittableRandom(6);
    double[] counts = random.doubles(90).map(u -> (int) (20 * u)).toArray();
    for (Detector detector : ALL.subList(6, 8)) {
      Assessment first = detector.assess(counts);
      int last = counts.length - 1;
      double bound = first.upper()[last];
      double[] at = counts.clone();
      at[last] = bound;
      double[] above = counts.clone();
      above[last] = bound + 1;
      assertFalse(detector.assess(at).alarm()[last]);
      assertTrue(detector.assess(above).alarm()[last]);
      assertTrue(detector.assess(above).score()[last] > 1);
    }
  }

  @Test
  void neverLooksAhead() {
    SplittableRandom random = new SplittableRandom(7);
    double[] counts = random.doubles(230).map(u -> (int) (20 * u)).toArray();
    double[] changed = counts.clone();
    Arrays.fill(changed, 226, 230, 500);
    for (Detector detector : ALL) {
      // CUSUM without a start watches the end of the series; both have the same length.
      Assessment before = detector.assess(counts, 200);
      Assessment after = detector.assess(changed, 200);
      for (int t = 200; t < 226; t++) {
        assertEquals(before.upper()[t], after.upper()[t], detector.toString());
        assertEquals(before.alarm()[t], after.alarm()[t], detector.toString());
      }
    }
  }
}
