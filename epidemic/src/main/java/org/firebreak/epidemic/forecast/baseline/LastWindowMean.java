package org.firebreak.epidemic.forecast.baseline;

import java.util.Arrays;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.Samples;

/**
 * The baseline of every score: new events go on at the mean of the last window (seven days; one
 * step without a week in the data). Intervals are quantiles of its own errors over the last 28
 * origins, made symmetric, as in the baseline of the COVID-19 Forecast Hub (Cramer et al., PNAS
 * 119, 2022).
 */
public final class LastWindowMean implements Forecaster {

  private static final int ORIGINS = 28;

  @Override
  public Forecast forecast(Past past, int horizon) {
    double[] steps = past.increments();
    int window = Math.min(past.window(), Math.max(1, steps.length));
    boolean cumulative = past.measure() == Measure.CUMULATIVE;
    double rate = steps.length == 0 ? 0 : Math.max(0, Samples.lastMean(steps, window));
    double[] sums = sums(steps);
    double[] mean = new double[horizon];
    double[][] quantiles = new double[horizon][HubLevels.COUNT];
    for (int h = 1; h <= horizon; h++) {
      double centre = cumulative ? past.last() + h * rate : rate;
      double[] errors = errors(sums, window, h, cumulative);
      mean[h - 1] = centre;
      for (int i = 0; i < HubLevels.COUNT; i++) {
        quantiles[h - 1][i] =
            errors.length == 0 ? centre : centre + Samples.quantile(errors, HubLevels.at(i));
      }
    }
    return new Forecast("mean of last " + window, mean, quantiles);
  }

  private static double[] sums(double[] steps) {
    double[] sums = new double[steps.length + 1];
    for (int i = 0; i < steps.length; i++) {
      sums[i + 1] = sums[i] + steps[i];
    }
    return sums;
  }

  /** Errors h steps ahead at the last origins, and their mirror images, sorted. */
  private static double[] errors(double[] sums, int window, int h, boolean cumulative) {
    int steps = sums.length - 1;
    int newest = steps - h;
    int oldest = Math.max(window, newest - ORIGINS + 1);
    double[] errors = new double[2 * Math.max(0, newest - oldest + 1)];
    int count = 0;
    for (int origin = oldest; origin <= newest; origin++) {
      double rate = (sums[origin] - sums[origin - window]) / window;
      double error =
          cumulative
              ? sums[origin + h] - sums[origin] - h * rate
              : sums[origin + h] - sums[origin + h - 1] - rate;
      errors[count++] = error;
      errors[count++] = -error;
    }
    Arrays.sort(errors);
    return errors;
  }
}
