package org.firebreak.bench.epidemic;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.firebreak.bench.epidemic.SeriesSet.Item;
import org.firebreak.epidemic.alarm.FarringtonFlexible;
import org.firebreak.epidemic.forecast.arima.Arima;
import org.firebreak.epidemic.forecast.arima.ArimaFit;
import org.firebreak.epidemic.forecast.ets.Ets;
import org.firebreak.epidemic.forecast.ets.EtsFit;
import org.firebreak.epidemic.rt.Cori;
import org.firebreak.epidemic.rt.RtEstimate;
import org.firebreak.epidemic.rt.SerialInterval;
import org.firebreak.epidemic.rt.UncertainSerialInterval;
import org.firebreak.epidemic.rt.Windows;
import org.firebreak.epidemic.scan.CountGrid;
import org.firebreak.epidemic.scan.Neighbours;
import org.firebreak.epidemic.scan.ScanCluster;
import org.firebreak.epidemic.scan.ScanSettings;
import org.firebreak.epidemic.scan.SpaceTimeScan;

/** What is measured, each on one thread: a series in, the answer to compare out. */
final class Kernels {

  private static final double SD_INTERVAL = 2.9;
  private static final int WINDOW_DAYS = 7;
  private static final int QUANTILES_COMPARED = 3;
  private static final UncertainSerialInterval UNCERTAIN =
      new UncertainSerialInterval(
          SeriesSet.meanInterval(), 0.7, 3.3, 6.1, SD_INTERVAL, 0.5, 1.9, 3.9, 500);
  private static final FarringtonFlexible FARRINGTON = FarringtonFlexible.weekly(0.005);
  private static final int WEEKS_WATCHED = 52;

  private Kernels() {}

  /** Means, lower and upper ends of the 95 % interval of R in windows of a week. */
  static double[] cori(Item item) {
    double[] cases = item.values();
    SerialInterval interval =
        SerialInterval.ofGamma(SeriesSet.meanInterval(), SD_INTERVAL, cases.length);
    return answers(Cori.DEFAULT.estimate(cases, interval, windows(cases)));
  }

  /** The same with a serial interval known roughly. */
  static double[] uncertain(Item item) {
    return answers(UNCERTAIN.estimate(item.values(), Cori.DEFAULT, windows(item.values())));
  }

  private static Windows windows(double[] cases) {
    return Windows.sliding(2, cases.length, WINDOW_DAYS);
  }

  private static double[] answers(RtEstimate rt) {
    int count = rt.windows().count();
    double[] answers = new double[QUANTILES_COMPARED * count];
    for (int w = 0; w < count; w++) {
      answers[w] = rt.mean()[w];
      answers[count + w] = rt.quantile(w, 0);
      answers[2 * count + w] = rt.quantile(w, RtEstimate.QUANTILES - 1);
    }
    return answers;
  }

  /** AICc of the exponential smoothing model that is selected. */
  static double[] ets(Item item) {
    return new double[] {
      Ets.select(item.values(), item.frequency()).map(EtsFit::aicc).orElse(Double.NaN)
    };
  }

  /** AICc of the ARIMA model that is selected. */
  static double[] arima(Item item) {
    return new double[] {
      Arima.select(item.values(), item.frequency()).map(ArimaFit::aicc).orElse(Double.NaN)
    };
  }

  /** Bounds of the last year's weeks. */
  static double[] farrington(Item item) {
    int from = item.values().length - WEEKS_WATCHED;
    return Arrays.copyOfRange(
        FARRINGTON.assess(item.values(), from).upper(), from, item.values().length);
  }

  /** Cases of 100 places on 28 days, with one cluster. */
  static CountGrid grid() {
    SplittableRandom random = new SplittableRandom(100);
    int[][] cases = new int[28][100];
    for (int[] day : cases) {
      for (int place = 0; place < day.length; place++) {
        while (random.nextDouble() < 0.5) {
          day[place]++;
        }
      }
    }
    for (int t = 24; t < 28; t++) {
      cases[t][44] += 5;
    }
    return new CountGrid(cases);
  }

  /** The best cluster of a grid by the space-time permutation scan, 999 replicates. */
  static List<ScanCluster> scan(CountGrid grid) {
    double[] x = new double[100];
    double[] y = new double[100];
    Arrays.setAll(x, i -> i % 10);
    Arrays.setAll(y, i -> Math.floorDiv(i, 10));
    ScanSettings settings =
        new ScanSettings(ScanSettings.Model.PERMUTATION, grid.steps(), 999, 1, 10, 1);
    return SpaceTimeScan.scan(grid, Neighbours.planar(x, y, 10), settings);
  }
}
