package org.firebreak.epidemic.forecast.ets;

import org.firebreak.epidemic.forecast.ets.EtsModel.Part;

/**
 * A model fitted to a series, ready to forecast.
 *
 * @param model the model
 * @param period observations per season, 1 without
 * @param smoothing smoothing parameters
 * @param start state before the first value
 * @param last state after the last value
 * @param fitted one-step forecasts
 * @param residuals their errors: differences, or relative with a multiplicative error
 * @param logLikelihood up to the constant R's {@code ets} leaves out
 * @param parameterCount free parameters, the variance included
 * @param variance of the residuals, with the degrees of freedom taken off
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record EtsFit(
    EtsModel model,
    int period,
    EtsSmoothing smoothing,
    EtsState start,
    EtsState last,
    double[] fitted,
    double[] residuals,
    double logLikelihood,
    int parameterCount,
    double variance) {

  static EtsFit of(
      EtsModel model,
      int period,
      EtsSmoothing smoothing,
      EtsState start,
      EtsFilter filter,
      double criterion,
      double[] y) {
    double[] fitted = filter.fitted();
    double[] residuals = new double[y.length];
    for (int t = 0; t < y.length; t++) {
      double error = y[t] - fitted[t];
      residuals[t] = model.error() == Part.MULTIPLICATIVE ? error / fitted[t] : error;
    }
    int count = parameterCount(model, period);
    int freedom = Math.max(1, y.length - (count - 1));
    return new EtsFit(
        model,
        period,
        smoothing,
        start,
        filter.last(),
        fitted,
        residuals,
        -0.5 * criterion,
        count,
        filter.errorSquares() / freedom);
  }

  private static int parameterCount(EtsModel model, int period) {
    return model.smoothingCount() + model.stateCount(period) + 1;
  }

  public double aic() {
    return -2 * logLikelihood + 2 * parameterCount;
  }

  /** Akaike's criterion corrected for small samples; infinite if there are too few values. */
  public double aicc() {
    return aicc(model, period, fitted.length, -2 * logLikelihood);
  }

  static double aicc(EtsModel model, int period, int values, double criterion) {
    int k = parameterCount(model, period);
    int rest = values - k - 1;
    return rest <= 0 ? Double.POSITIVE_INFINITY : criterion + 2 * k + 2.0 * k * (k + 1) / rest;
  }

  public double bic() {
    return -2 * logLikelihood + parameterCount * Math.log(fitted.length);
  }

  /** Sum of squared one-step errors in the unit of the series. */
  public double sse(double[] y) {
    double sum = 0;
    for (int t = 0; t < y.length; t++) {
      sum += (y[t] - fitted[t]) * (y[t] - fitted[t]);
    }
    return sum;
  }
}
