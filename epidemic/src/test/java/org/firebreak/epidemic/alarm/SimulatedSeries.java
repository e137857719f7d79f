package org.firebreak.epidemic.alarm;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.firebreak.epidemic.math.NegativeBinomial;
import org.firebreak.epidemic.math.Normal;
import org.firebreak.epidemic.math.Poisson;

/**
 * Count series with injected outbreaks and known truth, in the manner of Noufaily et al. (2013):
 * levels, trends, seasons and dispersions drawn anew for each series, independent of any shared
 * data.
 */
@SuppressWarnings("ArrayRecordComponent") // test arrays
record SimulatedSeries(double[] counts, double[] extra, int from) {

  /** Twelve years of weeks, an outbreak in the last 49 and two to four earlier ones. */
  static List<SimulatedSeries> weekly(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedSeries> all = new ArrayList<>();
    for (int s = 0; s < number; s++) {
      int n = 624;
      double level = Math.exp(random.nextDouble(0, 5.3));
      double dispersion = random.nextDouble(1.05, 3.6);
      double trend = random.nextDouble(0, 0.07);
      double amplitude = random.nextDouble(0, 1.1);
      double second = random.nextInt(2) * random.nextDouble(0, 0.3);
      double phase = random.nextDouble(0, 2 * Math.PI);
      double[] mean = new double[n];
      for (int t = 0; t < n; t++) {
        double year = t / 52.18;
        mean[t] =
            level
                * Math.exp(
                    trend * year
                        + amplitude * (Math.cos(2 * Math.PI * year + phase) - 0.3)
                        + second * Math.sin(4 * Math.PI * year));
      }
      double[] extra = new double[n];
      int earlier = random.nextInt(5);
      for (int i = 0; i < earlier; i++) {
        burst(mean, dispersion, random.nextInt(n - 60), n, extra, random);
      }
      double[] late = new double[n];
      burst(mean, dispersion, n - 49 + random.nextInt(45), n, late, random);
      double[] counts = new double[n];
      for (int t = 0; t < n; t++) {
        counts[t] = draw(mean[t], dispersion, random) + extra[t] + late[t];
      }
      all.add(new SimulatedSeries(counts, late, n - 49));
    }
    return all;
  }

  private static void burst(
      double[] mean, double dispersion, int start, int n, double[] into, SplittableRandom random) {
    double sd = Math.sqrt(dispersion * mean[start]);
    double size = new Poisson(random.nextDouble(2, 10) * sd).quantile(random.nextDouble());
    for (int i = 0; i < size; i++) {
      int t = start + (int) Math.exp(0.5 * Normal.quantile(random.nextDouble(1e-12, 1)));
      if (t < n) {
        into[t]++;
      }
    }
  }

  /** Half a year of days with weekdays and a slow wave; four of five have a growing outbreak. */
  static List<SimulatedSeries> daily(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedSeries> all = new ArrayList<>();
    double[] weekday = {1.15, 1.05, 1.05, 1.05, 0.9, 0.7, 1.1};
    for (int s = 0; s < number; s++) {
      int n = 180;
      double level = Math.exp(random.nextDouble(0.6, 5.5));
      double size = random.nextDouble(5, 30);
      double wave = random.nextDouble(0, 0.25);
      double phase = random.nextDouble(0, 2 * Math.PI);
      double period = random.nextDouble(80, 365);
      double[] extra = new double[n];
      if (random.nextInt(5) > 0) {
        int start = n - 40 + random.nextInt(25);
        double growth = random.nextDouble(0.15, 0.4);
        double first = random.nextDouble(0.5, 1.5) * Math.max(0.3, 0.06 * level);
        for (int t = start; t < Math.min(n, start + 14); t++) {
          extra[t] =
              new Poisson(first * Math.exp(growth * (t - start))).quantile(random.nextDouble());
        }
      }
      double[] counts = new double[n];
      for (int t = 0; t < n; t++) {
        double mean =
            level * weekday[t % 7] * Math.exp(wave * Math.sin(2 * Math.PI * t / period + phase));
        counts[t] = draw(mean, 1 + mean / size, random) + extra[t];
      }
      all.add(new SimulatedSeries(counts, extra, n - 40));
    }
    return all;
  }

  private static double draw(double mean, double dispersion, SplittableRandom random) {
    return new NegativeBinomial(mean, mean / (dispersion - 1)).quantile(random.nextDouble());
  }

  /** Share of outbreaks with an alarm on one of their steps, and of quiet steps with an alarm. */
  static double[] score(List<SimulatedSeries> all, Detector detector) {
    double found = 0;
    double outbreaks = 0;
    double falseAlarms = 0;
    double quiet = 0;
    for (SimulatedSeries one : all) {
      boolean[] alarm = detector.assess(one.counts(), one.from()).alarm();
      boolean seen = false;
      boolean any = false;
      for (int t = one.from(); t < alarm.length; t++) {
        if (one.extra()[t] > 0) {
          any = true;
          seen |= alarm[t];
        } else {
          quiet++;
          falseAlarms += alarm[t] ? 1 : 0;
        }
      }
      outbreaks += any ? 1 : 0;
      found += seen ? 1 : 0;
    }
    return new double[] {found / outbreaks, falseAlarms / quiet};
  }
}
