package org.firebreak.epidemic.alarm;

import org.firebreak.epidemic.math.Normal;

/**
 * The original method of Farrington, Andrews, Beale and Catchpole, Journal of the Royal Statistical
 * Society A 159 (1996): a quasi-Poisson regression on the same weeks of past years, past outbreaks
 * given less weight, a trend if it is significant, and a bound on the 2/3-power scale.
 *
 * <p>A step is assessed if at least one reference value exists; no alarm is given, and the bound is
 * 0, with fewer than {@code fewestCases} cases in the last {@code recentSteps} steps.
 *
 * @param years years of history, 3 in our default
 * @param halfWindow weeks on either side of the same week, 3
 * @param stepsPerYear 52 for weeks
 * @param alpha the two-sided level of the bound
 */
public record Farrington(int years, int halfWindow, int stepsPerYear, double alpha)
    implements Detector {

  static final int FEWEST_CASES = 5;
  static final int RECENT_STEPS = 4;

  private static final double REWEIGHT_FROM = 1;
  private static final double TREND_LEVEL = 0.05;
  private static final int YEARS_FOR_TREND = 3;

  public Farrington {
    if (years < 1 || halfWindow < 0 || stepsPerYear <= 2 * halfWindow + 1) {
      throw new IllegalArgumentException(
          "Farrington needs years >= 1 and a window shorter than a year, were %d, %d, %d"
              .formatted(years, halfWindow, stepsPerYear));
    }
    if (!(alpha > 0 && alpha < 1)) {
      throw new IllegalArgumentException("Alpha is between 0 and 1, was " + alpha);
    }
  }

  /** Weeks with three years of history and three weeks on either side. */
  public static Farrington weekly(double alpha) {
    return new Farrington(3, 3, 52, alpha);
  }

  @Override
  public Assessment assess(double[] values, int from) {
    Assessment result = Assessment.empty(values.length);
    double z = Normal.quantile(1 - alpha / 2);
    GroupedPoisson model = new GroupedPoisson(1);
    int first = years * stepsPerYear + halfWindow;
    for (int t = Math.max(from, first); t < values.length; t++) {
      if (!Double.isNaN(values[t]) && prepare(model, values, t)) {
        assessStep(model, values, t, z, result);
      }
    }
    return result;
  }

  private boolean prepare(GroupedPoisson model, double[] values, int t) {
    model.clear();
    for (int year = years; year >= 1; year--) {
      int centre = t - year * stepsPerYear;
      for (int i = centre - halfWindow; i <= centre + halfWindow; i++) {
        if (!Double.isNaN(values[i])) {
          model.add(values[i], i, 0);
        }
      }
    }
    return model.size() > 2;
  }

  private void assessStep(
      GroupedPoisson model, double[] values, int t, double z, Assessment result) {
    boolean trend = fit(model, true);
    if (!trend && !fit(model, false)) {
      return;
    }
    double dispersion = model.dispersion();
    if (trend) {
      boolean keep =
          years >= YEARS_FOR_TREND
              && model.trendPValue() < TREND_LEVEL
              && Math.exp(model.predictor(0, t)) <= model.largestResponse();
      if (!keep) {
        if (!fit(model, false)) {
          return;
        }
        dispersion = model.dispersion();
      }
    }
    double mean = Math.exp(model.predictor(0, t));
    double variance = dispersion * model.unscaledVariance(0, t) * mean * mean;
    double upper = PowerBound.upper(mean, dispersion + variance / mean, z);
    boolean enough = enoughCases(values, t);
    result.expected()[t] = mean;
    result.upper()[t] = enough ? upper : 0;
    result.score()[t] = enough ? (values[t] - mean) / (upper - mean) : 0;
    result.alarm()[t] = enough && result.score()[t] > 1;
  }

  /** Fits, reweights by the residuals, fits again. */
  private static boolean fit(GroupedPoisson model, boolean trend) {
    model.resetWeights();
    if (!model.fit(trend)) {
      return false;
    }
    model.reweight(model.dispersion(), REWEIGHT_FROM);
    return model.fit(trend);
  }

  /** Whether there were enough cases lately for an alarm to make sense. */
  static boolean enoughCases(double[] values, int t) {
    double sum = 0;
    for (int i = Math.max(0, t - RECENT_STEPS + 1); i <= t; i++) {
      sum += Double.isNaN(values[i]) ? 0 : values[i];
    }
    return sum >= FEWEST_CASES;
  }
}
