package org.firebreak.epidemic.forecast.ets;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.firebreak.epidemic.forecast.ets.EtsModel.Part;
import org.firebreak.epidemic.math.Normal;

/**
 * The distribution of the coming values under a fitted model.
 *
 * <p>Analytic where a formula exists (Hyndman et al. 2008, chapter 6): class 1 (additive
 * throughout), class 2 (relative error, additive season and trend), class 3 (relative error and
 * season, additive trend). Otherwise the quantiles of simulated paths, from a seed that is passed
 * in.
 */
public final class EtsPrediction {

  private static final int PATHS = 5000;

  private final EtsFit fit;
  private final int horizon;

  private EtsPrediction(EtsFit fit, int horizon) {
    this.fit = fit;
    this.horizon = horizon;
  }

  /**
   * Expected values; with a multiplicative season they are not quite the path without errors.
   *
   * @param horizon steps ahead, at least 1
   */
  public static double[] mean(EtsFit fit, int horizon) {
    return productOfErrors(fit.model()) ? ProductMoments.of(fit, horizon)[0] : path(fit, horizon);
  }

  private static boolean productOfErrors(EtsModel model) {
    return model.error() == Part.MULTIPLICATIVE
        && model.season() == Part.MULTIPLICATIVE
        && model.trend() != Part.MULTIPLICATIVE;
  }

  /** The path without errors. */
  public static double[] path(EtsFit fit, int horizon) {
    EtsModel model = fit.model();
    double[] season = fit.last().season();
    double[] mean = new double[horizon];
    double level = fit.last().level();
    double slope = fit.last().slope();
    double phi = fit.smoothing().phi();
    for (int h = 0; h < horizon; h++) {
      if (model.trend() == Part.MULTIPLICATIVE) {
        slope = Math.pow(slope, phi);
        level *= slope;
      } else {
        slope *= phi;
        level += slope;
      }
      mean[h] =
          switch (model.season()) {
            case NONE -> level;
            case ADDITIVE -> level + season[h % season.length];
            case MULTIPLICATIVE -> level * season[h % season.length];
          };
    }
    return mean;
  }

  /**
   * Quantiles of the coming values.
   *
   * @param levels probabilities
   * @param seed of the simulated paths, where there is no formula
   * @return one row per step ahead, one column per level
   */
  public static double[][] quantiles(EtsFit fit, int horizon, double[] levels, long seed) {
    EtsPrediction prediction = new EtsPrediction(fit, horizon);
    if (!prediction.analytic()) {
      return prediction.simulated(levels, new SplittableRandom(seed));
    }
    double[] mean = mean(fit, horizon);
    double[] variance = prediction.variance(mean);
    double[][] quantiles = new double[horizon][levels.length];
    for (int h = 0; h < horizon; h++) {
      for (int i = 0; i < levels.length; i++) {
        quantiles[h][i] = mean[h] + Normal.quantile(levels[i]) * Math.sqrt(variance[h]);
      }
    }
    return quantiles;
  }

  private boolean analytic() {
    EtsModel model = fit.model();
    return model.trend() != Part.MULTIPLICATIVE
        && (model.season() != Part.MULTIPLICATIVE || model.error() == Part.MULTIPLICATIVE);
  }

  private double[] variance(double[] mean) {
    if (fit.model().error() == Part.ADDITIVE) {
      return additive();
    }
    return productOfErrors(fit.model()) ? ProductMoments.of(fit, horizon)[1] : relative(mean);
  }

  /**
   * Weight of an error in the value {@code lag} steps later. Without trend the season's share comes
   * one step early, as in R's forecast 8.20, whose figures are the yardstick; it widens one step in
   * each period and changes nothing else.
   */
  private double weight(int lag) {
    EtsSmoothing s = fit.smoothing();
    double reached = s.phi() == 1 ? lag : (1 - Math.pow(s.phi(), lag)) / (1 - s.phi());
    boolean trend = fit.model().hasTrend();
    int counted = trend ? lag : lag + 1;
    boolean sameSeason = fit.model().hasSeason() && counted % fit.period() == 0;
    return s.alpha() + (trend ? s.beta() * reached * s.phi() : 0) + (sameSeason ? s.gamma() : 0);
  }

  private double[] additive() {
    double[] variance = new double[horizon];
    double sum = 1;
    for (int h = 0; h < horizon; h++) {
      if (h > 0) {
        double c = weight(h);
        sum += c * c;
      }
      variance[h] = fit.variance() * sum;
    }
    return variance;
  }

  private double[] relative(double[] mean) {
    double[] theta = new double[horizon];
    double[] variance = new double[horizon];
    for (int h = 0; h < horizon; h++) {
      theta[h] = mean[h] * mean[h];
      for (int j = 1; j <= h; j++) {
        double c = weight(j);
        theta[h] += fit.variance() * c * c * theta[h - j];
      }
      variance[h] = (1 + fit.variance()) * theta[h] - mean[h] * mean[h];
    }
    return variance;
  }

  private double[][] simulated(double[] levels, SplittableRandom random) {
    double[][] values = new double[horizon][PATHS];
    for (int path = 0; path < PATHS; path++) {
      simulate(random, values, path);
    }
    double[][] quantiles = new double[horizon][levels.length];
    for (int h = 0; h < horizon; h++) {
      Arrays.sort(values[h]);
      for (int i = 0; i < levels.length; i++) {
        double position = levels[i] * (PATHS - 1);
        int below = Math.min((int) position, PATHS - 2);
        double share = position - below;
        quantiles[h][i] = values[h][below] * (1 - share) + values[h][below + 1] * share;
      }
    }
    return quantiles;
  }

  private void simulate(SplittableRandom random, double[][] values, int path) {
    EtsModel model = fit.model();
    EtsSmoothing s = fit.smoothing();
    double spread = Math.sqrt(fit.variance());
    double[] season = fit.last().season().clone();
    double level = fit.last().level();
    double slope = fit.last().slope();
    boolean factorTrend = model.trend() == Part.MULTIPLICATIVE;
    for (int h = 0; h < horizon; h++) {
      double carry = factorTrend ? Math.pow(slope, s.phi()) : s.phi() * slope;
      double q = !model.hasTrend() ? level : factorTrend ? level * carry : level + carry;
      int phase = season.length == 0 ? 0 : h % season.length;
      double f =
          switch (model.season()) {
            case NONE -> q;
            case ADDITIVE -> q + season[phase];
            case MULTIPLICATIVE -> q * season[phase];
          };
      double error = spread * Normal.quantile(random.nextDouble(Double.MIN_NORMAL, 1));
      double value = model.error() == Part.MULTIPLICATIVE ? f * (1 + error) : f + error;
      boolean factorSeason = model.season() == Part.MULTIPLICATIVE;
      double adjusted =
          !model.hasSeason() ? value : factorSeason ? value / season[phase] : value - season[phase];
      double next = q + s.alpha() * (adjusted - q);
      if (model.hasSeason()) {
        season[phase] += s.gamma() * ((factorSeason ? value / q : value - q) - season[phase]);
      }
      if (model.hasTrend()) {
        slope =
            carry + s.beta() / s.alpha() * ((factorTrend ? next / level : next - level) - carry);
      }
      level = next;
      values[h][path] = value;
    }
  }
}
