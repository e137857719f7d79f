package org.firebreak.epidemic.batch;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.epidemic.alarm.Detector;
import org.firebreak.epidemic.alarm.Ears;
import org.firebreak.epidemic.alarm.FarringtonFlexible;
import org.firebreak.epidemic.alarm.NegativeBinomialDetector;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.ForecastMethod;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;
import org.junit.jupiter.api.Test;

/** The twin is a plain loop over the series: same bits, whatever the number of threads. */
class BatchTest {

  private static List<double[]> series(int number, int length) {
    SplittableRandom random = new SplittableRandom(5);
    return IntStream.range(0, number)
        .mapToObj(i ->
            random
                .doubles(length - i % 7, 0, 40 + i)
                .map(v -> v < 2 ? Double.NaN : Math.floor(v))
                .toArray())
        .toList();
  }

  @Test
  void alarmsAreThoseOfALoop() {
    List<double[]> series = series(75, 230);
    List<Detector> detectors =
        List.of(
            Ears.of(Ears.Variant.C3, 0.025),
            FarringtonFlexible.weekly(0.005),
            NegativeBinomialDetector.weekly(0.004));
    for (Detector detector : detectors) {
      for (int threads : new int[] {1, 2, 5}) {
        List<Assessment> batch = new Batch(threads).alarms(series, values -> detector, 4);
        for (int i = 0; i < series.size(); i++) {
          double[] values = series.get(i);
          Assessment alone = detector.assess(values, values.length - 4);
          for (int k = 0; k < 4; k++) {
            int t = values.length - 4 + k;
            assertEquals(alone.upper()[t], batch.get(i).upper()[k]);
            assertEquals(alone.expected()[t], batch.get(i).expected()[k]);
            assertEquals(alone.score()[t], batch.get(i).score()[k]);
            assertEquals(alone.alarm()[t], batch.get(i).alarm()[k]);
          }
        }
      }
    }
  }

  @Test
  void forecastsAreThoseOfALoop() {
    List<Panel.Line> lines = new ArrayList<>();
    List<double[]> series = series(40, 120);
    for (int i = 0; i < series.size(); i++) {
      double[] known = series.get(i).clone();
      for (int t = 0; t < known.length; t++) {
        known[t] = Double.isNaN(known[t]) ? 0 : known[t];
      }
      lines.add(new Panel.Line("s" + i, i % 3, known));
    }
    Panel panel = new Panel(lines, 7, Measure.COUNT);
    for (ForecastMethod method : List.of(ForecastMethod.ENSEMBLE, ForecastMethod.THETA)) {
      PanelForecaster twin = method.on(panel);
      for (int threads : new int[] {1, 3}) {
        List<Forecast> batch = new Batch(threads).forecasts(panel, method.on(panel), 9);
        for (int i = 0; i < lines.size(); i++) {
          Forecast alone = twin.forecast(i, lines.get(i).end(), 9);
          assertArrayEquals(alone.mean(), batch.get(i).mean());
          assertArrayEquals(alone.quantiles(), batch.get(i).quantiles());
        }
      }
    }
  }

  @Test
  void failureOfTheFirstSeriesComesOut() {
    IllegalStateException thrown =
        assertThrows(
            IllegalStateException.class,
            () ->
                new Batch(3)
                    .map(
                        200,
                        i -> {
                          if (i % 50 == 49) {
                            throw new IllegalStateException("series " + i);
                          }
                          return i;
                        }));
    assertEquals("series 49", thrown.getMessage());
    assertEquals(List.of(), Batch.onAllCores().map(0, i -> i));
  }
}
