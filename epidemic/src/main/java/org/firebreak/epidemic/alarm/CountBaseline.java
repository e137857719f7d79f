package org.firebreak.epidemic.alarm;

import java.util.Arrays;

/**
 * A weighted quasi-Poisson regression of a count series on level, trend, yearly wave and weekday,
 * with slight normal priors that keep it stable on short histories, refitted twice with past
 * outbreaks given less weight. Predicts the counts of the steps that follow.
 *
 * <p>One object serves one series; not safe for several threads.
 */
final class CountBaseline {

  private static final int MAX_STEPS = 30;
  private static final double CONVERGED = 1e-8;
  private static final int REFITS = 2;
  private static final double WEIGHTS_FROM = 2.58;
  private static final double WEEKDAY_SD = 0.25;
  private static final double TREND_SD_PER_YEAR = 0.5;
  private static final double WAVE_SD = 1;
  private static final double WALD_LIMIT = 5.99;
  private static final double LEVEL_PRECISION = 1e-6;
  private static final int WEEK = 7;
  private static final double MAX_PREDICTOR = 25;

  private final BaselineSettings settings;
  private final double[] values;
  private final int columns;
  private int origin;
  private boolean seasonal;
  private boolean trending;
  private int usedHarmonics;
  private double dispersion;
  private final double[] coefficients;
  private final double[] covariance;
  private final double[] precision;

  private double[] design = new double[0];
  private double[] response = new double[0];
  private double[] weight = new double[0];
  private double[] mean = new double[0];
  private int size;

  CountBaseline(BaselineSettings settings, double[] values) {
    this.settings = settings;
    this.values = values;
    this.columns = 1 + 1 + 2 * settings.harmonics() + (settings.weekdays() ? WEEK : 0);
    this.coefficients = new double[columns];
    this.covariance = new double[columns * columns];
    this.precision = new double[columns];
  }

  /** Fits to what was known before step t; false if that is too little. */
  boolean fit(int t) {
    origin = t;
    int end = t - settings.stepsLeftOut();
    int start = Math.max(0, end - settings.historySteps());
    collect(start, end);
    if (size < settings.fewestSteps()) {
      return false;
    }
    double[] age = Arrays.copyOf(weight, size);
    dispersion = 1;
    setPriors();
    start();
    boolean solved = solve();
    if (solved && seasonal && settings.harmonics() > 1) {
      dispersion = Math.max(1, pearson());
      solved = dropNeedlessHarmonics();
    }
    for (int refit = 0; refit <= REFITS && solved; refit++) {
      dispersion = Math.max(1, pearson());
      if (refit < REFITS) {
        reweight(age);
        setPriors();
        solved = solve();
      }
    }
    return solved;
  }

  private void collect(int start, int end) {
    int length = Math.max(0, end - start);
    if (response.length < length) {
      design = new double[length * columns];
      response = new double[length];
      weight = new double[length];
      mean = new double[length];
    }
    seasonal = settings.harmonics() > 0 && length >= 2 * settings.stepsPerYear();
    usedHarmonics = settings.harmonics();
    trending = settings.trend() && length >= 0.5 * Math.max(settings.stepsPerYear(), 1);
    size = 0;
    for (int i = start; i < end; i++) {
      if (!Double.isNaN(values[i])) {
        row(i, design, size * columns);
        response[size] = values[i];
        weight[size] = Math.pow(0.5, (end - 1 - i) / settings.halfLifeSteps());
        size++;
      }
    }
  }

  /** The row of the design for a step: level, trend, waves, weekdays. */
  private void row(int step, double[] into, int offset) {
    double years = (step - origin) / (settings.stepsPerYear() > 0 ? settings.stepsPerYear() : 365);
    into[offset] = 1;
    into[offset + 1] = trending ? years : 0;
    for (int h = 1; h <= settings.harmonics(); h++) {
      double angle = 2 * Math.PI * h * years;
      boolean used = seasonal && h <= usedHarmonics;
      into[offset + 2 * h] = used ? Math.cos(angle) : 0;
      into[offset + 2 * h + 1] = used ? Math.sin(angle) : 0;
    }
    if (settings.weekdays()) {
      int first = offset + columns - WEEK;
      Arrays.fill(into, first, first + WEEK, 0);
      into[first + step % WEEK] = 1;
    }
  }

  private void setPriors() {
    for (int h = 1; h <= settings.harmonics(); h++) {
      // A smooth season: the amplitude of a harmonic falls with the square of its order.
      double sd = WAVE_SD / (h * h);
      precision[2 * h] = dispersion / (sd * sd);
      precision[2 * h + 1] = precision[2 * h];
    }
    precision[0] = LEVEL_PRECISION;
    precision[1] = dispersion / (TREND_SD_PER_YEAR * TREND_SD_PER_YEAR);
    if (settings.weekdays()) {
      Arrays.fill(precision, columns - WEEK, columns, dispersion / (WEEKDAY_SD * WEEKDAY_SD));
    }
  }

  /** Leaves out the highest harmonics while they do not stand out (Wald test, 5 %). */
  private boolean dropNeedlessHarmonics() {
    boolean solved = true;
    while (solved && usedHarmonics > 1 && wald(2 * usedHarmonics) < WALD_LIMIT) {
      usedHarmonics--;
      int column = 2 * usedHarmonics + 2;
      for (int i = 0; i < size; i++) {
        Arrays.fill(design, i * columns + column, i * columns + column + 2, 0);
      }
      coefficients[column] = 0;
      coefficients[column + 1] = 0;
      solved = solve();
    }
    return solved;
  }

  /** Wald statistic of two neighbouring coefficients, chi-squared with two degrees. */
  private double wald(int first) {
    double a = covariance[first * columns + first];
    double b = covariance[first * columns + first + 1];
    double d = covariance[(first + 1) * columns + first + 1];
    double x = coefficients[first];
    double y = coefficients[first + 1];
    return (d * x * x - 2 * b * x * y + a * y * y) / (a * d - b * b) / dispersion;
  }

  private void start() {
    Arrays.fill(coefficients, 0);
    double sum = 0;
    double weights = 0;
    for (int i = 0; i < size; i++) {
      sum += weight[i] * response[i];
      weights += weight[i];
    }
    coefficients[0] = Math.log(sum / weights + 0.1);
  }

  /** Newton steps from where the coefficients stand; leaves the inverse information as well. */
  private boolean solve() {
    double[] right = new double[columns];
    for (int step = 0; step < MAX_STEPS; step++) {
      normalEquations(right);
      if (!SmallCholesky.invert(covariance, columns)) {
        return false;
      }
      double change = 0;
      for (int a = 0; a < columns; a++) {
        double value = 0;
        for (int b = 0; b < columns; b++) {
          value += covariance[a * columns + b] * right[b];
        }
        change = Math.max(change, Math.abs(value));
        coefficients[a] += value;
      }
      if (change < CONVERGED) {
        break;
      }
    }
    for (int i = 0; i < size; i++) {
      mean[i] = Math.exp(predictor(design, i * columns));
    }
    return true;
  }

  /** Information into the covariance array, score into {@code right}. */
  private void normalEquations(double[] right) {
    Arrays.fill(covariance, 0);
    for (int a = 0; a < columns; a++) {
      right[a] = -precision[a] * (a == 0 ? 0 : coefficients[a]);
      covariance[a * columns + a] = precision[a];
    }
    for (int i = 0; i < size; i++) {
      int offset = i * columns;
      double mu = Math.exp(predictor(design, offset));
      double w = weight[i] * mu;
      double score = weight[i] * (response[i] - mu);
      for (int a = 0; a < columns; a++) {
        double x = design[offset + a];
        if (x != 0) {
          right[a] += score * x;
          double wx = w * x;
          for (int b = 0; b <= a; b++) {
            covariance[a * columns + b] += wx * design[offset + b];
          }
        }
      }
    }
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < a; b++) {
        covariance[b * columns + a] = covariance[a * columns + b];
      }
    }
  }

  private double predictor(double[] rows, int offset) {
    double sum = 0;
    for (int a = 0; a < columns; a++) {
      sum += coefficients[a] * rows[offset + a];
    }
    return Math.clamp(sum, -MAX_PREDICTOR, MAX_PREDICTOR);
  }

  private double pearson() {
    double sum = 0;
    double weights = 0;
    double squares = 0;
    for (int i = 0; i < size; i++) {
      double difference = response[i] - mean[i];
      sum += weight[i] * difference * difference / mean[i];
      weights += weight[i];
      squares += weight[i] * weight[i];
    }
    double effective = weights * weights / squares;
    double used =
        1
            + (trending ? 1 : 0)
            + (seasonal ? 2 * usedHarmonics : 0)
            + (settings.weekdays() ? WEEK - 1 : 0);
    // Priors hold some parameters back; half the data at most go to them.
    return sum / weights / (1 - Math.min(0.5, used / effective));
  }

  private void reweight(double[] age) {
    double root = Math.sqrt(dispersion);
    for (int i = 0; i < size; i++) {
      double sixth = Math.pow(mean[i], 1.0 / 6);
      double cube = Math.cbrt(response[i]);
      double residual = 1.5 * (cube * cube / sixth - sixth * sixth * sixth) / root;
      double ratio = WEIGHTS_FROM / residual;
      weight[i] = age[i] * (residual > WEIGHTS_FROM ? ratio * ratio : 1);
    }
  }

  /** Variance over mean of the counts, at least 1. */
  double dispersion() {
    return dispersion;
  }

  /**
   * Expected sum of the steps {@code from} to {@code to} (both included) that have a value; adds
   * its variance from the estimate alone to {@code variance[0]}.
   */
  double predict(int from, int to, double[] variance) {
    double[] row = new double[columns];
    double[] slope = new double[columns];
    double sum = 0;
    for (int i = from; i <= to; i++) {
      if (!Double.isNaN(values[i])) {
        row(i, row, 0);
        double mu = Math.exp(predictor(row, 0));
        sum += mu;
        for (int a = 0; a < columns; a++) {
          slope[a] += mu * row[a];
        }
      }
    }
    double square = 0;
    for (int a = 0; a < columns; a++) {
      for (int b = 0; b < columns; b++) {
        square += slope[a] * covariance[a * columns + b] * slope[b];
      }
    }
    variance[0] = dispersion * square;
    return sum;
  }
}
