package org.firebreak.epidemic.forecast.score;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.baseline.LastWindowMean;

/**
 * Forecasts as they would have been made at past cuts, scored against what came. At each cut the
 * method sees what was known then and nothing later.
 */
public final class Backtest {

  private static final double STARTED_TOTAL = 10;

  private final Panel panel;
  private final int horizon;
  private final Eligibility eligibility;

  /**
   * Which series is forecast at a cut: small and young epidemics say little about a method in per
   * cent.
   *
   * @param totalMin events so far
   * @param stepsMin steps since the tenth event
   */
  public record Eligibility(double totalMin, int stepsMin) {

    /** Every series that has a value. */
    public static final Eligibility ALL = new Eligibility(0, 0);
  }

  public Backtest(Panel panel, int horizon, Eligibility eligibility) {
    this.panel = panel;
    this.horizon = horizon;
    this.eligibility = eligibility;
  }

  /**
   * Scores a method at the cuts, one score per series, cut and step ahead, in that order of cuts
   * and series.
   *
   * @param cuts places of the last known value, rising
   */
  public List<CutScore> run(PanelForecaster method, List<Long> cuts) {
    PanelForecaster baseline = PanelForecaster.single(panel, new LastWindowMean());
    List<CutScore> scores = new ArrayList<>();
    for (long cut : cuts) {
      for (int series = 0; series < panel.series().size(); series++) {
        if (eligible(series, cut)) {
          Forecast forecast = method.forecast(series, cut + 1, horizon);
          score(scores, series, cut, forecast, baseline.forecast(series, cut + 1, horizon));
        }
      }
    }
    return scores;
  }

  private boolean eligible(int series, long cut) {
    Panel.Line line = panel.series().get(series);
    if (cut < line.first() || cut + horizon >= line.end()) {
      return false;
    }
    double total = 0;
    int since = -1;
    Past past = panel.past(series, cut + 1);
    for (double value : past.values()) {
      total = panel.measure() == Measure.CUMULATIVE ? value : total + value;
      since = since >= 0 || total >= STARTED_TOTAL ? since + 1 : since;
    }
    return total >= eligibility.totalMin() && Math.max(0, since) >= eligibility.stepsMin();
  }

  private void score(
      List<CutScore> scores, int series, long cut, Forecast forecast, Forecast baseline) {
    for (int h = 1; h <= horizon; h++) {
      scores.add(
          CutScore.of(
              panel,
              series,
              cut,
              h,
              forecast.mean()[h - 1],
              forecast.quantiles()[h - 1],
              baseline.quantiles()[h - 1]));
    }
  }
}
