package org.firebreak.epidemic.forecast.growth;

import org.firebreak.epidemic.math.Cholesky;
import org.firebreak.epidemic.math.LevenbergMarquardt;
import org.firebreak.epidemic.math.StudentT;

/**
 * A fitted growth curve.
 *
 * @param curve the curve
 * @param parameters K, r, t0 and, for Richards, v
 * @param standardErrors of the parameters, from the Gauss-Newton covariance; NaN if it is singular
 * @param covariance of the parameters, empty if singular
 * @param sse sum of squared residuals
 * @param count observations
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record GrowthFit(
    GrowthCurve curve,
    double[] parameters,
    double[] standardErrors,
    double[][] covariance,
    double sse,
    int count) {

  static GrowthFit of(GrowthCurve curve, double[] p, double sse, int count) {
    LevenbergMarquardt.Residuals residuals =
        (x, out) -> {
          for (int t = 0; t < count; t++) {
            out[t] = curve.at(x, t);
          }
        };
    int k = p.length;
    double[][] jacobian = LevenbergMarquardt.jacobian(residuals, p.clone(), count);
    double[] scale = new double[k];
    double[][] normal = LevenbergMarquardt.normal(jacobian, k);
    for (int i = 0; i < k; i++) {
      scale[i] = Math.sqrt(normal[i][i]);
    }
    for (int i = 0; i < k; i++) {
      for (int j = 0; j < k; j++) {
        normal[i][j] /= scale[i] * scale[j];
      }
    }
    double[][] inverse = Cholesky.invert(normal);
    double variance = sse / Math.max(1, count - k);
    double[] errors = new double[k];
    double[][] covariance = inverse == null ? new double[0][] : new double[k][k];
    for (int i = 0; i < k; i++) {
      errors[i] = Double.NaN;
      for (int j = 0; j < k && inverse != null; j++) {
        covariance[i][j] = inverse[i][j] * variance / (scale[i] * scale[j]);
      }
      if (inverse != null) {
        errors[i] = Math.sqrt(covariance[i][i]);
      }
    }
    return new GrowthFit(curve, p, errors, covariance, sse, count);
  }

  public double finalSize() {
    return parameters[0];
  }

  /** Step, counted from the first observation, at which new events were or will be most. */
  public double peakStep() {
    return parameters[2];
  }

  /** Half the width of the interval of a parameter that holds with the given probability. */
  public double halfWidth(int parameter, double probability) {
    return standardErrors[parameter]
        * StudentT.quantile(0.5 + probability / 2, Math.max(1, count - parameters.length));
  }

  /** Standard error of the curve at a step, by the delta method, with one new residual. */
  double standardError(double t) {
    double variance = sse / Math.max(1, count - parameters.length);
    LevenbergMarquardt.Residuals point = (x, out) -> out[0] = curve.at(x, t);
    double[] slope = LevenbergMarquardt.jacobian(point, parameters.clone(), 1)[0];
    for (int i = 0; i < covariance.length; i++) {
      for (int j = 0; j < covariance.length; j++) {
        variance += slope[i] * slope[j] * covariance[i][j];
      }
    }
    return Math.sqrt(Math.max(0, variance));
  }

  /** Akaike's criterion corrected for small samples, of least squares. */
  public double aicc() {
    int k = parameters.length + 1;
    int rest = count - k - 1;
    return rest <= 0
        ? Double.POSITIVE_INFINITY
        : count * Math.log(sse / count) + 2 * k + 2.0 * k * (k + 1) / rest;
  }
}
