package org.firebreak.epidemic.rt;

import java.util.Arrays;
import org.firebreak.epidemic.math.GammaFunction;

/**
 * The renewal model in its unknowns: per latent day the logarithm of infections u and of the
 * reproduction number x (interleaved), then seven weekday effects. Gives the log posterior density,
 * its gradient and its (Gauss-Newton) curvature for fixed hyper-parameters.
 *
 * <p>Infections: u_t is normal around x_t + log(infectiousness) with variance noise / mean, at most
 * 1. Change: x_t is a random walk. Reports: negative binomial around weekday effect x sum of
 * infections over the delay. Before the first report there are as many latent days as a report can
 * look back, whose first days grow almost exponentially (the seed).
 */
final class RenewalModel {

  static final int WEEK = 7;

  private static final double NEGLIGIBLE_TAIL = 1e-3;
  private static final double SEED_CURVE_SD = 0.05;
  private static final double SEED_SLOPE_SD = 0.2;
  private static final double SEED_LEVEL_SD = 3;
  private static final double SUM_TO_ZERO_SD = 0.01;
  private static final double MAX_VARIANCE = 1;

  final int latentDays;
  final int leadDays;
  final int border;

  private final ReportedCases cases;
  private final RenewalSettings settings;
  private final double[] interval;
  private final double[] kernel;
  private final double[] importedLatent;
  private final int seedDays;
  private final double seedLevel;

  RenewalModel(ReportedCases cases, SerialInterval serialInterval, RenewalSettings settings) {
    this.cases = cases;
    this.settings = settings;
    this.interval = trimmed(serialInterval.weights());
    double[] delay = trimmed(cases.delay());
    this.kernel = box(delay, cases.daysPerCount());
    this.seedDays = Math.max(3, interval.length - 1);
    this.leadDays = delay.length - 1 + seedDays + 1;
    this.latentDays = leadDays + cases.days();
    this.border = cases.daysPerCount() == 1 ? WEEK : 0;
    this.importedLatent = new double[latentDays];
    int shift = (int) Math.round(cases.meanDelay());
    for (int t = 0; t < cases.days(); t++) {
      importedLatent[Math.max(0, t + leadDays - shift)] += cases.imported()[t];
    }
    this.seedLevel = Math.log(firstMean() / cases.daysPerCount() + 0.5);
  }

  private static double[] trimmed(double[] weights) {
    double sum = Arrays.stream(weights).sum();
    double tail = 0;
    int length = weights.length;
    while (length > 1 && tail + weights[length - 1] <= NEGLIGIBLE_TAIL * sum) {
      tail += weights[--length];
    }
    double[] kept = Arrays.copyOf(weights, length);
    for (int i = 0; i < length; i++) {
      kept[i] /= sum - tail;
    }
    return kept;
  }

  private static double[] box(double[] delay, int days) {
    double[] kernel = new double[delay.length + days - 1];
    for (int d = 0; d < days; d++) {
      for (int k = 0; k < delay.length; k++) {
        kernel[k + d] += delay[k];
      }
    }
    return kernel;
  }

  private double firstMean() {
    return Arrays.stream(cases.counts())
        .filter(c -> !Double.isNaN(c))
        .limit(cases.daysPerCount() == 1 ? WEEK : 1)
        .average()
        .orElse(0);
  }

  /** Number of unknowns. */
  int unknowns() {
    return 2 * latentDays + border;
  }

  ArrowMatrix newCurvature() {
    return new ArrowMatrix(
        2 * latentDays, 2 * Math.max(interval.length - 1, kernel.length - 1) + 1, border);
  }

  /** A start: infections as reported, smoothed over a week and moved back by the mean delay. */
  double[] start() {
    double[] z = new double[unknowns()];
    int shift = (int) Math.round(cases.meanDelay());
    for (int t = 0; t < latentDays; t++) {
      z[2 * t] = Math.log(smoothed(t - leadDays + shift) + 0.5);
    }
    return z;
  }

  private double smoothed(int day) {
    int centre = Math.clamp(day, 0, cases.days() - 1);
    double sum = 0;
    int count = 0;
    for (int d = Math.max(0, centre - 3); d <= Math.min(cases.days() - 1, centre + 3); d++) {
      double value = cases.counts()[d / cases.daysPerCount()];
      if (!Double.isNaN(value)) {
        sum += value / cases.daysPerCount();
        count++;
      }
    }
    return count == 0 ? 0 : sum / count;
  }

  /** Log posterior density up to a constant that does not depend on the hyper-parameters. */
  double logDensity(double[] z, double dailyChange, double size) {
    double[] infections = infections(z);
    double log = 0;
    for (int j = 0; j < cases.counts().length; j++) {
      double y = cases.counts()[j];
      if (!Double.isNaN(y)) {
        double mean = expected(j, infections, z);
        log +=
            GammaFunction.log(y + size)
                - GammaFunction.log(size)
                - GammaFunction.logFactorial(y)
                - size * Math.log1p(mean / size)
                + (y == 0 ? 0 : y * (Math.log(mean) - Math.log(size + mean)));
      }
    }
    for (int t = seedDays; t < latentDays; t++) {
      double logMean = z[2 * t + 1] + Math.log(infectiousness(t, infections));
      double variance = variance(logMean);
      double r = z[2 * t] - logMean;
      log -= 0.5 * (r * r / variance + Math.log(variance));
    }
    for (int t = 1; t < latentDays; t++) {
      log -= 0.5 * square((z[2 * t + 1] - z[2 * t - 1]) / dailyChange);
    }
    log -= (latentDays - 1) * Math.log(dailyChange);
    log -= 0.5 * square(z[2 * seedDays + 1] / settings.logRSd());
    return log + seedPrior(z) + weekdayPrior(z);
  }

  private double seedPrior(double[] z) {
    double log = -0.5 * square((z[0] - seedLevel) / SEED_LEVEL_SD);
    log -= 0.5 * square((z[2] - z[0]) / SEED_SLOPE_SD);
    for (int t = 2; t < seedDays; t++) {
      log -= 0.5 * square((z[2 * t] - 2 * z[2 * t - 2] + z[2 * t - 4]) / SEED_CURVE_SD);
    }
    return log;
  }

  private double weekdayPrior(double[] z) {
    double sum = 0;
    double log = 0;
    for (int b = 0; b < border; b++) {
      double effect = z[2 * latentDays + b];
      sum += effect;
      log -= 0.5 * square(effect / settings.weekdaySd());
    }
    return log - 0.5 * square(sum / SUM_TO_ZERO_SD);
  }

  /** Fills gradient and curvature (the negative expected second derivatives) at z. */
  void differentiate(
      double[] z, double dailyChange, double size, double[] gradient, ArrowMatrix curvature) {
    Arrays.fill(gradient, 0);
    curvature.clear();
    double[] infections = infections(z);
    addReports(z, size, infections, gradient, curvature);
    addRenewal(z, infections, gradient, curvature);
    double change = 1 / square(dailyChange);
    for (int t = 1; t < latentDays; t++) {
      addDifference(2 * t + 1, 2 * t - 1, change, z, gradient, curvature);
    }
    int first = 2 * seedDays + 1;
    addPrior(first, z[first], 1 / square(settings.logRSd()), gradient, curvature);
    addSeed(z, gradient, curvature);
    addWeekdays(z, gradient, curvature);
  }

  private void addReports(
      double[] z, double size, double[] infections, double[] gradient, ArrowMatrix curvature) {
    double[] share = new double[kernel.length];
    for (int j = 0; j < cases.counts().length; j++) {
      double y = cases.counts()[j];
      if (Double.isNaN(y)) {
        continue;
      }
      int last = lastDay(j);
      double total = sum(last, infections);
      double mean = expected(j, infections, z);
      double damping = 1 + mean / size;
      double weight = mean / damping;
      double score = (y - mean) / damping;
      for (int k = 0; k < kernel.length; k++) {
        share[k] = kernel[k] * infections[last - k] / total;
        gradient[2 * (last - k)] += score * share[k];
      }
      for (int k = 0; k < kernel.length; k++) {
        for (int l = k; l < kernel.length; l++) {
          curvature.add(2 * (last - k), 2 * (last - l), weight * share[k] * share[l]);
        }
      }
      if (border > 0) {
        int weekday = j % WEEK;
        gradient[2 * latentDays + weekday] += score;
        curvature.addCorner(weekday, weekday, weight);
        for (int k = 0; k < kernel.length; k++) {
          curvature.addEdge(weekday, 2 * (last - k), weight * share[k]);
        }
      }
    }
  }

  private void addRenewal(
      double[] z, double[] infections, double[] gradient, ArrowMatrix curvature) {
    int reach = interval.length - 1;
    double[] slope = new double[2 * reach + 2];
    for (int t = seedDays; t < latentDays; t++) {
      double total = infectiousness(t, infections);
      double logMean = z[2 * t + 1] + Math.log(total);
      double variance = variance(logMean);
      double r = z[2 * t] - logMean;
      // With variance = noise / mean its own terms depend on the mean too.
      double meanScore = r / variance;
      if (variance < MAX_VARIANCE) {
        meanScore += 0.5 - 0.5 * r * r / variance;
      }
      gradient[2 * t] -= r / variance;
      gradient[2 * t + 1] += meanScore;
      int base = 2 * (t - reach);
      Arrays.fill(slope, 0);
      slope[2 * t - base] = 1;
      slope[2 * t + 1 - base] = -1;
      for (int s = 1; s <= reach; s++) {
        double share = interval[s] * infections[t - s] / total;
        gradient[2 * (t - s)] += meanScore * share;
        slope[2 * (t - s) - base] = -share;
      }
      addOuter(slope, base, 1 / variance, curvature);
    }
  }

  private static void addOuter(double[] slope, int base, double weight, ArrowMatrix curvature) {
    for (int i = 0; i < slope.length; i++) {
      if (slope[i] != 0) {
        for (int j = 0; j <= i; j++) {
          if (slope[j] != 0) {
            curvature.add(base + i, base + j, weight * slope[i] * slope[j]);
          }
        }
      }
    }
  }

  private static void addDifference(
      int i, int j, double weight, double[] z, double[] gradient, ArrowMatrix curvature) {
    double score = weight * (z[i] - z[j]);
    gradient[i] -= score;
    gradient[j] += score;
    curvature.add(i, i, weight);
    curvature.add(j, j, weight);
    curvature.add(i, j, -weight);
  }

  private static void addPrior(
      int i, double deviation, double weight, double[] gradient, ArrowMatrix curvature) {
    gradient[i] -= weight * deviation;
    curvature.add(i, i, weight);
  }

  private void addSeed(double[] z, double[] gradient, ArrowMatrix curvature) {
    addPrior(0, z[0] - seedLevel, 1 / square(SEED_LEVEL_SD), gradient, curvature);
    addDifference(2, 0, 1 / square(SEED_SLOPE_SD), z, gradient, curvature);
    double weight = 1 / square(SEED_CURVE_SD);
    double[] slope = {1, 0, -2, 0, 1};
    for (int t = 2; t < seedDays; t++) {
      double score = weight * (z[2 * t] - 2 * z[2 * t - 2] + z[2 * t - 4]);
      for (int k = 0; k < slope.length; k++) {
        gradient[2 * t - 4 + k] -= score * slope[k];
      }
      addOuter(slope, 2 * t - 4, weight, curvature);
    }
  }

  private void addWeekdays(double[] z, double[] gradient, ArrowMatrix curvature) {
    double sum = 0;
    for (int b = 0; b < border; b++) {
      sum += z[2 * latentDays + b];
    }
    double whole = 1 / square(SUM_TO_ZERO_SD);
    double own = 1 / square(settings.weekdaySd());
    for (int b = 0; b < border; b++) {
      gradient[2 * latentDays + b] -= own * z[2 * latentDays + b] + whole * sum;
      curvature.addCorner(b, b, own);
      for (int c = 0; c < border; c++) {
        curvature.addCorner(b, c, whole);
      }
    }
  }

  private double[] infections(double[] z) {
    double[] infections = new double[latentDays];
    for (int t = 0; t < latentDays; t++) {
      infections[t] = Math.exp(z[2 * t]);
    }
    return infections;
  }

  private double infectiousness(int t, double[] infections) {
    double sum = 0;
    for (int s = 1; s < interval.length && s <= t; s++) {
      sum += interval[s] * (infections[t - s] + importedLatent[t - s]);
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }

  private double variance(double logMean) {
    return Math.min(settings.infectionNoise() * Math.exp(-logMean), MAX_VARIANCE);
  }

  private int lastDay(int count) {
    return leadDays + (count + 1) * cases.daysPerCount() - 1;
  }

  private double sum(int last, double[] infections) {
    double sum = 0;
    for (int k = 0; k < kernel.length; k++) {
      sum += kernel[k] * infections[last - k];
    }
    return Math.max(sum, Double.MIN_NORMAL);
  }

  /** Expected count j. */
  private double expected(int j, double[] infections, double[] z) {
    double weekday = border > 0 ? Math.exp(z[2 * latentDays + j % WEEK]) : 1;
    return weekday * cases.completeness()[j] * sum(lastDay(j), infections);
  }

  private static double square(double value) {
    return value * value;
  }
}
