package org.firebreak.bench.epidemic;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.firebreak.epidemic.math.GammaDistribution;
import org.firebreak.epidemic.math.NegativeBinomial;
import org.firebreak.epidemic.math.Poisson;
import org.firebreak.epidemic.rt.SerialInterval;

/**
 * An epidemic with known reproduction number: infections by the renewal equation, reported late, in
 * part, by weekday and with noise. R moves in waves, by steps, or along a ramp.
 *
 * @param truth R by day of infection
 * @param reported cases by day of report
 */
@SuppressWarnings("ArrayRecordComponent") // a carrier inside the bench
record SimulatedEpidemic(double[] truth, double[] reported) {

  private static final int DAYS = 150;
  private static final double MEAN_INTERVAL = 5.2;
  private static final double SD_INTERVAL = 2.8;
  private static final double MEAN_DELAY = 5;
  private static final double SD_DELAY = 3;
  private static final double REPORTED = 0.4;
  private static final double NOISE = 20;
  private static final double[] WEEKDAY = {1.15, 1.1, 1.05, 1, 1, 0.9, 0.8};
  private static final double INFECTIONS_MAX = 2e5;

  static List<SimulatedEpidemic> several(int number, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    List<SimulatedEpidemic> all = new ArrayList<>();
    while (all.size() < number) {
      SimulatedEpidemic one = one(random, all.size() % 3);
      double sum = 0;
      for (double cases : one.reported) {
        sum += cases;
      }
      if (sum > 2000) {
        all.add(one);
      }
    }
    return all;
  }

  /** Known to the estimator. */
  static SerialInterval interval() {
    return SerialInterval.ofGamma(MEAN_INTERVAL, SD_INTERVAL, 30);
  }

  /** From infection to report; known to the estimator. */
  static double[] delay() {
    double shape = MEAN_DELAY / SD_DELAY * (MEAN_DELAY / SD_DELAY);
    GammaDistribution gamma = new GammaDistribution(shape, SD_DELAY * SD_DELAY / MEAN_DELAY);
    double[] delay = new double[30];
    double before = 1;
    double sum = 0;
    for (int k = 0; k < delay.length; k++) {
      double after = gamma.survival(k + 1.0);
      delay[k] = before - after;
      before = after;
      sum += delay[k];
    }
    for (int k = 0; k < delay.length; k++) {
      delay[k] /= sum;
    }
    return delay;
  }

  private static SimulatedEpidemic one(SplittableRandom random, int kind) {
    double[] truth = course(random, kind);
    double[] infections = new double[DAYS];
    double[] weights = interval().weights();
    double seeds = random.nextDouble(20, 100);
    for (int t = 0; t < DAYS; t++) {
      double force = t < 7 ? seeds : 0;
      for (int k = 1; k < Math.min(weights.length, t + 1); k++) {
        force += truth[t] * weights[k] * infections[t - k];
      }
      double mean = Math.min(force, INFECTIONS_MAX);
      infections[t] = mean > 0 ? new Poisson(mean).quantile(random.nextDouble()) : 0;
    }
    double[] delay = delay();
    double[] reported = new double[DAYS];
    for (int t = 0; t < DAYS; t++) {
      double mean = 0;
      for (int k = 0; k < Math.min(delay.length, t + 1); k++) {
        mean += REPORTED * WEEKDAY[t % 7] * delay[k] * infections[t - k];
      }
      reported[t] = mean > 0 ? new NegativeBinomial(mean, NOISE).quantile(random.nextDouble()) : 0;
    }
    return new SimulatedEpidemic(truth, reported);
  }

  private static double[] course(SplittableRandom random, int kind) {
    double[] truth = new double[DAYS];
    double high = random.nextDouble(1.2, 2.2);
    double low = random.nextDouble(0.6, 0.95);
    double change = random.nextDouble(35, 70);
    double length = random.nextDouble(5, 40);
    double period = random.nextDouble(50, 90);
    for (int t = 0; t < DAYS; t++) {
      truth[t] =
          switch (kind) {
            case 0 -> low + (high - low) / (1 + Math.exp((t - change) / 2));
            case 1 -> low + (high - low) * Math.clamp(1 - (t - change) / length, 0, 1);
            default -> 1.05 + 0.35 * Math.sin(2 * Math.PI * t / period);
          };
    }
    return truth;
  }
}
