package org.firebreak.cli.epidemic;

import java.util.Arrays;
import java.util.Optional;
import org.firebreak.epidemic.rt.Cori;
import org.firebreak.epidemic.rt.Disaggregation;
import org.firebreak.epidemic.rt.EpiFilter;
import org.firebreak.epidemic.rt.Renewal;
import org.firebreak.epidemic.rt.ReportedCases;
import org.firebreak.epidemic.rt.RtEstimate;
import org.firebreak.epidemic.rt.SerialInterval;
import org.firebreak.epidemic.rt.WallingaTeunis;
import org.firebreak.epidemic.rt.Windows;

/** Runs one method on one series. */
final class RtEstimation {

  /** The methods of the command. */
  enum Method {
    CORI,
    WT,
    EPIFILTER,
    RENEWAL
  }

  /**
   * What came out.
   *
   * @param rt reproduction numbers per window
   * @param infections infections per day, only of the renewal model
   */
  record Result(RtEstimate rt, Optional<RtEstimate> infections) {}

  private static final double[] AT_ONCE = {1};

  private final Method method;
  private final SerialIntervalOptions intervals;
  private final int window;
  private final Cori cori;
  private final Optional<double[]> delay;
  private final Optional<double[]> truncation;

  RtEstimation(
      Method method,
      SerialIntervalOptions intervals,
      int window,
      Cori cori,
      Optional<double[]> delay,
      Optional<double[]> truncation) {
    this.method = method;
    this.intervals = intervals;
    this.window = window;
    this.cori = cori;
    this.delay = delay;
    this.truncation = truncation;
  }

  Result run(RtInput input) {
    if (method == Method.RENEWAL) {
      Renewal.Result result = Renewal.DEFAULT.estimate(reported(input), intervals.wholeInterval());
      return new Result(result.rt(), Optional.of(result.infections()));
    }
    double[] total = input.totals();
    double[] local = input.locals();
    int firstDay = 2;
    if (input.daysPerStep() > 1) {
      Disaggregation.Daily daily =
          new Disaggregation(input.daysPerStep(), 10, 0.001)
              .reconstruct(total, intervals.interval(input.days() + 1), cori);
      firstDay = daily.firstDay();
      local = spread(local, total, daily.daily(), input.daysPerStep());
      total = daily.daily();
    }
    return new Result(simple(local, total, firstDay), Optional.empty());
  }

  private RtEstimate simple(double[] local, double[] total, int firstDay) {
    SerialInterval interval = intervals.interval(total.length);
    Windows windows = Windows.sliding(firstDay, total.length, window);
    return switch (method) {
      case WT -> WallingaTeunis.estimate(total, interval, windows);
      case EPIFILTER -> EpiFilter.DEFAULT.run(local, interval.infectiousness(total)).smoothed();
      default ->
          intervals
              .findUncertain()
              .map(uncertain -> uncertain.estimate(total, cori, windows))
              .orElseGet(() -> cori.estimate(local, total, interval, windows));
    };
  }

  /** Local cases of each day: the day's cases by the step's share of local cases. */
  private static double[] spread(double[] local, double[] total, double[] daily, int days) {
    double[] spread = new double[daily.length];
    for (int t = 0; t < daily.length; t++) {
      int step = t / days;
      spread[t] = total[step] > 0 ? daily[t] * local[step] / total[step] : 0;
    }
    return spread;
  }

  private ReportedCases reported(RtInput input) {
    int steps = input.local().length;
    double[] imported = new double[input.days()];
    for (int t = 0; t < imported.length; t++) {
      imported[t] = input.imported()[t / input.daysPerStep()] / input.daysPerStep();
    }
    double[] complete = new double[steps];
    Arrays.setAll(complete, step -> completeness(input, step));
    return new ReportedCases(
        input.local(), imported, input.daysPerStep(), delay.orElse(AT_ONCE), complete);
  }

  /** Share of a step's cases that the file can know of, from the middle of the step. */
  private double completeness(RtInput input, int step) {
    if (truncation.isEmpty()) {
      return 1;
    }
    int daysSince =
        (input.local().length - 1 - step) * input.daysPerStep() + input.daysPerStep() / 2;
    double known = within(truncation.get(), daysSince);
    return Math.max(known, 1e-6);
  }

  /** Whether the estimate of a window that ends on a day will still change with later reports. */
  boolean provisional(RtInput input, int endDay) {
    int since = input.days() - endDay;
    boolean early = delay.isPresent() && within(delay.get(), since) < RtCommand.SETTLED;
    boolean incomplete =
        truncation.isPresent() && within(truncation.get(), since) < RtCommand.SETTLED;
    boolean childrenToCome =
        method == Method.WT
            && within(intervals.wholeInterval().weights(), since) < RtCommand.SETTLED;
    return early || incomplete || childrenToCome;
  }

  private static double within(double[] distribution, int days) {
    double sum = 0;
    for (int k = 0; k <= Math.min(days, distribution.length - 1); k++) {
      sum += distribution[k];
    }
    return sum;
  }
}
