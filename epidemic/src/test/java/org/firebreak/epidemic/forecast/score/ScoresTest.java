package org.firebreak.epidemic.forecast.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.firebreak.epidemic.forecast.HubLevels;
import org.junit.jupiter.api.Test;

class ScoresTest {

  @Test
  void pointForecastScoresItsAbsoluteError() {
    double[] point = new double[HubLevels.COUNT];
    Arrays.fill(point, 40);
    assertEquals(12, Scores.weightedInterval(point, 52), 1e-12);
  }

  /** WIS is the mean pinball loss over the levels, times two. */
  @Test
  void equalsTwiceTheMeanPinballLoss() {
    SplittableRandom random = new SplittableRandom(1);
    for (int trial = 0; trial < 100; trial++) {
      double[] q = random.doubles(HubLevels.COUNT, 0, 100).sorted().toArray();
      double actual = random.nextDouble(-20, 120);
      double pinball = 0;
      for (int i = 0; i < q.length; i++) {
        double level = HubLevels.at(i);
        pinball += Math.max(level * (actual - q[i]), (level - 1) * (actual - q[i]));
      }
      assertEquals(2 * pinball / q.length, Scores.weightedInterval(q, actual), 1e-9);
    }
  }

  @Test
  void coverageIncludesTheEnds() {
    double[] q = new double[HubLevels.COUNT];
    for (int i = 0; i < q.length; i++) {
      q[i] = i;
    }
    assertTrue(Scores.covers(q, HubLevels.LOWER_95, 1));
    assertTrue(!Scores.covers(q, HubLevels.LOWER_95, 0.9));
    assertTrue(Scores.covers(q, HubLevels.LOWER_50, 16));
    assertTrue(!Scores.covers(q, HubLevels.LOWER_50, 16.1));
  }

  @Test
  void scaledErrorIsOneForTheNaiveForecastOfAnEvenWalk() {
    double[] past = {1, 2, 3, 4};
    assertEquals(1, Scores.scaledError(new double[] {4}, new double[] {5}, past, 1), 1e-12);
    assertTrue(
        Double.isNaN(Scores.scaledError(new double[] {4}, new double[] {5}, new double[3], 1)));
  }
}
