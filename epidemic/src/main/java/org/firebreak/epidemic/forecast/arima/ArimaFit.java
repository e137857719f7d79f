package org.firebreak.epidemic.forecast.arima;

/**
 * A fitted ARIMA model, ready to forecast.
 *
 * @param order the model
 * @param phi expanded autoregressive coefficients of the differenced series
 * @param theta expanded moving-average coefficients
 * @param mean of the differenced series: intercept or drift, 0 without constant
 * @param variance of the innovations, degrees of freedom taken off
 * @param logLikelihood exact, of the differenced series
 * @param count differenced values
 * @param process the filter behind the fit, as it stood after the last value
 * @param values the series
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record ArimaFit(
    ArimaOrder order,
    double[] phi,
    double[] theta,
    double mean,
    double variance,
    double logLikelihood,
    int count,
    ArmaLikelihood process,
    double[] values) {

  /** Free parameters, the variance included. */
  public int parameterCount() {
    return parameterCount(order);
  }

  private static int parameterCount(ArimaOrder order) {
    return order.coefficients() + (order.constant() ? 1 : 0) + 1;
  }

  /** Akaike's criterion corrected for small samples; infinite if there are too few values. */
  public double aicc() {
    return aicc(logLikelihood, order, count);
  }

  static double aicc(double logLikelihood, ArimaOrder order, int count) {
    int k = parameterCount(order);
    int rest = count - k - 1;
    return rest <= 0
        ? Double.POSITIVE_INFINITY
        : -2 * logLikelihood + 2 * k + 2.0 * k * (k + 1) / rest;
  }

  /** Point forecasts 1 to {@code horizon} steps ahead. */
  public double[] mean(int horizon) {
    double[] steps = process.forecast(horizon);
    double[] back = differences();
    int n = values.length;
    double[] path = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      double sum = steps[h];
      for (int j = 1; j <= back.length; j++) {
        int at = h - j;
        sum += back[j - 1] * (at >= 0 ? path[at] : values[n + at]);
      }
      path[h] = sum;
    }
    return path;
  }

  /** Standard errors of the forecasts; parameters are taken as known. */
  public double[] standardErrors(int horizon) {
    double[] psi = Stationary.weights(Polynomials.expandAr(phi, differences(), 1), theta, horizon);
    double[] errors = new double[horizon];
    double sum = 0;
    for (int h = 0; h < horizon; h++) {
      sum += psi[h] * psi[h];
      errors[h] = Math.sqrt(variance * sum);
    }
    return errors;
  }

  /** The differences as autoregressive coefficients. */
  private double[] differences() {
    double[] result = {};
    for (int i = 0; i < order.d(); i++) {
      result = Polynomials.expandAr(result, new double[] {1}, 1);
    }
    for (int i = 0; i < order.seasonalD(); i++) {
      result = Polynomials.expandAr(result, new double[] {1}, order.period());
    }
    return result;
  }
}
