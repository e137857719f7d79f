package org.firebreak.epidemic.alarm;

import org.firebreak.epidemic.math.CountDistribution;
import org.firebreak.epidemic.math.NegativeBinomial;
import org.firebreak.epidemic.math.Normal;
import org.firebreak.epidemic.math.Poisson;

/**
 * The improved Farrington method of Noufaily et al., Statistics in Medicine 32 (2013), as public
 * health England runs it: all weeks of past years in a seasonal factor of ten levels, a trend, the
 * last 26 weeks left out, past outbreaks given less weight only when far out, and a negative
 * binomial bound.
 *
 * <p>Cost: about 60 microseconds a step. A step is assessed when the years of history exist; with
 * fewer than five cases in four weeks there is no bound and no alarm.
 *
 * @param years years of history, at least 1; 3 in our default, 5 in the paper
 * @param halfWindow weeks on either side of the same week, 3
 * @param periods levels of the seasonal factor, 10; 1 uses the windows only
 * @param stepsPerYear 52 for weeks
 * @param stepsLeftOut newest steps that do not count as history, 26
 * @param weightsFrom residual from which a past value gets less weight, 2.58
 * @param trendLevel p value below which the trend is kept; 1 keeps it
 * @param threshold how the bound is worked out
 * @param alpha one-sided level of the bound
 */
public record FarringtonFlexible(
    int years,
    int halfWindow,
    int periods,
    int stepsPerYear,
    int stepsLeftOut,
    double weightsFrom,
    double trendLevel,
    Threshold threshold,
    double alpha)
    implements Detector {

  /** How the bound is worked out. */
  public enum Threshold {
    /** A normal bound on the 2/3-power scale. */
    DELTA,
    /** A quantile of the negative binomial with the fitted mean. */
    NEGATIVE_BINOMIAL
  }

  private static final int YEARS_FOR_TREND = 3;

  public FarringtonFlexible {
    if (years < 1 || halfWindow < 0 || periods < 1 || stepsLeftOut < 0) {
      throw new IllegalArgumentException(
          "Needs years >= 1, halfWindow >= 0, periods >= 1, stepsLeftOut >= 0, were %d, %d, %d, %d"
              .formatted(years, halfWindow, periods, stepsLeftOut));
    }
    if (stepsPerYear < 2 * halfWindow + periods) {
      throw new IllegalArgumentException("A year is too short for the window and the periods");
    }
    if (!(alpha > 0 && alpha < 1) || !(weightsFrom > 0) || !(trendLevel >= 0)) {
      throw new IllegalArgumentException(
          "Needs 0 < alpha < 1, weightsFrom > 0, trendLevel >= 0, were %s, %s, %s"
              .formatted(alpha, weightsFrom, trendLevel));
    }
  }

  /** The settings of Noufaily et al. for weeks, with three years of history. */
  public static FarringtonFlexible weekly(double alpha) {
    return new FarringtonFlexible(3, 3, 10, 52, 26, 2.58, 1, Threshold.NEGATIVE_BINOMIAL, alpha);
  }

  @Override
  public Assessment assess(double[] values, int from) {
    Assessment result = Assessment.empty(values.length);
    GroupedPoisson model = new GroupedPoisson(periods);
    int[] groups = new int[values.length];
    int first = years * stepsPerYear + halfWindow;
    for (int t = Math.max(from, first); t < values.length; t++) {
      if (!Double.isNaN(values[t])) {
        prepare(model, values, t, groups);
        assessStep(model, values, t, result);
      }
    }
    return result;
  }

  /** Groups past steps: windows around the same week of past years, and blocks between them. */
  private void prepare(GroupedPoisson model, double[] values, int t, int[] groups) {
    int oldest = t - years * stepsPerYear - halfWindow;
    java.util.Arrays.fill(groups, oldest, t + 1, -1);
    java.util.Arrays.fill(groups, t - halfWindow, t + 1, periods - 1);
    for (int year = 1; year <= years; year++) {
      int centre = t - year * stepsPerYear;
      java.util.Arrays.fill(groups, centre - halfWindow, centre + halfWindow + 1, periods - 1);
      int between = stepsPerYear - 2 * halfWindow - 1;
      int next = centre + halfWindow + 1;
      for (int block = 0; block < periods - 1; block++) {
        int length = between / (periods - 1) + (block < between % (periods - 1) ? 1 : 0);
        java.util.Arrays.fill(groups, next, next + length, block);
        next += length;
      }
    }
    model.clear();
    for (int i = oldest; i < t - stepsLeftOut; i++) {
      if (groups[i] >= 0 && !Double.isNaN(values[i])) {
        model.add(values[i], i, groups[i]);
      }
    }
  }

  private void assessStep(GroupedPoisson model, double[] values, int t, Assessment result) {
    if (model.size() <= periods + 1) {
      return;
    }
    boolean trend = fit(model, true);
    if (!trend && !fit(model, false)) {
      return;
    }
    int group = periods - 1;
    if (trend && !keepsTrend(model, t) && !fit(model, false)) {
      return;
    }
    double predictor = model.predictor(group, t);
    double mean = Math.exp(predictor);
    double dispersion = model.dispersion();
    double upper;
    double score;
    if (threshold == Threshold.DELTA) {
      double variance =
          model.priorWeightedDispersion() * model.unscaledVariance(group, t) * mean * mean;
      double z = Normal.quantile(1 - alpha);
      upper = PowerBound.upper(mean, dispersion + variance / mean, z);
      score = (values[t] - mean) / (upper - mean);
    } else {
      upper = distribution(mean, dispersion).quantile(1 - alpha);
      // The reference measures from the linear predictor here; kept for equal scores.
      score = (values[t] - predictor) / (upper - predictor);
    }
    if (Farrington.enoughCases(values, t) && !Double.isNaN(upper)) {
      result.expected()[t] = mean;
      result.upper()[t] = upper;
      result.alarm()[t] = score > 1 && values[t] != 0;
    }
    result.score()[t] = score;
  }

  private boolean keepsTrend(GroupedPoisson model, int t) {
    return years >= YEARS_FOR_TREND
        && (trendLevel >= 1 || model.trendPValue() < trendLevel)
        && Math.exp(model.predictor(periods - 1, t)) <= model.largestResponse();
  }

  private boolean fit(GroupedPoisson model, boolean trend) {
    model.resetWeights();
    if (!model.fit(trend)) {
      return false;
    }
    model.reweight(model.dispersion(), weightsFrom);
    return model.fit(trend);
  }

  private static CountDistribution distribution(double mean, double dispersion) {
    return dispersion > 1 ? new NegativeBinomial(mean, mean / (dispersion - 1)) : new Poisson(mean);
  }
}
