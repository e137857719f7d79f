package org.firebreak.epidemic.forecast.ensemble;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.ForecastGold;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.JhuPanel;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.score.Backtest;
import org.firebreak.epidemic.forecast.score.BacktestSummary;
import org.firebreak.epidemic.forecast.score.CutScore;
import org.firebreak.epidemic.forecast.score.Scores;
import org.junit.jupiter.api.Test;

/** What the default method must reach on public data, with one configuration. */
class EnsembleBarsTest {

  private static final long SEED_CUT = LocalDate.of(2020, 5, 26).toEpochDay();
  private static final int WEEK = 7;

  @Test
  void seedExperimentOnChinaAndTheUnitedStates() {
    Panel panel = JhuPanel.load();
    assertTrue(seedMape(panel, "China") <= 0.0115, "China " + seedMape(panel, "China"));
    assertTrue(seedMape(panel, "US") <= 0.18, "US " + seedMape(panel, "US"));
  }

  private static double seedMape(Panel panel, String country) {
    int series = JhuPanel.index(panel, country);
    Forecast forecast = new PooledEnsemble(panel).forecast(series, SEED_CUT + 1, WEEK);
    Panel.Line line = panel.series().get(series);
    double sum = 0;
    for (int h = 0; h < WEEK; h++) {
      double actual = line.values()[(int) (SEED_CUT + 1 - line.first()) + h];
      sum += Scores.percentageError(forecast.mean()[h], actual) / WEEK;
    }
    return sum;
  }

  /**
   * Weekly cuts from 2020-05-05 over countries with 500 cases and 35 days since the tenth. On the
   * part of the bars' data that is public (to 2020-07-31) the reference ensemble has a mean MAPE of
   * 2.276 %; 1.95 % on the whole is therefore 2.27 % here.
   */
  @Test
  void rollingBacktestOverCountries() {
    Panel panel = JhuPanel.load();
    List<CutScore> scores =
        new Backtest(panel, WEEK, new Backtest.Eligibility(500, 35))
            .run(new PooledEnsemble(panel), weeklyCuts());
    BacktestSummary summary = BacktestSummary.of(scores, WEEK);
    assertTrue(summary.forecasts() >= 1488, summary.toString());
    assertTrue(summary.meanMape() <= 2.27, summary.toString());
    assertTrue(summary.relativeWis() <= 0.90, summary.toString());
    assertTrue(summary.coverage95() >= 0.93 && summary.coverage95() <= 0.97, summary.toString());
    checkBaselineAndRatioAgainstTheReference(panel, scores);
  }

  private static List<Long> weeklyCuts() {
    List<Long> cuts = new ArrayList<>();
    for (LocalDate d = LocalDate.of(2020, 5, 5); d.isBefore(LocalDate.of(2020, 7, 15)); ) {
      cuts.add(d.toEpochDay());
      d = d.plusDays(WEEK);
    }
    return cuts;
  }

  /**
   * Our baseline is theirs: its interval scores are equal unless a series falls or a quantile of
   * its total would (theirs may).
   */
  private static void checkBaselineAndRatioAgainstTheReference(Panel panel, List<CutScore> scores) {
    Map<String, Double> reference = new HashMap<>();
    for (String line :
        ForecastGold.lines(
            ForecastGold.shared("gold/epidemic/anchors/backtest_reference_rows.csv.gz"))) {
      String[] cells = line.replace("\"Korea, South\"", "Korea; South").split(",", -1);
      if ("last7mean".equals(cells[2])) {
        reference.put(cells[0].replace(';', ',') + cells[1], Double.parseDouble(cells[6]));
      }
    }
    int equal = 0;
    int compared = 0;
    double logRatio = 0;
    for (CutScore score : scores) {
      String key = panel.series().get(score.series()).group() + LocalDate.ofEpochDay(score.cut());
      Double theirs = reference.get(key);
      if (score.horizon() == WEEK && theirs != null && theirs > 0) {
        compared++;
        equal += Math.abs(score.baselineWis() - theirs) <= 1e-3 * theirs ? 1 : 0;
        logRatio += Math.log(score.wis() / theirs);
      }
    }
    assertTrue(equal > 0.6 * compared, equal + " of " + compared);
    assertTrue(Math.exp(logRatio / compared) <= 0.90, "relative WIS to the reference rows");
  }

  @Test
  void knowsNothingAfterTheCut() {
    Panel panel = JhuPanel.load();
    int series = JhuPanel.index(panel, "Italy");
    List<Panel.Line> cut =
        panel.series().stream()
            .map(line ->
                new Panel.Line(
                    line.group(),
                    line.first(),
                    Arrays.copyOf(line.values(), (int) (SEED_CUT + 1 - line.first()))))
            .toList();
    Panel then = new Panel(cut, panel.season(), panel.measure());
    Forecast late = new PooledEnsemble(panel).forecast(series, SEED_CUT + 1, 14);
    Forecast early = new PooledEnsemble(then).forecast(series, SEED_CUT + 1, 14);
    assertEquals(Arrays.toString(early.mean()), Arrays.toString(late.mean()));
    assertEquals(Arrays.deepToString(early.quantiles()), Arrays.deepToString(late.quantiles()));
  }

  /** A steady rise makes all errors positive: the path must not stay behind its own intervals. */
  @Test
  void meanLiesInsideTheIntervals() {
    double[] weeks = new double[30];
    Arrays.setAll(weeks, t -> 200 + 10 * t);
    Panel panel = new Panel(List.of(new Panel.Line("one", 0, weeks)), 1, Measure.COUNT);
    Forecast forecast = new PooledEnsemble(panel).forecast(0, weeks.length, 4);
    for (int h = 0; h < 4; h++) {
      double[] row = forecast.quantiles()[h];
      double mean = forecast.mean()[h];
      assertTrue(row[HubLevels.LOWER_80] <= mean, h + ": " + mean + ", " + Arrays.toString(row));
      assertTrue(
          mean <= row[HubLevels.COUNT - 1 - HubLevels.LOWER_80],
          h + ": " + mean + ", " + Arrays.toString(row));
    }
  }
}
