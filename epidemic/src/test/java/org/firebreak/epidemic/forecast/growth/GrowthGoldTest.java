package org.firebreak.epidemic.forecast.growth;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.epidemic.forecast.ForecastGold;
import org.firebreak.epidemic.math.StudentT;
import org.junit.jupiter.api.Test;

/** Against scipy's multi-start least squares on the first wave of 20 places. */
class GrowthGoldTest {

  @Test
  void everyCurveReachesTheReferenceSumOfSquares() {
    Path folder = ForecastGold.shared("gold/epidemic/c_growth");
    Map<String, List<Double>> series = new HashMap<>();
    for (String line : body(folder.resolve("series.csv"))) {
      String[] cells = line.split(",", -1);
      series.computeIfAbsent(cells[0], k -> new ArrayList<>()).add(Double.parseDouble(cells[2]));
    }
    Map<String, String[]> expected = new HashMap<>();
    for (String line : body(folder.resolve("expected.csv"))) {
      String[] cells = line.split(",", -1);
      expected.put(cells[0] + cells[1] + cells[2], cells);
    }
    int checked = 0;
    for (Map.Entry<String, List<Double>> entry : series.entrySet()) {
      double[] totals = entry.getValue().stream().mapToDouble(v -> v).toArray();
      for (GrowthCurve curve : GrowthCurve.values()) {
        String key = entry.getKey() + curve.name().toLowerCase(Locale.ROOT);
        GrowthFit fit = GrowthFitter.fit(curve, totals).orElseThrow();
        double reference = value(expected, key + "SSE", 3);
        assertTrue(fit.sse() <= reference * (1 + 1e-6), key + " " + fit.sse() + " > " + reference);
        if (Math.abs(fit.sse() / reference - 1) < 1e-9) {
          checkInterval(expected, key + "K", fit, 0);
          checkInterval(expected, key + "t0", fit, 2);
          assertEquals(value(expected, key + "AICc", 3), fit.aicc(), 1e-6, key);
          checked++;
        }
      }
    }
    assertTrue(checked > 45, "fits with intervals compared: " + checked);
  }

  private static void checkInterval(
      Map<String, String[]> expected, String key, GrowthFit fit, int parameter) {
    double estimate = value(expected, key, 3);
    double half = (value(expected, key, 6) - value(expected, key, 5)) / 2;
    assertEquals(estimate, fit.parameters()[parameter], 1e-4 * half, key);
    assertEquals(half, fit.halfWidth(parameter, 0.95), 5e-3 * half, key + " interval");
  }

  private static double value(Map<String, String[]> expected, String key, int column) {
    return Double.parseDouble(expected.getOrDefault(key, new String[0])[column]);
  }

  private static List<String> body(Path path) {
    List<String> lines = ForecastGold.lines(path);
    return lines.subList(1, lines.size());
  }

  @Test
  void quantilesOfStudentAreTheTabulatedOnes() {
    assertEquals(2.2281388519649385, StudentT.quantile(0.975, 10), 1e-10);
    assertEquals(-12.706204736432095, StudentT.quantile(0.025, 1), 1e-8);
  }
}
