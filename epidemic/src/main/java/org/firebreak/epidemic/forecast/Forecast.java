package org.firebreak.epidemic.forecast;

import org.firebreak.epidemic.math.Normal;

/**
 * The distribution of the coming values of one series.
 *
 * @param method the method in a few words, for example {@code ETS(A,N,A)}
 * @param mean one value per step ahead
 * @param quantiles one row per step ahead, one column per probability of {@link HubLevels}
 */
@SuppressWarnings("ArrayRecordComponent") // A carrier between kernels, never compared.
public record Forecast(String method, double[] mean, double[][] quantiles) {

  public Forecast {
    if (mean.length != quantiles.length) {
      throw new IllegalArgumentException(
          "One row of quantiles per step: %d, %d".formatted(mean.length, quantiles.length));
    }
    for (double[] row : quantiles) {
      if (row.length != HubLevels.COUNT) {
        throw new IllegalArgumentException("23 quantiles per step, had " + row.length);
      }
    }
  }

  /** A forecast with normal errors. */
  public static Forecast normal(String method, double[] mean, double[] standardErrors) {
    double[][] quantiles = new double[mean.length][HubLevels.COUNT];
    for (int i = 0; i < HubLevels.COUNT; i++) {
      double z = Normal.quantile(HubLevels.at(i));
      for (int h = 0; h < mean.length; h++) {
        quantiles[h][i] = mean[h] + z * standardErrors[h];
      }
    }
    return new Forecast(method, mean, quantiles);
  }

  /** Steps ahead. */
  public int horizon() {
    return mean.length;
  }

  /** The forecast as the nature of the series allows it: see {@link Measure}. */
  public Forecast within(Past past) {
    double[] bounded = mean.clone();
    double[][] rows = new double[horizon()][];
    double floor = past.measure() == Measure.CUMULATIVE ? past.last() : 0;
    double[] floors = new double[HubLevels.COUNT];
    java.util.Arrays.fill(floors, floor);
    for (int h = 0; h < horizon(); h++) {
      bounded[h] = Math.max(bounded[h], floor);
      rows[h] = quantiles[h].clone();
      for (int i = 0; i < HubLevels.COUNT; i++) {
        rows[h][i] = Math.max(rows[h][i], i == 0 ? floors[0] : Math.max(floors[i], rows[h][i - 1]));
      }
      if (past.measure() == Measure.CUMULATIVE) {
        floor = bounded[h];
        floors = rows[h];
      }
    }
    return new Forecast(method, bounded, rows);
  }
}
