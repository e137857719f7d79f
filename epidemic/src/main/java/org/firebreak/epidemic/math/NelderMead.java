package org.firebreak.epidemic.math;

import java.util.Arrays;

/**
 * Downhill simplex search (Nelder and Mead, Computer Journal 7, 1965), with the coefficients 1, 0.5
 * and 2 and the convergence rule of R's {@code optim}. For rough functions of a few variables;
 * where a gradient can be had, {@link Bfgs} needs far fewer evaluations.
 */
public final class NelderMead {

  private static final double REFLECTION = 1.0;
  private static final double CONTRACTION = 0.5;
  private static final double EXPANSION = 2.0;

  private NelderMead() {}

  /**
   * Searches from {@code start}.
   *
   * @param relativeTolerance ends when best and worst vertex differ by less, relative to the start
   * @param evaluationsMax ends at the latest after about this many evaluations
   */
  public static Minimum minimise(
      Objective f, double[] start, double relativeTolerance, int evaluationsMax) {
    int n = start.length;
    double[][] vertices = initialSimplex(start);
    double[] values = new double[n + 1];
    for (int i = 0; i <= n; i++) {
      values[i] = finite(f.value(vertices[i]));
    }
    int evaluations = n + 1;
    double tolerance = relativeTolerance * (Math.abs(values[0]) + relativeTolerance);
    boolean converged = false;
    while (evaluations < evaluationsMax) {
      order(vertices, values);
      if (values[n] <= values[0] + tolerance) {
        converged = true;
        break;
      }
      double[] centre = centroid(vertices);
      double[] reflected = along(centre, vertices[n], -REFLECTION);
      double value = finite(f.value(reflected));
      evaluations++;
      if (value < values[0]) {
        double[] expanded = along(centre, vertices[n], -REFLECTION * EXPANSION);
        double further = finite(f.value(expanded));
        evaluations++;
        replaceWorst(vertices, values, further < value ? expanded : reflected, min(further, value));
      } else if (value < values[n - 1]) {
        replaceWorst(vertices, values, reflected, value);
      } else {
        if (value < values[n]) {
          replaceWorst(vertices, values, reflected, value);
        }
        double[] contracted = along(centre, vertices[n], CONTRACTION);
        double nearer = finite(f.value(contracted));
        evaluations++;
        if (nearer < values[n]) {
          replaceWorst(vertices, values, contracted, nearer);
        } else if (value >= values[n]) {
          shrink(f, vertices, values);
          evaluations += n;
        }
      }
    }
    order(vertices, values);
    return new Minimum(vertices[0], values[0], evaluations, converged);
  }

  private static double finite(double value) {
    return Double.isNaN(value) ? Double.MAX_VALUE : Math.min(value, Double.MAX_VALUE);
  }

  private static double min(double a, double b) {
    return Math.min(a, b);
  }

  private static double[][] initialSimplex(double[] start) {
    double size = 0;
    for (double x : start) {
      size = Math.max(size, 0.1 * Math.abs(x));
    }
    size = size == 0 ? 0.1 : size;
    double[][] vertices = new double[start.length + 1][];
    vertices[0] = start.clone();
    for (int i = 0; i < start.length; i++) {
      vertices[i + 1] = start.clone();
      vertices[i + 1][i] += size;
    }
    return vertices;
  }

  private static void order(double[][] vertices, double[] values) {
    for (int i = 1; i < values.length; i++) {
      double value = values[i];
      double[] vertex = vertices[i];
      int j = i;
      for (; j > 0 && values[j - 1] > value; j--) {
        values[j] = values[j - 1];
        vertices[j] = vertices[j - 1];
      }
      values[j] = value;
      vertices[j] = vertex;
    }
  }

  private static double[] centroid(double[][] vertices) {
    int n = vertices.length - 1;
    double[] centre = new double[n];
    for (double[] vertex : Arrays.asList(vertices).subList(0, n)) {
      for (int j = 0; j < n; j++) {
        centre[j] += vertex[j] / n;
      }
    }
    return centre;
  }

  private static double[] along(double[] centre, double[] worst, double factor) {
    double[] point = new double[centre.length];
    for (int j = 0; j < point.length; j++) {
      point[j] = centre[j] + factor * (worst[j] - centre[j]);
    }
    return point;
  }

  private static void replaceWorst(
      double[][] vertices, double[] values, double[] point, double value) {
    int n = values.length - 1;
    vertices[n] = point;
    values[n] = value;
  }

  private static void shrink(Objective f, double[][] vertices, double[] values) {
    for (int i = 1; i < values.length; i++) {
      vertices[i] = along(vertices[0], vertices[i], CONTRACTION);
      values[i] = finite(f.value(vertices[i]));
    }
  }
}
