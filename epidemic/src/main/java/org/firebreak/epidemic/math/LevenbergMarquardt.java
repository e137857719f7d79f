package org.firebreak.epidemic.math;

/**
 * Nonlinear least squares (D. W. Marquardt, SIAM Journal on Applied Mathematics 11, 1963) with
 * Marquardt's scaling. For small problems: O(n k^2) per step for n residuals of k variables.
 */
public final class LevenbergMarquardt {

  private static final double DAMPING_START = 1e-3;
  private static final double DAMPING_MAX = 1e12;
  private static final double RELATIVE_STEP = 1e-6;
  private static final double GAIN_MIN = 1e-14;

  /** Share of the promised gain from which a step is believed. */
  private static final double KEPT_PROMISE = 0.5;

  private final Problem f;
  private final double gainMin;
  private final boolean secant;
  private final double[] x;
  private final double[] next;
  private final double[] step;
  private final double[] gradient;
  private final double[][] columns;
  private final double[][] normal;
  private final double[][] damped;
  private double[] residuals;
  private double[] nextResiduals;
  private double value;
  private double damping = DAMPING_START;
  private boolean exact;
  private boolean carriedOn;

  private LevenbergMarquardt(
      Problem f, double[] start, int observations, double gainMin, boolean secant) {
    int k = start.length;
    this.f = f;
    this.gainMin = gainMin;
    this.secant = secant;
    this.x = start.clone();
    this.next = new double[k];
    this.step = new double[k];
    this.gradient = new double[k];
    this.columns = new double[k][observations];
    this.normal = new double[k][k];
    this.damped = new double[k][k];
    this.residuals = new double[observations];
    this.nextResiduals = new double[observations];
    this.value = evaluate(f, x, residuals);
  }

  /** Writes one residual per observation at a point; NaN means "not allowed here". */
  @FunctionalInterface
  public interface Residuals {

    void at(double[] x, double[] residuals);
  }

  /** Residuals with their derivatives. */
  public interface Problem extends Residuals {

    /**
     * Writes the derivatives, one column per variable.
     *
     * @param x the point; may be changed in between but is as it was at return
     */
    void derivatives(double[] x, double[] residuals, double[][] columns);
  }

  /**
   * Searches from {@code start} with the derivatives by central differences; the value of the
   * result is the sum of squares.
   */
  public static Minimum minimise(Residuals f, double[] start, int observations, int iterationsMax) {
    double[] left = new double[observations];
    Problem problem =
        new Problem() {
          @Override
          public void at(double[] x, double[] residuals) {
            f.at(x, residuals);
          }

          @Override
          public void derivatives(double[] x, double[] residuals, double[][] columns) {
            central(f, x, left, columns);
          }
        };
    return minimise(problem, start, observations, GAIN_MIN, iterationsMax, false);
  }

  /**
   * Searches from {@code start}; the value of the result is the sum of squares, infinite if there
   * is none at the start.
   *
   * @param gainMin ends when a step gains less, relative to the sum of squares
   * @param secant whether derivatives are carried on from step to step (Broyden's update) while
   *     steps do what they promise: for derivatives that cost many evaluations
   */
  public static Minimum minimise(
      Problem f,
      double[] start,
      int observations,
      double gainMin,
      int iterationsMax,
      boolean secant) {
    return new LevenbergMarquardt(f, start, observations, gainMin, secant).run(iterationsMax);
  }

  private Minimum run(int iterationsMax) {
    if (x.length == 0 || !Double.isFinite(value)) {
      return new Minimum(x, value, 0, x.length == 0);
    }
    for (int iteration = 0; iteration < iterationsMax; iteration++) {
      if (!carriedOn) {
        f.derivatives(x, residuals, columns);
        exact = true;
      }
      crossProducts(columns, residuals, normal, gradient);
      if (!descend() && exact) {
        return new Minimum(x, value, iteration, true);
      }
    }
    return new Minimum(x, value, iterationsMax, false);
  }

  /**
   * Takes one step, shortened until it gains; false at the minimum, or where derivatives that are
   * not exact lead nowhere.
   */
  private boolean descend() {
    while (damping < DAMPING_MAX) {
      double promised = solveStep();
      boolean still = damping <= DAMPING_START && promised <= gainMin * value;
      double reached = still ? value : tryStep();
      double gain = value - reached;
      if (gain > 0) {
        boolean little = gain <= gainMin * value;
        accept(reached, secant && !little && gain > KEPT_PROMISE * promised);
        return !(little && exact);
      }
      if (still || !exact) {
        carriedOn = false;
        return false;
      }
      damping *= 10;
    }
    return false;
  }

  private double tryStep() {
    for (int i = 0; i < x.length; i++) {
      next[i] = x[i] + step[i];
    }
    return evaluate(f, next, nextResiduals);
  }

  private void accept(double reached, boolean carryOn) {
    carriedOn = carryOn;
    if (carryOn) {
      broyden(columns, residuals, nextResiduals, step);
      exact = false;
    }
    System.arraycopy(next, 0, x, 0, x.length);
    double[] free = residuals;
    residuals = nextResiduals;
    nextResiduals = free;
    value = reached;
    damping /= 10;
  }

  /**
   * Makes derivatives agree with the last step (C. G. Broyden, Mathematics of Computation 19,
   * 1965).
   */
  private static void broyden(double[][] columns, double[] before, double[] after, double[] step) {
    double square = 0;
    for (double s : step) {
      square += s * s;
    }
    double[] miss = new double[after.length];
    for (int t = 0; t < miss.length; t++) {
      miss[t] = after[t] - before[t];
    }
    for (int i = 0; i < step.length; i++) {
      for (int t = 0; t < miss.length; t++) {
        miss[t] -= columns[i][t] * step[i];
      }
    }
    for (int i = 0; i < step.length; i++) {
      double share = step[i] / square;
      for (int t = 0; t < miss.length; t++) {
        columns[i][t] += miss[t] * share;
      }
    }
  }

  private static double evaluate(Residuals f, double[] x, double[] residuals) {
    f.at(x, residuals);
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  /** Derivatives of the residuals by central differences, one row per observation. */
  public static double[][] jacobian(Residuals f, double[] x, int observations) {
    double[][] columns = new double[x.length][observations];
    central(f, x, new double[observations], columns);
    double[][] rows = new double[observations][x.length];
    for (int t = 0; t < observations; t++) {
      for (int i = 0; i < x.length; i++) {
        rows[t][i] = columns[i][t];
      }
    }
    return rows;
  }

  private static void central(Residuals f, double[] x, double[] left, double[][] columns) {
    for (int i = 0; i < x.length; i++) {
      double centre = x[i];
      double step = RELATIVE_STEP * Math.max(Math.abs(centre), 1e-3);
      double[] right = columns[i];
      x[i] = centre + step;
      f.at(x, right);
      x[i] = centre - step;
      f.at(x, left);
      x[i] = centre;
      for (int t = 0; t < right.length; t++) {
        right[t] = (right[t] - left[t]) / (2 * step);
      }
    }
  }

  /** The cross product of a Jacobian, by rows, with itself. */
  public static double[][] normal(double[][] jacobian, int k) {
    double[][] normal = new double[k][k];
    for (double[] row : jacobian) {
      for (int i = 0; i < k; i++) {
        for (int j = 0; j < k; j++) {
          normal[i][j] += row[i] * row[j];
        }
      }
    }
    return normal;
  }

  private static void crossProducts(
      double[][] columns, double[] residuals, double[][] normal, double[] gradient) {
    for (int i = 0; i < columns.length; i++) {
      gradient[i] = -dot(columns[i], residuals);
      for (int j = 0; j <= i; j++) {
        normal[i][j] = dot(columns[i], columns[j]);
        normal[j][i] = normal[i][j];
      }
    }
  }

  /** Four sums side by side: a single one would wait for each addition. */
  private static double dot(double[] a, double[] b) {
    int n = a.length;
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    int t = 0;
    for (; t + 3 < n; t += 4) {
      s0 += a[t] * b[t];
      s1 += a[t + 1] * b[t + 1];
      s2 += a[t + 2] * b[t + 2];
      s3 += a[t + 3] * b[t + 3];
    }
    for (; t < n; t++) {
      s0 += a[t] * b[t];
    }
    return (s0 + s1) + (s2 + s3);
  }

  /**
   * Solves for the step; returns what a quadratic function would gain by it, infinite if unknown.
   */
  private double solveStep() {
    int k = gradient.length;
    for (int i = 0; i < k; i++) {
      System.arraycopy(normal[i], 0, damped[i], 0, k);
      damped[i][i] = normal[i][i] * (1 + damping) + Double.MIN_NORMAL;
      step[i] = gradient[i];
    }
    if (!LinearSystem.solveInPlace(damped, step)) {
      java.util.Arrays.fill(step, 0);
      return Double.POSITIVE_INFINITY;
    }
    double promised = 0;
    for (int i = 0; i < k; i++) {
      promised += step[i] * (gradient[i] + damping * normal[i][i] * step[i]);
    }
    return promised;
  }
}
