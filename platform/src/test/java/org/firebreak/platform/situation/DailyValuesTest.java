package org.firebreak.platform.situation;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class DailyValuesTest {

  private static final double NONE = Double.NaN;

  @Test
  void aDayWithoutReportIsUnknownNotZero() {
    double[] cumulative = {10, NONE, 16, 16, 12};
    assertArrayEquals(
        new double[] {NONE, NONE, 6, 0, -4}, DailyValues.fromCumulative(cumulative, false));
    assertArrayEquals(new double[] {10, 10, 16, 16, 12}, DailyValues.carriedForward(cumulative));
    assertEquals(10, DailyValues.fromCumulative(cumulative, true)[0]);
  }

  @Test
  void cumulativeAndNewAreInverse() {
    Random random = new Random(7);
    for (int run = 0; run < 50; run++) {
      double[] counts = random.doubles(30, 0, 100).map(Math::floor).toArray();
      assertArrayEquals(
          counts, DailyValues.fromCumulative(DailyValues.toCumulative(counts), true), 1e-9);
    }
  }

  @Test
  void weekAverageNeedsFourKnownDays() {
    double[] counts = {7, NONE, NONE, 14, 21, NONE, 28, 0};
    double[] average = DailyValues.weekAverage(counts);
    assertEquals(NONE, average[4]);
    assertEquals((7 + 14 + 21 + 28) / 4.0, average[6]);
    assertEquals((14 + 21 + 28 + 0) / 4.0, average[7]);
  }

  @Test
  void growthComparesWithTheWeekBefore() {
    double[] counts = new double[21];
    java.util.Arrays.fill(counts, 0, 7, 10);
    java.util.Arrays.fill(counts, 7, 14, 15);
    double[] growth = DailyValues.weeklyGrowth(counts);
    assertEquals(0.5, growth[13], 1e-12);
    assertEquals(-1, growth[20], 1e-12);
  }

  @Test
  void sumsSkipWhatIsUnknown() {
    double[] sum =
        DailyValues.sum(List.of(new double[] {1, NONE, NONE}, new double[] {2, 5, NONE}), 3);
    assertArrayEquals(new double[] {3, 5, NONE}, sum);
  }
}
