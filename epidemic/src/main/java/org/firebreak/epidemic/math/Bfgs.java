package org.firebreak.epidemic.math;

/**
 * Quasi-Newton search with the BFGS update of the inverse Hessian and backtracking to sufficient
 * decrease (Nash, Compact Numerical Methods for Computers, 1990, algorithm 21; the method {@code
 * BFGS} of R's {@code optim}). An infinite value acts as a wall.
 *
 * <p>Memory O(n^2); each iteration one gradient and usually one to three evaluations.
 */
public final class Bfgs {

  private static final double SHORTEN = 0.2;
  private static final double SUFFICIENT = 1e-4;
  private static final double RELATIVE_MOVE = 10.0;

  private Bfgs() {}

  /**
   * Searches from {@code start}, where the function must be finite.
   *
   * @param relativeTolerance ends when an iteration gains less, relative to the value
   */
  public static Minimum minimise(
      Objective f,
      Gradient gradientOf,
      double[] start,
      double relativeTolerance,
      int iterationsMax) {
    int n = start.length;
    double[] x = start.clone();
    double value = f.value(x);
    if (n == 0 || !Double.isFinite(value)) {
      return new Minimum(x, value, 0, n == 0);
    }
    double[] gradient = new double[n];
    gradientOf.gradient(x, value, gradient);
    double[][] inverse = new double[n][n];
    reset(inverse, unit(gradient));
    double[] before = new double[n];
    double[] gradientBefore = new double[n];
    double[] direction = new double[n];
    boolean fresh = true;
    int iteration = 0;
    for (; iteration < iterationsMax; iteration++) {
      System.arraycopy(x, 0, before, 0, n);
      System.arraycopy(gradient, 0, gradientBefore, 0, n);
      double slope = descend(inverse, gradient, direction);
      double reached = slope < 0 ? backtrack(f, before, direction, slope, value, x) : value;
      boolean moved = reached < value;
      boolean little =
          Math.abs(value - reached) <= relativeTolerance * (Math.abs(value) + relativeTolerance);
      value = moved ? reached : value;
      if (!moved || little) {
        if (!moved) {
          System.arraycopy(before, 0, x, 0, n);
        }
        if (fresh) {
          return new Minimum(x, value, iteration, true);
        }
        fresh = true;
        if (moved) {
          gradientOf.gradient(x, value, gradient);
        }
        reset(inverse, unit(gradient));
        continue;
      }
      gradientOf.gradient(x, value, gradient);
      fresh = !update(inverse, x, before, gradient, gradientBefore, fresh);
    }
    return new Minimum(x, value, iteration, false);
  }

  /** Scale that keeps the first step, downhill, no longer than one. */
  private static double unit(double[] gradient) {
    double square = 0;
    for (double g : gradient) {
      square += g * g;
    }
    return square > 1 ? 1 / Math.sqrt(square) : 1;
  }

  private static double descend(double[][] inverse, double[] gradient, double[] direction) {
    double slope = 0;
    for (int i = 0; i < direction.length; i++) {
      double sum = 0;
      for (int j = 0; j < direction.length; j++) {
        sum -= inverse[i][j] * gradient[j];
      }
      direction[i] = sum;
      slope += sum * gradient[i];
    }
    return slope;
  }

  /** Sets {@code x} and returns the value there; the value given if no step gains enough. */
  private static double backtrack(
      Objective f, double[] from, double[] direction, double slope, double value, double[] x) {
    double step = 1;
    while (true) {
      boolean still = true;
      for (int i = 0; i < x.length; i++) {
        x[i] = from[i] + step * direction[i];
        still &= RELATIVE_MOVE + from[i] == RELATIVE_MOVE + x[i];
      }
      if (still) {
        return value;
      }
      double reached = f.value(x);
      if (Double.isFinite(reached) && reached <= value + slope * step * SUFFICIENT) {
        return reached;
      }
      step *= SHORTEN;
    }
  }

  /** Updates the inverse Hessian; false if the curvature met is not positive (it is then reset). */
  private static boolean update(
      double[][] inverse,
      double[] x,
      double[] before,
      double[] gradient,
      double[] gradientBefore,
      boolean scaleFirst) {
    int n = x.length;
    double[] s = new double[n];
    double[] y = new double[n];
    double sy = 0;
    double yy = 0;
    for (int i = 0; i < n; i++) {
      s[i] = x[i] - before[i];
      y[i] = gradient[i] - gradientBefore[i];
      sy += s[i] * y[i];
      yy += y[i] * y[i];
    }
    if (!(sy > 0)) {
      reset(inverse, 1);
      return false;
    }
    if (scaleFirst) {
      reset(inverse, sy / yy);
    }
    double[] hy = new double[n];
    double yhy = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        hy[i] += inverse[i][j] * y[j];
      }
      yhy += hy[i] * y[i];
    }
    double factor = 1 + yhy / sy;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        inverse[i][j] += (factor * s[i] * s[j] - s[i] * hy[j] - hy[i] * s[j]) / sy;
      }
    }
    return true;
  }

  private static void reset(double[][] inverse, double scale) {
    for (int i = 0; i < inverse.length; i++) {
      java.util.Arrays.fill(inverse[i], 0);
      inverse[i][i] = scale;
    }
  }
}
