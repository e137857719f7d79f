package org.firebreak.epidemic.forecast.score;

import java.util.List;

/**
 * A backtest in a few numbers.
 *
 * @param forecasts series times cuts
 * @param meanMape mean over all steps ahead of the absolute error in per cent
 * @param meanMase mean of the scaled error
 * @param relativeWis geometric mean over forecasts of the interval score at the horizon over that
 *     of the baseline; 1 is as good as the mean of the last week. Forecasts whose baseline was
 *     perfect (nothing happened, for long) have no such ratio and are left out
 * @param coverage50 share of outcomes at the horizon inside the central 50 % interval
 * @param coverage95 the same for 95 %
 */
public record BacktestSummary(
    int forecasts,
    double meanMape,
    double meanMase,
    double relativeWis,
    double coverage50,
    double coverage95) {

  /** Sums up scores; intervals are judged at the farthest step only, as steps hang together. */
  public static BacktestSummary of(List<CutScore> scores, int horizon) {
    List<CutScore> last = scores.stream().filter(s -> s.horizon() == horizon).toList();
    return new BacktestSummary(
        last.size(),
        mean(scores.stream().mapToDouble(CutScore::mape).toArray()),
        mean(scores.stream().mapToDouble(CutScore::mase).toArray()),
        Math.exp(mean(last.stream().mapToDouble(BacktestSummary::logRelativeWis).toArray())),
        mean(last.stream().mapToDouble(s -> s.inside50() ? 1 : 0).toArray()),
        mean(last.stream().mapToDouble(s -> s.inside95() ? 1 : 0).toArray()));
  }

  private static double logRelativeWis(CutScore score) {
    return score.baselineWis() > 0
        ? Math.log(Math.max(score.wis(), Double.MIN_NORMAL) / score.baselineWis())
        : Double.NaN;
  }

  private static double mean(double[] values) {
    return java.util.Arrays.stream(values)
        .filter(v -> !Double.isNaN(v))
        .average()
        .orElse(Double.NaN);
  }
}
