package org.firebreak.epidemic.forecast.smooth;

/**
 * A smoothed series, ready to forecast.
 *
 * @param parameters components and smoothing parameters
 * @param level last level
 * @param trend last slope per step, 0 without trend
 * @param season the season of the coming period in the order it will be used, empty without season
 * @param fitted one-step forecasts of the last {@code fitted.length} values of the series
 * @param residuals their errors
 * @param sse sum of squared errors
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record HoltWintersFit(
    HoltWintersParameters parameters,
    double level,
    double trend,
    double[] season,
    double[] fitted,
    double[] residuals,
    double sse) {

  /** Point forecasts 1 to {@code horizon} steps ahead. */
  public double[] mean(int horizon) {
    double[] mean = new double[horizon];
    for (int h = 1; h <= horizon; h++) {
      double line = level + h * trend;
      mean[h - 1] =
          season.length == 0 ? line : multiplicative() ? line * seasonAt(h) : line + seasonAt(h);
    }
    return mean;
  }

  /**
   * Standard errors of the forecasts 1 to {@code horizon} steps ahead, from the weights of past
   * errors in the forecast (C. Chatfield and M. Yar, International Journal of Forecasting 6, 1990).
   */
  public double[] standardErrors(int horizon) {
    double[] errors = new double[horizon];
    double variance = residualVariance();
    double sum = 1;
    for (int h = 1; h <= horizon; h++) {
      if (multiplicative()) {
        sum = relativeWeights(h);
      } else if (h > 1) {
        double psi = psi(h - 1);
        sum += psi * psi;
      }
      errors[h - 1] = Math.sqrt(variance * sum);
    }
    return errors;
  }

  /**
   * Standard errors of the sums of the next 1 to {@code horizon} values: an error made at one step
   * returns in each later one, so the errors of a sum do not cancel.
   */
  public double[] sumStandardErrors(int horizon) {
    double variance = residualVariance();
    double[] errors = new double[horizon];
    for (int h = 1; h <= horizon; h++) {
      double sum = 0;
      for (int made = 1; made <= h; made++) {
        double weight = 1;
        for (int later = made + 1; later <= h; later++) {
          double factor = multiplicative() ? seasonAt(later) / seasonAt(made) : 1;
          weight += psi(later - made) * factor;
        }
        sum += weight * weight;
      }
      errors[h - 1] = Math.sqrt(variance * sum);
    }
    return errors;
  }

  private boolean multiplicative() {
    return parameters.seasonal() == SeasonalKind.MULTIPLICATIVE;
  }

  private double seasonAt(int ahead) {
    return season[(ahead - 1) % season.length];
  }

  private double psi(int lag) {
    double atSeason =
        season.length > 0 && lag % season.length == 0
            ? parameters.gamma() * (1 - parameters.alpha())
            : 0;
    return parameters.alpha() * (1 + lag * parameters.beta()) + atSeason;
  }

  /**
   * The sum of R's {@code predict.HoltWinters} for a multiplicative season, digit for digit. It
   * weighs the newest error by psi(0) where theory says 1, and takes the slope for the season where
   * the lag falls on the end of the period; see the method's page, which says what that costs.
   */
  private double relativeWeights(int ahead) {
    double sum = 0;
    int phase = 1 + (ahead - 1) % season.length;
    for (int lag = 0; lag < ahead; lag++) {
      int other = Math.floorMod(phase - lag, season.length);
      boolean slope = other == 0 && trend != 0;
      double divisor = slope ? trend : season[(other + season.length - 1) % season.length];
      double weight = psi(lag) * season[phase - 1] / divisor;
      sum += weight * weight;
    }
    return sum;
  }

  private double residualVariance() {
    int n = residuals.length;
    double mean = 0;
    for (double r : residuals) {
      mean += r / n;
    }
    double sum = 0;
    for (double r : residuals) {
      sum += (r - mean) * (r - mean);
    }
    return n < 2 ? 0 : sum / (n - 1);
  }
}
