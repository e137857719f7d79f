package org.firebreak.epidemic.alarm;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.epidemic.gold.GoldTable;
import org.junit.jupiter.api.Test;

/**
 * The default detector on labelled series: the shared ones, and our own simulation, from which its
 * settings were chosen.
 */
class EarlyWarningTest {

  private static final Detector WEEKLY =
      NegativeBinomialDetector.weekly(NegativeBinomialDetector.WEEKLY_ALPHA);
  private static final Detector DAILY =
      NegativeBinomialDetector.daily(NegativeBinomialDetector.DAILY_ALPHA);

  private static List<SimulatedSeries> shared(int frequency, int steps) {
    List<SimulatedSeries> all = new ArrayList<>();
    GoldTable.read("e_earlywarning/series.csv")
        .by("id")
        .forEach((id, part) -> {
          double[] counts = part.numbers("count");
          if (part.numbers("freq")[0] == frequency) {
            all.add(
                new SimulatedSeries(counts, part.numbers("outbreak_extra"), counts.length - steps));
          }
        });
    return all;
  }

  private static void check(
      List<SimulatedSeries> series, Detector detector, double found, double falseAlarms) {
    double[] score = SimulatedSeries.score(series, detector);
    assertTrue(
        score[0] >= found && score[1] <= falseAlarms, () -> "scored " + Arrays.toString(score));
  }

  @Test
  void sharedWeeklySeries() {
    check(shared(52, 49), WEEKLY, 0.75, 0.005);
  }

  @Test
  void sharedDailySeries() {
    check(shared(7, 40), DAILY, 0.78, 0.01);
  }

  /** Harder on purpose: past outbreaks, second harmonics, outbreaks of one standard deviation. */
  @Test
  void ownWeeklySimulation() {
    check(SimulatedSeries.weekly(60, 11), WEEKLY, 0.5, 0.009);
  }

  @Test
  void ownDailySimulation() {
    check(SimulatedSeries.daily(100, 11), DAILY, 0.78, 0.012);
  }
}
