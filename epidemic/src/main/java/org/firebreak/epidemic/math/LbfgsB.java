package org.firebreak.epidemic.math;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Limited-memory BFGS in a box (R. H. Byrd, P. Lu, J. Nocedal and C. Zhu, SIAM Journal on
 * Scientific Computing 16, 1995, 1190-1208), with the settings of R's {@code optim}: five
 * corrections, relative reduction 1e7 times machine precision.
 *
 * <p>For the few variables met here the quasi-Newton matrix is formed whole from the kept
 * corrections, O(m n^2), instead of in compact form: the same matrix, a tenth of the code.
 */
public final class LbfgsB {

  private static final int CORRECTIONS = 5;
  private static final double RELATIVE_REDUCTION = 1e7 * Math.ulp(1.0);
  private static final int LINE_EVALUATIONS_MAX = 20;
  private static final double STEP_MAX = 1e10;

  private final Objective f;
  private final Gradient gradientOf;
  private final double[] lower;
  private final double[] upper;
  private final int n;
  private final Deque<double[][]> corrections = new ArrayDeque<>();
  private double theta = 1;

  private LbfgsB(Objective f, Gradient gradientOf, double[] lower, double[] upper) {
    this.f = f;
    this.gradientOf = gradientOf;
    this.lower = lower;
    this.upper = upper;
    this.n = lower.length;
  }

  /** Searches from {@code start}, moved into the box first. Bounds may be infinite. */
  public static Minimum minimise(
      Objective f,
      Gradient gradientOf,
      double[] start,
      double[] lower,
      double[] upper,
      int iterationsMax) {
    return new LbfgsB(f, gradientOf, lower, upper).run(start, iterationsMax);
  }

  private Minimum run(double[] start, int iterationsMax) {
    double[] x = start.clone();
    boolean boxed = true;
    for (int i = 0; i < n; i++) {
      x[i] = Math.max(lower[i], Math.min(upper[i], x[i]));
      boxed &= Double.isFinite(lower[i]) && Double.isFinite(upper[i]);
    }
    double value = f.value(x);
    double[] gradient = new double[n];
    gradientOf.gradient(x, value, gradient);
    for (int iteration = 0; iteration < iterationsMax; iteration++) {
      if (projectedGradientNorm(x, gradient) == 0) {
        return new Minimum(x, value, iteration, true);
      }
      double[] target = modelMinimum(x, gradient);
      double[] direction = difference(target, x);
      double slope = dot(direction, gradient);
      if (!(slope < 0)) {
        if (corrections.isEmpty()) {
          return new Minimum(x, value, iteration, false);
        }
        forget();
        continue;
      }
      double first =
          iteration == 0 && !boxed ? Math.min(1 / Math.sqrt(dot(direction, direction)), 1) : 1;
      double[] before = x;
      double[] gradientBefore = gradient.clone();
      double valueBefore = value;
      x = new double[n];
      value = search(before, direction, valueBefore, slope, first, x, gradient);
      if (!(value < valueBefore)) {
        if (value == valueBefore || corrections.isEmpty()) {
          return new Minimum(before, valueBefore, iteration, value == valueBefore);
        }
        x = before;
        value = valueBefore;
        System.arraycopy(gradientBefore, 0, gradient, 0, n);
        forget();
        continue;
      }
      double scale = Math.max(Math.max(Math.abs(valueBefore), Math.abs(value)), 1);
      if (valueBefore - value <= RELATIVE_REDUCTION * scale) {
        return new Minimum(x, value, iteration + 1, true);
      }
      remember(difference(x, before), difference(gradient, gradientBefore));
    }
    return new Minimum(x, value, iterationsMax, false);
  }

  private void forget() {
    corrections.clear();
    theta = 1;
  }

  private void remember(double[] s, double[] y) {
    double sy = dot(s, y);
    double yy = dot(y, y);
    if (sy <= Math.ulp(1.0) * yy) {
      return;
    }
    if (corrections.size() == CORRECTIONS) {
      corrections.removeFirst();
    }
    corrections.addLast(new double[][] {s, y});
    theta = yy / sy;
  }

  private double search(
      double[] from,
      double[] direction,
      double value,
      double slope,
      double first,
      double[] x,
      double[] gradient) {
    double stepMax = largestStep(from, direction);
    LineSearch line = new LineSearch(value, slope, Math.min(first, stepMax), stepMax);
    double step = Math.min(first, stepMax);
    double reached = value;
    for (int i = 0; i < LINE_EVALUATIONS_MAX && !line.done(); i++) {
      for (int j = 0; j < n; j++) {
        double moved = step == 1 ? from[j] + direction[j] : from[j] + step * direction[j];
        x[j] = Math.max(lower[j], Math.min(upper[j], moved));
      }
      reached = f.value(x);
      gradientOf.gradient(x, reached, gradient);
      step = line.next(reached, dot(gradient, direction));
    }
    return reached;
  }

  private double largestStep(double[] from, double[] direction) {
    double step = STEP_MAX;
    for (int i = 0; i < n; i++) {
      if (direction[i] < 0) {
        step = Math.min(step, (lower[i] - from[i]) / direction[i]);
      } else if (direction[i] > 0) {
        step = Math.min(step, (upper[i] - from[i]) / direction[i]);
      }
    }
    return Math.max(step, 1);
  }

  /** Minimum of the quadratic model: first the Cauchy point, then its free variables. */
  private double[] modelMinimum(double[] x, double[] gradient) {
    double[][] hessian = hessian();
    double[] point = cauchyPoint(x, gradient, hessian);
    if (corrections.isEmpty()) {
      return point;
    }
    int[] free = new int[n];
    int count = 0;
    for (int i = 0; i < n; i++) {
      if (point[i] > lower[i] && point[i] < upper[i]) {
        free[count++] = i;
      }
    }
    double[][] reduced = new double[count][count];
    double[] right = new double[count];
    double[] moved = difference(point, x);
    for (int a = 0; a < count; a++) {
      int i = free[a];
      right[a] = -gradient[i] - dot(hessian[i], moved);
      for (int b = 0; b < count; b++) {
        reduced[a][b] = hessian[i][free[b]];
      }
    }
    if (count == 0 || !Cholesky.solveInPlace(reduced, right)) {
      return point;
    }
    double fraction = 1;
    for (int a = 0; a < count; a++) {
      int i = free[a];
      if (right[a] > 0) {
        fraction = Math.min(fraction, (upper[i] - point[i]) / right[a]);
      } else if (right[a] < 0) {
        fraction = Math.min(fraction, (lower[i] - point[i]) / right[a]);
      }
    }
    for (int a = 0; a < count; a++) {
      point[free[a]] += fraction * right[a];
    }
    return point;
  }

  /** First local minimum of the model along the projected steepest descent path. */
  private double[] cauchyPoint(double[] x, double[] gradient, double[][] hessian) {
    double[] point = x.clone();
    double[] direction = new double[n];
    double[] breaks = new double[n];
    for (int i = 0; i < n; i++) {
      double bound = gradient[i] < 0 ? upper[i] : lower[i];
      breaks[i] = gradient[i] == 0 ? Double.POSITIVE_INFINITY : (x[i] - bound) / gradient[i];
      direction[i] = breaks[i] > 0 ? -gradient[i] : 0;
    }
    double time = 0;
    while (true) {
      double[] curved = product(hessian, direction);
      double slope = dot(gradient, direction) + dot(curved, difference(point, x));
      double curvature = dot(direction, curved);
      if (slope >= 0 || curvature <= 0) {
        return point;
      }
      int next = -1;
      for (int i = 0; i < n; i++) {
        if (direction[i] != 0 && (next < 0 || breaks[i] < breaks[next])) {
          next = i;
        }
      }
      double best = -slope / curvature;
      double reach = next < 0 ? Double.POSITIVE_INFINITY : breaks[next] - time;
      double step = Math.min(best, reach);
      for (int i = 0; i < n; i++) {
        point[i] += step * direction[i];
      }
      if (best < reach) {
        return point;
      }
      point[next] = direction[next] > 0 ? upper[next] : lower[next];
      direction[next] = 0;
      time += reach;
    }
  }

  private double[][] hessian() {
    double[][] b = new double[n][n];
    for (int i = 0; i < n; i++) {
      b[i][i] = theta;
    }
    for (double[][] pair : corrections) {
      double[] s = pair[0];
      double[] y = pair[1];
      double[] bs = product(b, s);
      double sbs = dot(s, bs);
      double sy = dot(s, y);
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          b[i][j] += y[i] * y[j] / sy - bs[i] * bs[j] / sbs;
        }
      }
    }
    return b;
  }

  private double projectedGradientNorm(double[] x, double[] gradient) {
    double norm = 0;
    for (int i = 0; i < n; i++) {
      double moved = Math.max(lower[i], Math.min(upper[i], x[i] - gradient[i])) - x[i];
      norm = Math.max(norm, Math.abs(moved));
    }
    return norm;
  }

  private static double[] product(double[][] matrix, double[] vector) {
    double[] result = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      result[i] = dot(matrix[i], vector);
    }
    return result;
  }

  private static double[] difference(double[] a, double[] b) {
    double[] result = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      result[i] = a[i] - b[i];
    }
    return result;
  }

  private static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }
}
