package org.firebreak.epidemic.forecast.baseline;

import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Forecaster;
import org.firebreak.epidemic.forecast.Past;
import org.firebreak.epidemic.forecast.Samples;

/**
 * Random walks: the last value stays (naive), the last season repeats, or the average step goes on
 * (drift). Variances grow with the number of steps (Hyndman and Athanasopoulos, Forecasting:
 * Principles and Practice, 2021, section 5.2; equal to {@code naive}, {@code snaive}, {@code rwf}
 * of R's forecast).
 */
public final class Walks {

  private Walks() {}

  /** The last value stays. With fewer than two values, the spread is that of a Poisson count. */
  public static Forecaster naive() {
    return (past, horizon) -> walk(past.values(), 1, horizon, "naive");
  }

  /**
   * The last season repeats; on a cumulative series the steps of the last season do. Without a
   * whole season and one value more, naive.
   */
  public static Forecaster seasonalNaive() {
    return (past, horizon) -> {
      double[] steps = past.increments();
      int season = past.season();
      if (season == 1 || steps.length <= season) {
        return naive().forecast(past, horizon);
      }
      return past.seasonal()
          ? walk(steps, season, horizon, "snaive")
          : accumulated(past, steps, season, horizon);
    };
  }

  private static Forecast walk(double[] values, int lag, int horizon, String name) {
    int n = values.length;
    double[] mean = new double[horizon];
    double[] errors = new double[horizon];
    double spread =
        n > lag ? Samples.rootMeanSquare(differences(values, lag)) : poissonSpread(values[n - 1]);
    for (int h = 0; h < horizon; h++) {
      mean[h] = values[n - lag + h % lag];
      errors[h] = spread * Math.sqrt(1 + h / lag);
    }
    return Forecast.normal(name, mean, errors);
  }

  private static Forecast accumulated(Past past, double[] steps, int season, int horizon) {
    Forecast ofSteps = walk(steps, season, horizon, "snaive");
    double spread = Samples.rootMeanSquare(differences(steps, season));
    double[] mean = new double[horizon];
    double[] errors = new double[horizon];
    double sum = past.last();
    double variance = 0;
    for (int h = 0; h < horizon; h++) {
      sum += ofSteps.mean()[h];
      // The error of one phase of the season returns in every later period.
      int period = h / season;
      variance += spread * spread * (1 + 2.0 * period);
      mean[h] = sum;
      errors[h] = Math.sqrt(variance);
    }
    return Forecast.normal("snaive", mean, errors);
  }

  /** The average step goes on; the intervals know that it is an estimate. */
  public static Forecaster drift() {
    return (past, horizon) -> {
      double[] values = past.values();
      int steps = values.length - 1;
      if (steps < 2) {
        return naive().forecast(past, horizon);
      }
      double drift = (past.last() - values[0]) / steps;
      double sum = 0;
      for (double step : differences(values, 1)) {
        sum += (step - drift) * (step - drift);
      }
      double variance = sum / (steps - 1);
      double[] mean = new double[horizon];
      double[] errors = new double[horizon];
      for (int h = 1; h <= horizon; h++) {
        mean[h - 1] = past.last() + h * drift;
        errors[h - 1] = Math.sqrt(variance * h + variance / steps * h * h);
      }
      return Forecast.normal("drift", mean, errors);
    };
  }

  private static double poissonSpread(double value) {
    return Math.sqrt(Math.max(value, 1));
  }

  private static double[] differences(double[] values, int lag) {
    double[] steps = new double[values.length - lag];
    for (int i = 0; i < steps.length; i++) {
      steps[i] = values[i + lag] - values[i];
    }
    return steps;
  }
}
