package org.firebreak.platform.reproduction;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.epidemic.math.GammaDistribution;
import org.firebreak.epidemic.rt.Cori;
import org.firebreak.epidemic.rt.EpiFilter;
import org.firebreak.epidemic.rt.Renewal;
import org.firebreak.epidemic.rt.ReportedCases;
import org.firebreak.epidemic.rt.RtEstimate;
import org.firebreak.epidemic.rt.SerialInterval;
import org.firebreak.epidemic.rt.WallingaTeunis;
import org.firebreak.epidemic.rt.Windows;
import org.firebreak.platform.reproduction.RtResult.RtDay;
import org.jspecify.annotations.Nullable;

/**
 * Runs one method on the daily reports of one region. Pure; thread-safe.
 *
 * @param disease serial interval and delay
 */
record RtEstimator(RtMethod method, Disease disease) {

  /** Days in the sliding window of the methods that have one. */
  static final int WINDOW_DAYS = 7;

  /** Share of the reports, or of the cases to be infected, from which a day counts as settled. */
  static final double SETTLED = 0.9;

  /** Share of a distribution that may be cut off. */
  private static final double TAIL = 1e-6;

  private static final int LAST_QUANTILE = RtEstimate.QUANTILES - 1;
  private static final int MEDIAN = RtEstimate.QUANTILES / 2;

  /**
   * Estimates.
   *
   * @param first day of the first report
   * @param reports new cases a day; NaN where none is known or the source took cases back
   */
  RtResult estimate(LocalDate first, double[] reports) {
    SerialInterval interval =
        SerialInterval.ofGamma(
            disease.intervalMeanDays(),
            disease.intervalSdDays(),
            SerialInterval.coveringDays(disease.intervalMeanDays(), disease.intervalSdDays()));
    double[] delay = delay();
    RtEstimate infections = null;
    RtEstimate rt;
    if (method == RtMethod.RENEWAL) {
      Renewal.Result result =
          Renewal.DEFAULT.estimate(ReportedCases.of(reports, 1, delay), interval);
      rt = result.rt();
      infections = result.infections();
    } else {
      rt = simple(gapsAsZero(reports), interval);
    }
    List<RtDay> days = new ArrayList<>();
    for (int w = 0; w < rt.windows().count(); w++) {
      if (!Double.isNaN(rt.mean()[w])) {
        int end = rt.windows().ends()[w];
        boolean provisional = provisional(reports.length - end, delay, interval);
        days.add(day(first.plusDays(end - 1L), rt, w, interval, provisional, infections));
      }
    }
    return new RtResult(days);
  }

  private RtEstimate simple(double[] cases, SerialInterval interval) {
    Windows windows = Windows.sliding(2, cases.length, WINDOW_DAYS);
    return switch (method) {
      case WALLINGA_TEUNIS -> WallingaTeunis.estimate(cases, interval, windows);
      case EPIFILTER -> EpiFilter.DEFAULT.run(cases, interval.infectiousness(cases)).smoothed();
      default -> Cori.DEFAULT.estimate(cases, interval, windows);
    };
  }

  private static double[] gapsAsZero(double[] reports) {
    double[] cases = reports.clone();
    for (int i = 0; i < cases.length; i++) {
      cases[i] = Double.isNaN(cases[i]) ? 0 : cases[i];
    }
    return cases;
  }

  /** Probability of each whole number of days from infection to report: a gamma, rounded. */
  double[] delay() {
    if (disease.delayMeanDays() == 0) {
      return new double[] {1};
    }
    GammaDistribution gamma =
        GammaDistribution.ofMeanAndSd(disease.delayMeanDays(), disease.delaySdDays());
    int days = (int) Math.ceil(gamma.quantile(1 - TAIL)) + 1;
    double[] delay = new double[days];
    double before = 0;
    for (int k = 0; k < days; k++) {
      double upTo = gamma.cumulative(k + 0.5);
      delay[k] = upTo - before;
      before = upTo;
    }
    return delay;
  }

  /** Whether later reports will still change the estimate of a day. */
  private boolean provisional(int daysSince, double[] delay, SerialInterval interval) {
    if (method == RtMethod.RENEWAL) {
      return within(delay, daysSince) < SETTLED;
    }
    return method == RtMethod.WALLINGA_TEUNIS && within(interval.weights(), daysSince) < SETTLED;
  }

  private static double within(double[] distribution, int days) {
    double sum = 0;
    for (int k = 0; k <= Math.min(days, distribution.length - 1); k++) {
      sum += distribution[k];
    }
    return sum;
  }

  private static RtDay day(
      LocalDate date,
      RtEstimate rt,
      int w,
      SerialInterval interval,
      boolean provisional,
      @Nullable RtEstimate infections) {
    double median = rt.quantile(w, MEDIAN);
    return new RtDay(
        date,
        rt.mean()[w],
        median,
        rt.quantile(w, 0),
        rt.quantile(w, MEDIAN - 1),
        rt.quantile(w, MEDIAN + 1),
        rt.quantile(w, LAST_QUANTILE),
        rt.aboveOne()[w],
        interval.growthRate(median),
        interval.growthRate(rt.quantile(w, 0)),
        interval.growthRate(rt.quantile(w, LAST_QUANTILE)),
        provisional,
        infections == null ? null : infections.quantile(w, MEDIAN),
        infections == null ? null : infections.quantile(w, 0),
        infections == null ? null : infections.quantile(w, LAST_QUANTILE));
  }
}
