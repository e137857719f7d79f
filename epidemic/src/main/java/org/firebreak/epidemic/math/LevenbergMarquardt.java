package org.firebreak.epidemic.math;

/**
 * Nonlinear least squares (D. W. Marquardt, SIAM Journal on Applied Mathematics 11, 1963), with the
 * Jacobian by central differences and Marquardt's scaling. For small problems: O(n k^2) per step.
 */
public final class LevenbergMarquardt {

  private static final double DAMPING_START = 1e-3;
  private static final double DAMPING_MAX = 1e12;
  private static final double RELATIVE_STEP = 1e-6;
  private static final double GAIN_MIN = 1e-14;

  private LevenbergMarquardt() {}

  /** Writes one residual per observation at a point; NaN means "not allowed here". */
  @FunctionalInterface
  public interface Residuals {

    void at(double[] x, double[] residuals);
  }

  /** Searches from {@code start}; the value of the result is the sum of squares. */
  public static Minimum minimise(Residuals f, double[] start, int observations, int iterationsMax) {
    int k = start.length;
    double[] x = start.clone();
    double[] residuals = new double[observations];
    double value = evaluate(f, x, residuals);
    double damping = DAMPING_START;
    for (int iteration = 0; iteration < iterationsMax; iteration++) {
      double[][] jacobian = jacobian(f, x, observations);
      double[][] normal = normal(jacobian, k);
      double[] gradient = new double[k];
      for (int t = 0; t < observations; t++) {
        for (int i = 0; i < k; i++) {
          gradient[i] -= jacobian[t][i] * residuals[t];
        }
      }
      boolean moved = false;
      while (!moved && damping < DAMPING_MAX) {
        double[] step = damped(normal, gradient, damping);
        double[] next = x.clone();
        for (int i = 0; i < k; i++) {
          next[i] += step[i];
        }
        double[] nextResiduals = new double[observations];
        double reached = evaluate(f, next, nextResiduals);
        if (reached < value) {
          moved = true;
          boolean little = value - reached <= GAIN_MIN * value;
          x = next;
          residuals = nextResiduals;
          value = reached;
          damping /= 10;
          if (little) {
            return new Minimum(x, value, iteration, true);
          }
        } else {
          damping *= 10;
        }
      }
      if (!moved) {
        return new Minimum(x, value, iteration, true);
      }
    }
    return new Minimum(x, value, iterationsMax, false);
  }

  private static double evaluate(Residuals f, double[] x, double[] residuals) {
    f.at(x, residuals);
    double sum = 0;
    for (double r : residuals) {
      sum += r * r;
    }
    return Double.isNaN(sum) ? Double.POSITIVE_INFINITY : sum;
  }

  /** Derivatives of the residuals, one row per observation. */
  public static double[][] jacobian(Residuals f, double[] x, int observations) {
    double[][] jacobian = new double[observations][x.length];
    double[] right = new double[observations];
    double[] left = new double[observations];
    for (int i = 0; i < x.length; i++) {
      double centre = x[i];
      double step = RELATIVE_STEP * Math.max(Math.abs(centre), 1e-3);
      x[i] = centre + step;
      f.at(x, right);
      x[i] = centre - step;
      f.at(x, left);
      x[i] = centre;
      for (int t = 0; t < observations; t++) {
        jacobian[t][i] = (right[t] - left[t]) / (2 * step);
      }
    }
    return jacobian;
  }

  /** The cross product of a Jacobian with itself. */
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

  private static double[] damped(double[][] normal, double[] gradient, double damping) {
    int k = gradient.length;
    double[][] matrix = new double[k][];
    for (int i = 0; i < k; i++) {
      matrix[i] = normal[i].clone();
      matrix[i][i] = normal[i][i] * (1 + damping) + Double.MIN_NORMAL;
    }
    double[] step = gradient.clone();
    if (!LinearSystem.solveInPlace(matrix, step)) {
      return new double[k];
    }
    return step;
  }
}
