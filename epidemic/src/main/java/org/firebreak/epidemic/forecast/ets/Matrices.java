package org.firebreak.epidemic.forecast.ets;

/** The few operations on small dense matrices that the variance recursion needs. */
final class Matrices {

  private Matrices() {}

  static double[][] kronecker(double[][] a, double[][] b) {
    double[][] c = new double[a.length * b.length][a[0].length * b[0].length];
    for (int i = 0; i < c.length; i++) {
      for (int j = 0; j < c[0].length; j++) {
        c[i][j] = a[i / b.length][j / b[0].length] * b[i % b.length][j % b[0].length];
      }
    }
    return c;
  }

  static double[][] plus(double[][] a, double[][] b) {
    double[][] c = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      c[i] = a[i].clone();
    }
    add(c, 1, b);
    return c;
  }

  static void add(double[][] target, double factor, double[][] a) {
    for (int i = 0; i < target.length; i++) {
      for (int j = 0; j < target[i].length; j++) {
        target[i][j] += factor * a[i][j];
      }
    }
  }

  static double[][] outer(double[] a, double[] b) {
    double[][] c = new double[a.length][b.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < b.length; j++) {
        c[i][j] = a[i] * b[j];
      }
    }
    return c;
  }

  static double[][] transpose(double[][] a) {
    double[][] c = new double[a[0].length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a[0].length; j++) {
        c[j][i] = a[i][j];
      }
    }
    return c;
  }

  static double dot(double[] a, double[] b) {
    double sum = 0;
    for (int i = 0; i < a.length; i++) {
      sum += a[i] * b[i];
    }
    return sum;
  }

  static double[] times(double[][] a, double[] x) {
    double[] y = new double[a.length];
    for (int i = 0; i < a.length; i++) {
      y[i] = dot(a[i], x);
    }
    return y;
  }

  /** {@code a * v * b'}, skipping zeros, of which the matrices here are full. */
  static double[][] sandwich(double[][] a, double[][] v, double[][] b) {
    double[][] left = product(a, v);
    return product(left, transpose(b));
  }

  private static double[][] product(double[][] a, double[][] b) {
    double[][] c = new double[a.length][b[0].length];
    for (int i = 0; i < a.length; i++) {
      for (int k = 0; k < b.length; k++) {
        double factor = a[i][k];
        if (factor != 0) {
          for (int j = 0; j < c[i].length; j++) {
            c[i][j] += factor * b[k][j];
          }
        }
      }
    }
    return c;
  }
}
