package org.firebreak.epidemic.rt;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.firebreak.epidemic.gold.GoldTable;
import org.junit.jupiter.api.Test;

class RenewalTest {

  /** Shared epidemics with known R: the bar is error 0.13 and coverage 0.92. */
  @Test
  void recoversTheTruthFromDelayedReports() {
    SerialInterval interval =
        SerialInterval.of(GoldTable.read("b_rt_synthetic/generation_interval.csv").numbers("w"));
    double[] delay = GoldTable.read("b_rt_synthetic/reporting_delay.csv").numbers("p");
    Map<String, GoldTable> epidemics = GoldTable.read("b_rt_synthetic/series.csv").by("id");
    double error = 0;
    double covered = 0;
    for (Map.Entry<String, GoldTable> epidemic : epidemics.entrySet()) {
      double[] truth = epidemic.getValue().numbers("R_true");
      ReportedCases cases = ReportedCases.of(epidemic.getValue().numbers("reported"), 1, delay);
      RtEstimate rt = Renewal.DEFAULT.estimate(cases, interval).rt();
      double ownError = 0;
      double ownCovered = 0;
      for (int t = 19; t < 143; t++) {
        ownError += Math.abs(rt.mean()[t] - truth[t]) / 124;
        boolean inside = rt.quantile(t, 0) <= truth[t] && truth[t] <= rt.quantile(t, 6);
        ownCovered += inside ? 1.0 / 124 : 0;
      }
      error += ownError / epidemics.size();
      covered += ownCovered / epidemics.size();
    }
    assertTrue(error <= 0.13, "error " + error);
    assertTrue(covered >= 0.92, "coverage " + covered);
  }
}
