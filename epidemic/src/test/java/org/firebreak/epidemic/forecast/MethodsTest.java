package org.firebreak.epidemic.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/** Every method on every kind of awkward series: a sane forecast or none at all is not a choice. */
class MethodsTest {

  private static List<double[]> awkwardSeries() {
    SplittableRandom random = new SplittableRandom(5);
    List<double[]> series = new ArrayList<>();
    series.add(new double[] {7});
    series.add(new double[] {0});
    series.add(new double[] {3, 5});
    series.add(new double[] {1, 0, 2, 1});
    series.add(new double[100]);
    series.add(random.doubles(100, 5, 5.0000001).map(v -> 5).toArray());
    series.add(random.doubles(60, 0, 3).map(Math::floor).toArray());
    series.add(random.doubles(90, 1e14, 1e15).map(Math::floor).toArray());
    series.add(random.doubles(15, 10, 90).map(Math::floor).toArray());
    double[] burst = new double[80];
    burst[79] = 1_000_000;
    series.add(burst);
    double[] correction = random.doubles(60, 50, 90).map(Math::floor).toArray();
    correction[40] = -300;
    series.add(correction);
    double[] exponential = new double[40];
    for (int t = 0; t < exponential.length; t++) {
      exponential[t] = Math.floor(Math.exp(0.4 * t));
    }
    series.add(exponential);
    return series;
  }

  @Test
  void everyMethodStaysWithinWhatTheSeriesCounts() {
    for (ForecastMethod method : ForecastMethod.values()) {
      for (int season : new int[] {1, 7}) {
        for (double[] values : awkwardSeries()) {
          check(method, new Panel(List.of(line(values)), season, Measure.COUNT), 0);
          double[] sums = values.clone();
          Arrays.parallelPrefix(sums, Double::sum);
          check(
              method,
              new Panel(List.of(line(sums)), season, Measure.CUMULATIVE),
              sums[sums.length - 1]);
        }
      }
    }
  }

  private static Panel.Line line(double[] values) {
    return new Panel.Line("x", 0, values);
  }

  private static void check(ForecastMethod method, Panel panel, double floor) {
    double[] values = panel.series().getFirst().values();
    Forecast forecast = method.on(panel).forecast(0, values.length, 10);
    String what = method + " " + panel.measure() + " " + Arrays.toString(values);
    double[] before = new double[HubLevels.COUNT];
    Arrays.fill(before, floor);
    for (int h = 0; h < forecast.horizon(); h++) {
      double[] row = forecast.quantiles()[h];
      assertTrue(forecast.mean()[h] >= floor && Double.isFinite(forecast.mean()[h]), what);
      for (int i = 0; i < HubLevels.COUNT; i++) {
        assertTrue(Double.isFinite(row[i]) && row[i] >= floor, what);
        assertTrue(i == 0 || row[i] >= row[i - 1], what);
        assertTrue(panel.measure() == Measure.COUNT || row[i] >= before[i], what);
      }
      before = row;
    }
  }

  @Test
  void sameInputGivesTheSameBits() {
    double[] values = new SplittableRandom(3).doubles(80, 10, 200).map(Math::floor).toArray();
    Panel panel = new Panel(List.of(line(values)), 7, Measure.COUNT);
    for (ForecastMethod method : ForecastMethod.values()) {
      assertEquals(
          Arrays.deepToString(method.on(panel).forecast(0, 80, 7).quantiles()),
          Arrays.deepToString(method.on(panel).forecast(0, 80, 7).quantiles()));
    }
  }

  @Test
  void gapsBecomeStraightLinesAndEndsAreTrimmed() {
    double nan = Double.NaN;
    Interpolation.Filled filled =
        Interpolation.fill(new double[] {nan, 2, nan, nan, 8, nan}).orElseThrow();
    assertEquals(1, filled.first());
    assertEquals("[2.0, 4.0, 6.0, 8.0]", Arrays.toString(filled.values()));
    assertTrue(Interpolation.fill(new double[] {nan}).isEmpty());
  }
}
