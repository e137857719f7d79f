package org.firebreak.epidemic.alarm;

import org.firebreak.epidemic.math.IncompleteBeta;

/**
 * A quasi-Poisson regression with log link on group intercepts and, if wanted, one common trend,
 * fitted as R's glm does (same start, same stop). The normal equations are solved through the
 * groups, so that a step costs a few operations per observation whatever the number of groups.
 *
 * <p>Filled with {@link #add}, then fitted; may be reused after {@link #clear}. Not safe for
 * several threads.
 */
final class GroupedPoisson {

  private static final int MAX_STEPS = 25;
  private static final double CONVERGED = 1e-8;

  private final int groups;
  private double[] response = new double[256];
  private double[] time = new double[256];
  private int[] group = new int[256];
  private double[] prior = new double[256];
  private double[] mean = new double[256];
  private double[] working = new double[256];
  private int size;

  private final double[] weightSum;
  private final double[] timeCentre;
  private final double[] intercept;
  private boolean trend;
  private double slope;
  private double slopeVariance;

  GroupedPoisson(int groups) {
    this.groups = groups;
    this.weightSum = new double[groups];
    this.timeCentre = new double[groups];
    this.intercept = new double[groups];
  }

  void clear() {
    size = 0;
  }

  void add(double count, double atTime, int ofGroup) {
    if (size == response.length) {
      grow();
    }
    response[size] = count;
    time[size] = atTime;
    group[size] = ofGroup;
    prior[size] = 1;
    size++;
  }

  private void grow() {
    int length = 2 * size;
    response = java.util.Arrays.copyOf(response, length);
    time = java.util.Arrays.copyOf(time, length);
    group = java.util.Arrays.copyOf(group, length);
    prior = java.util.Arrays.copyOf(prior, length);
    mean = java.util.Arrays.copyOf(mean, length);
    working = java.util.Arrays.copyOf(working, length);
  }

  int size() {
    return size;
  }

  double largestResponse() {
    double largest = 0;
    for (int i = 0; i < size; i++) {
      largest = Math.max(largest, response[i]);
    }
    return largest;
  }

  /** Forgets the weights of {@link #reweight}. */
  void resetWeights() {
    java.util.Arrays.fill(prior, 0, size, 1);
  }

  /** Fits; whether it converged. */
  boolean fit(boolean withTrend) {
    trend = withTrend;
    double constant = 0;
    for (int i = 0; i < size; i++) {
      mean[i] = response[i] + 0.1;
      constant += response[i] == 0 ? 0 : prior[i] * response[i] * Math.log(response[i]);
    }
    double deviance = Double.NaN;
    boolean start = true;
    for (int step = 0; step < MAX_STEPS; step++) {
      double before = deviance;
      double half = step(start, constant);
      deviance = 2 * half;
      if (!Double.isFinite(deviance)) {
        return false;
      }
      if (start) {
        before = startDeviance(constant);
        start = false;
      }
      if (Math.abs(deviance - before) / (Math.abs(deviance) + 0.1) < CONVERGED) {
        return true;
      }
    }
    return false;
  }

  private double startDeviance(double constant) {
    double sum = constant;
    for (int i = 0; i < size; i++) {
      double eta = Math.log(response[i] + 0.1);
      sum -= prior[i] * (response[i] * eta - 0.1);
    }
    return 2 * sum;
  }

  private double step(boolean start, double constant) {
    double[] zSum = new double[groups];
    java.util.Arrays.fill(weightSum, 0);
    java.util.Arrays.fill(timeCentre, 0);
    for (int i = 0; i < size; i++) {
      double w = prior[i] * mean[i];
      double eta = start ? Math.log(mean[i]) : intercept[group[i]] + (trend ? slope * time[i] : 0);
      working[i] = eta + (response[i] - mean[i]) / mean[i];
      weightSum[group[i]] += w;
      zSum[group[i]] += w * working[i];
      timeCentre[group[i]] += w * time[i];
    }
    for (int g = 0; g < groups; g++) {
      zSum[g] /= weightSum[g];
      timeCentre[g] /= weightSum[g];
    }
    double timeSquare = 0;
    double timeTimesZ = 0;
    for (int i = 0; trend && i < size; i++) {
      double w = prior[i] * mean[i];
      double centred = time[i] - timeCentre[group[i]];
      timeSquare += w * centred * centred;
      timeTimesZ += w * centred * (working[i] - zSum[group[i]]);
    }
    slope = trend ? timeTimesZ / timeSquare : 0;
    slopeVariance = trend ? 1 / timeSquare : 0;
    for (int g = 0; g < groups; g++) {
      intercept[g] = zSum[g] - slope * timeCentre[g];
    }
    double half = constant;
    for (int i = 0; i < size; i++) {
      working[i] = prior[i] * mean[i];
      double eta = intercept[group[i]] + slope * time[i];
      mean[i] = Math.exp(eta);
      half -= prior[i] * (response[i] * eta + response[i] - mean[i]);
    }
    return half;
  }

  private int parameters() {
    int used = trend ? 1 : 0;
    for (double weight : weightSum) {
      used += weight > 0 ? 1 : 0;
    }
    return used;
  }

  /** Pearson dispersion, not less than 1. */
  double dispersion() {
    return Math.max(1, pearson());
  }

  private double pearson() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double residual = (response[i] - mean[i]) / mean[i];
      sum += working[i] * residual * residual;
    }
    return sum / (size - parameters());
  }

  /**
   * The dispersion R's predict takes after the reference has put its prior weights in place of the
   * working weights: the prior-weighted mean square of the working residuals. Kept so that the
   * delta thresholds agree.
   */
  double priorWeightedDispersion() {
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double residual = (response[i] - mean[i]) / mean[i];
      sum += prior[i] * residual * residual;
    }
    return sum / (size - parameters());
  }

  /** Gives past outbreaks less weight by their Anscombe residuals (Farrington et al. 1996). */
  void reweight(double dispersion, double threshold) {
    double[] residual = new double[size];
    double sum = 0;
    for (int i = 0; i < size; i++) {
      double raw =
          1.5 * (Math.pow(response[i], 2.0 / 3) * Math.pow(mean[i], -1.0 / 6) - Math.sqrt(mean[i]));
      double leverage = working[i] * unscaledVariance(group[i], time[i]);
      residual[i] = raw / Math.sqrt(dispersion * (1 - leverage));
      sum += residual[i] > threshold ? 1 / (residual[i] * residual[i]) : 1;
    }
    double scale = size / sum;
    for (int i = 0; i < size; i++) {
      prior[i] = residual[i] > threshold ? scale / (residual[i] * residual[i]) : scale;
    }
  }

  /** Linear predictor of a group at a time. */
  double predictor(int ofGroup, double atTime) {
    return intercept[ofGroup] + slope * atTime;
  }

  /** Variance of the linear predictor for a dispersion of 1. */
  double unscaledVariance(int ofGroup, double atTime) {
    double distance = atTime - timeCentre[ofGroup];
    return 1 / weightSum[ofGroup] + distance * distance * slopeVariance;
  }

  double slope() {
    return slope;
  }

  /** Two-sided p value of the trend, by Student's t with the estimated dispersion. */
  double trendPValue() {
    double degrees = size - parameters();
    double t = slope / Math.sqrt(slopeVariance * pearson());
    double x = degrees / (degrees + t * t);
    return IncompleteBeta.lower(degrees / 2, 0.5, x, t * t / (degrees + t * t));
  }
}
