package org.firebreak.epidemic.rt;

import java.util.Arrays;
import org.firebreak.epidemic.math.GammaFunction;

/**
 * EpiFilter (K. V. Parag, PLoS Computational Biology 17, 2021): R is a random walk on a grid with
 * standard deviation eta sqrt(R) a day, cases are Poisson with mean R x infectiousness. A forward
 * pass gives what was known each day, a backward pass what is known of each day now. No window.
 *
 * <p>Quantiles are grid values. Cost: days x grid x grid; the step matrix has a narrow band that is
 * all that is used.
 *
 * @param points grid points, at least 2
 * @param lowest first grid point, above 0
 * @param highest last grid point
 * @param eta strength of the daily change, 0.1 as published
 */
public record EpiFilter(int points, double lowest, double highest, double eta) {

  /** The published settings: 200 points from 0.01 to 10, eta 0.1. */
  public static final EpiFilter DEFAULT = new EpiFilter(200, 0.01, 10, 0.1);

  /** What stands in for a predicted probability of 0 in the backward pass, as published. */
  private static final double ZERO_PREDICTION = 1e-8;

  private static final double BAND_SIGMAS = 39;

  public EpiFilter {
    if (points < 2 || !(lowest > 0) || !(highest > lowest) || !(eta > 0)) {
      throw new IllegalArgumentException(
          "Needs points >= 2, 0 < lowest < highest, eta > 0, were %d, %s, %s, %s"
              .formatted(points, lowest, highest, eta));
    }
  }

  /**
   * Forward and backward estimates.
   *
   * @param filtered what the data up to each day say
   * @param smoothed what all data say
   */
  public record Result(RtEstimate filtered, RtEstimate smoothed) {}

  /**
   * Runs both passes over days 1 to n.
   *
   * @param cases local cases per day
   * @param infectiousness per day, from all cases
   */
  public Result run(double[] cases, double[] infectiousness) {
    double[] grid = grid();
    Band band = Band.of(grid, eta);
    int days = cases.length;
    double[][] posterior = new double[days][];
    double[][] predicted = new double[days][];
    posterior[0] = new double[points];
    Arrays.fill(posterior[0], 1.0 / points);
    predicted[0] = posterior[0];
    for (int t = 1; t < days; t++) {
      predicted[t] = band.apply(posterior[t - 1]);
      posterior[t] = update(predicted[t], grid, cases[t], infectiousness[t]);
    }
    double[][] smooth = new double[days][];
    smooth[days - 1] = posterior[days - 1];
    for (int t = days - 2; t >= 0; t--) {
      smooth[t] = backward(smooth[t + 1], predicted[t + 1], posterior[t], band);
    }
    return new Result(summarise(posterior, grid), summarise(smooth, grid));
  }

  private double[] grid() {
    double[] grid = new double[points];
    for (int i = 0; i < points; i++) {
      grid[i] = lowest + i * (highest - lowest) / (points - 1);
    }
    return grid;
  }

  private static double[] update(double[] prior, double[] grid, double cases, double total) {
    double[] posterior = new double[grid.length];
    if (total == 0) {
      // No infector: a case says nothing about R, no case neither.
      System.arraycopy(prior, 0, posterior, 0, prior.length);
      normalise(posterior);
      return posterior;
    }
    double constant = -GammaFunction.logFactorial(cases);
    double best = Double.NEGATIVE_INFINITY;
    double[] logs = new double[grid.length];
    for (int i = 0; i < grid.length; i++) {
      double rate = total * grid[i];
      logs[i] = (cases == 0 ? 0 : cases * Math.log(rate)) - rate + constant;
      best = prior[i] > 0 ? Math.max(best, logs[i]) : best;
    }
    for (int i = 0; i < grid.length; i++) {
      posterior[i] = prior[i] * Math.exp(logs[i] - best);
    }
    normalise(posterior);
    return posterior;
  }

  private static double[] backward(
      double[] next, double[] predictedNext, double[] posterior, Band band) {
    double[] ratio = new double[next.length];
    for (int i = 0; i < next.length; i++) {
      ratio[i] = next[i] / (predictedNext[i] == 0 ? ZERO_PREDICTION : predictedNext[i]);
    }
    double[] smooth = band.apply(ratio);
    for (int i = 0; i < smooth.length; i++) {
      smooth[i] *= posterior[i];
    }
    normalise(smooth);
    return smooth;
  }

  private static void normalise(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    for (int i = 0; i < values.length; i++) {
      values[i] /= sum;
    }
  }

  private static RtEstimate summarise(double[][] distributions, double[] grid) {
    int days = distributions.length;
    int[] day = new int[days];
    Arrays.setAll(day, t -> t + 1);
    RtEstimate result = RtEstimate.empty(new Windows(day, day));
    for (int t = 0; t < days; t++) {
      double mean = 0;
      double square = 0;
      double above = 0;
      for (int i = 0; i < grid.length; i++) {
        double p = distributions[t][i];
        mean += p * grid[i];
        square += p * grid[i] * grid[i];
        above += grid[i] > 1 ? p : 0;
      }
      result.mean()[t] = mean;
      result.sd()[t] = Math.sqrt(Math.max(0, square - mean * mean));
      result.aboveOne()[t] = Math.min(1, above);
      quantiles(distributions[t], grid, result.quantiles(), t * RtEstimate.QUANTILES);
    }
    return result;
  }

  private static void quantiles(double[] distribution, double[] grid, double[] into, int offset) {
    double sum = 0;
    int next = 0;
    for (int i = 0; i < grid.length && next < RtEstimate.QUANTILES; i++) {
      sum += distribution[i];
      while (next < RtEstimate.QUANTILES && sum >= RtEstimate.level(next)) {
        into[offset + next] = grid[i];
        next++;
      }
    }
    for (; next < RtEstimate.QUANTILES; next++) {
      into[offset + next] = grid[grid.length - 1];
    }
  }

  /** The step densities from each grid point to its neighbours, only where they are not 0. */
  @SuppressWarnings("ArrayRecordComponent") // kernel arrays, private
  private record Band(double[][] density, int[] first) {

    static Band of(double[] grid, double eta) {
      int n = grid.length;
      double[][] density = new double[n][];
      int[] first = new int[n];
      for (int to = 0; to < n; to++) {
        double[] row = new double[n];
        int low = n;
        int high = -1;
        for (int from = 0; from < n; from++) {
          double sd = Math.sqrt(grid[from]) * eta;
          double z = (grid[to] - grid[from]) / sd;
          if (Math.abs(z) < BAND_SIGMAS) {
            row[from] = Math.exp(-0.5 * z * z) / (sd * Math.sqrt(2 * Math.PI));
            low = Math.min(low, from);
            high = from;
          }
        }
        density[to] = Arrays.copyOfRange(row, low, high + 1);
        first[to] = low;
      }
      return new Band(density, first);
    }

    /** Product of a row vector with the step matrix; the published smoother uses the same one. */
    double[] apply(double[] from) {
      int n = from.length;
      double[] to = new double[n];
      for (int j = 0; j < n; j++) {
        double[] row = density[j];
        double weight = from[j];
        int offset = first[j];
        for (int k = 0; k < row.length; k++) {
          to[offset + k] += weight * row[k];
        }
      }
      return to;
    }
  }
}
