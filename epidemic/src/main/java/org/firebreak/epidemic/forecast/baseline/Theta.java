package org.firebreak.epidemic.forecast.baseline;

import java.util.Optional;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.ets.Ets;
import org.firebreak.epidemic.forecast.ets.EtsFit;
import org.firebreak.epidemic.forecast.ets.EtsModel;
import org.firebreak.epidemic.forecast.smooth.Decomposition;
import org.firebreak.epidemic.forecast.smooth.SeasonalKind;
import org.firebreak.epidemic.math.Normal;

/**
 * The theta method (Assimakopoulos and Nikolopoulos, International Journal of Forecasting 16,
 * 2000): simple exponential smoothing with half the slope of the trend line (Hyndman and Billah,
 * same journal 19, 2003), on the series without its season if that is significant. Equal to R's
 * {@code thetaf}.
 */
public final class Theta implements Forecaster {

  private static final EtsModel SIMPLE = EtsModel.of("ANN");
  private static final double SIGNIFICANCE = Normal.quantile(0.95);
  private static final double FACTOR_MIN = 1e-4;
  private static final double ALPHA_MIN = 1e-10;

  @Override
  public Forecast forecast(Past past, int horizon) {
    double[] values = past.values();
    double[] figure = past.seasonal() ? significantSeason(values, past.season()) : new double[] {1};
    double[] adjusted = new double[values.length];
    for (int t = 0; t < values.length; t++) {
      adjusted[t] = values[t] / figure[t % figure.length];
    }
    Optional<EtsFit> smooth = Ets.fit(SIMPLE, adjusted, 1);
    if (smooth.isEmpty()) {
      return Walks.naive().forecast(past, horizon);
    }
    double alpha = Math.max(ALPHA_MIN, smooth.get().smoothing().alpha());
    double halfSlope = slope(adjusted) / 2;
    int n = values.length;
    double[] mean = new double[horizon];
    double[] errors = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      double line = halfSlope * (h + (1 - Math.pow(1 - alpha, n)) / alpha);
      mean[h] = (smooth.get().last().level() + line) * figure[(n + h) % figure.length];
      errors[h] = Math.sqrt(smooth.get().variance() * (h * alpha * alpha + 1));
    }
    return Forecast.normal("theta", mean, errors);
  }

  /** The multiplicative season, or one factor of 1 if there is none worth taking out. */
  private static double[] significantSeason(double[] values, int season) {
    double[] none = {1};
    if (values.length <= 2 * season) {
      return none;
    }
    double sum = 0;
    for (int lag = 1; lag < season; lag++) {
      double r = autocorrelation(values, lag);
      sum += r * r;
    }
    double statistic =
        Math.abs(autocorrelation(values, season)) / Math.sqrt((1 + 2 * sum) / values.length);
    if (!(statistic > SIGNIFICANCE)) {
      return none;
    }
    double[] figure = Decomposition.of(values, season, SeasonalKind.MULTIPLICATIVE).figure();
    for (double factor : figure) {
      if (!(Math.abs(factor) >= FACTOR_MIN) || Double.isInfinite(factor)) {
        return none;
      }
    }
    return figure;
  }

  private static double autocorrelation(double[] values, int lag) {
    double mean = 0;
    for (double v : values) {
      mean += v / values.length;
    }
    double square = 0;
    double product = 0;
    for (int t = 0; t < values.length; t++) {
      square += (values[t] - mean) * (values[t] - mean);
      product += t < lag ? 0 : (values[t] - mean) * (values[t - lag] - mean);
    }
    return product / square;
  }

  private static double slope(double[] values) {
    int n = values.length;
    double middle = (n - 1) / 2.0;
    double product = 0;
    double square = 0;
    for (int t = 0; t < n; t++) {
      product += (t - middle) * values[t];
      square += (t - middle) * (t - middle);
    }
    return product / square;
  }
}
