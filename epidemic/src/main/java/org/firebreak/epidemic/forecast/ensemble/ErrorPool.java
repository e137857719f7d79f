package org.firebreak.epidemic.forecast.ensemble;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.math.Normal;

/**
 * Past errors of forecasts, as logarithms of (what came + 3) over (what was forecast + 3), and the
 * quantiles they give a new forecast: errors of series of like size count more (Gaussian in the log
 * of the last window's events), those of the same series eight times.
 *
 * <p>With few errors the quantiles lean on Student's distribution around no error, whose spread is
 * learnt from the same errors and a weak prior: a handful of errors says nothing about 1 in 100.
 */
final class ErrorPool {

  private static final double OFFSET = 3;
  private static final double SIZE_OFFSET = 5;
  private static final double SIZE_BANDWIDTH = 0.8;
  private static final double OWN_WEIGHT = 8;
  private static final double ENOUGH_ERRORS = 20;
  private static final double PRIOR_ERRORS = 2;
  private static final double WEIGHT_MIN = 1e-9;
  private static final double PRIOR_VARIANCE = 0.09;

  private record PastError(int series, double logSize, double logRatio) {}

  private final int[] series;
  private final double[] logSizes;
  private final double[] logRatios;

  private ErrorPool(List<PastError> sorted) {
    series = sorted.stream().mapToInt(PastError::series).toArray();
    logSizes = sorted.stream().mapToDouble(PastError::logSize).toArray();
    logRatios = sorted.stream().mapToDouble(PastError::logRatio).toArray();
  }

  /** Collects errors. */
  static final class Builder {

    private final List<PastError> errors = new ArrayList<>();

    void add(int series, double size, double forecast, double actual) {
      double ratio = Math.log((Math.max(0, actual) + OFFSET) / (forecast + OFFSET));
      errors.add(new PastError(series, logSize(size), ratio));
    }

    ErrorPool build() {
      errors.sort(Comparator.comparingDouble(PastError::logRatio));
      return new ErrorPool(errors);
    }
  }

  private static double logSize(double size) {
    return Math.log(Math.max(0, size) + SIZE_OFFSET);
  }

  /**
   * Quantiles of a new forecast at the hub's levels.
   *
   * @param overlap how many of the pooled errors share each event, at least 1
   */
  double[] quantiles(int own, double size, double forecast, double overlap) {
    double[] weights = new double[logRatios.length];
    double at = logSize(size);
    for (int i = 0; i < weights.length; i++) {
      double distance = (logSizes[i] - at) / SIZE_BANDWIDTH;
      weights[i] = Math.exp(-0.5 * distance * distance) * (series[i] == own ? OWN_WEIGHT : 1);
    }
    Spread spread = Spread.of(logRatios, weights, overlap, forecast);
    double[] ratios = spread.trust() > 0 ? weightedQuantiles(weights) : new double[HubLevels.COUNT];
    for (int i = 0; i < HubLevels.COUNT; i++) {
      double ratio =
          spread.trust() * ratios[i] + (1 - spread.trust()) * spread.student(HubLevels.at(i));
      ratios[i] = Math.max(0, (forecast + OFFSET) * Math.exp(ratio) - OFFSET);
    }
    return ratios;
  }

  /**
   * Quantiles of the log ratios: linear between the middles of the weights, flat beyond the ends.
   */
  private double[] weightedQuantiles(double[] weights) {
    double total = 0;
    for (double w : weights) {
      total += w;
    }
    double[] quantiles = new double[HubLevels.COUNT];
    int i = 0;
    double middle = weights[0] / 2;
    double middleBefore = middle;
    for (int q = 0; q < quantiles.length; q++) {
      double target = HubLevels.at(q) * total;
      while (middle < target && i + 1 < weights.length) {
        middleBefore = middle;
        middle += (weights[i] + weights[i + 1]) / 2;
        i++;
      }
      if (middle <= target || i == 0) {
        quantiles[q] = logRatios[i];
      } else {
        double share = (target - middleBefore) / (middle - middleBefore);
        quantiles[q] = logRatios[i - 1] + share * (logRatios[i] - logRatios[i - 1]);
      }
    }
    return quantiles;
  }

  /**
   * How wide the errors are and how far to trust their own quantiles.
   *
   * @param deviation standard deviation around no error
   * @param freedom degrees of freedom it was learnt with
   * @param trust share of the empirical quantiles, 0 to 1
   */
  private record Spread(double deviation, double freedom, double trust) {

    static Spread of(double[] ratios, double[] weights, double overlap, double forecast) {
      double sum = 0;
      double squares = 0;
      double variance = 0;
      for (int i = 0; i < ratios.length; i++) {
        sum += weights[i];
        squares += weights[i] * weights[i];
        variance += weights[i] * ratios[i] * ratios[i];
      }
      double effective = sum > WEIGHT_MIN ? sum * sum / squares / overlap : 0;
      double prior = PRIOR_VARIANCE + 1 / (forecast + OFFSET);
      double learnt = sum > WEIGHT_MIN ? variance / sum : 0;
      double pooled = (effective * learnt + PRIOR_ERRORS * prior) / (effective + PRIOR_ERRORS);
      return new Spread(
          Math.sqrt(pooled), effective + PRIOR_ERRORS, Math.min(1, effective / ENOUGH_ERRORS));
    }

    /** Student's quantile by the first term of its expansion around the normal one. */
    double student(double level) {
      double z = Normal.quantile(level);
      return deviation * (z + (z * z * z + z) / (4 * freedom));
    }
  }
}
