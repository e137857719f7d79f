package org.firebreak.epidemic.rt;

import java.util.ArrayList;
import java.util.List;

/**
 * The case (cohort) reproduction number of Wallinga and Teunis, American Journal of Epidemiology
 * 160 (2004): how many later cases a case of a window infected, every later case being shared among
 * its possible infectors by the serial interval.
 *
 * <p>The mean is exact. Where the reference simulates trees for the quantiles, here the number of
 * cases infected by a window is a sum of independent binomials whose distribution is computed
 * exactly while it is short, else by its first three moments ({@link BinomialSum}). Not corrected
 * for cases that are still to come: the last windows are too low and marked provisional.
 */
public final class WallingaTeunis {

  private WallingaTeunis() {}

  /**
   * Estimates per window; windows without a case, or before the first, are left out.
   *
   * @param cases per day
   */
  public static RtEstimate estimate(double[] cases, SerialInterval interval, Windows windows) {
    double[] infectiousness = interval.infectiousness(cases);
    double[] sums = Cori.runningSums(cases);
    RtEstimate result = RtEstimate.empty(withCases(windows, sums));
    for (int w = 0; w < result.windows().count(); w++) {
      int start = result.windows().starts()[w];
      int end = result.windows().ends()[w];
      double infectors = sums[end] - sums[start - 1];
      BinomialSum infected = infected(cases, infectiousness, interval, start - 1, end);
      result.mean()[w] = infected.mean() / infectors;
      result.sd()[w] = Math.sqrt(infected.variance()) / infectors;
      for (int q = 0; q < RtEstimate.QUANTILES; q++) {
        result.quantiles()[w * RtEstimate.QUANTILES + q] =
            infected.quantile(RtEstimate.level(q)) / infectors;
      }
      result.aboveOne()[w] = infected.survival(infectors);
    }
    return result;
  }

  /** Cases infected by the days {@code from} to {@code to - 1} (0-based). */
  private static BinomialSum infected(
      double[] cases, double[] infectiousness, SerialInterval interval, int from, int to) {
    BinomialSum infected = new BinomialSum();
    for (int t = from + 1; t < cases.length; t++) {
      double share = 0;
      for (int s = from; s < Math.min(to, t); s++) {
        share += interval.at(t - s) * cases[s];
      }
      if (cases[t] > 0 && share > 0) {
        infected.add(cases[t], Math.min(1, share / infectiousness[t]));
      }
    }
    return infected;
  }

  private static Windows withCases(Windows windows, double[] sums) {
    List<Integer> kept = new ArrayList<>();
    for (int w = 0; w < windows.count(); w++) {
      int start = windows.starts()[w];
      if (sums[start - 1] > 0 && sums[windows.ends()[w]] > sums[start - 1]) {
        kept.add(w);
      }
    }
    return new Windows(
        kept.stream().mapToInt(w -> windows.starts()[w]).toArray(),
        kept.stream().mapToInt(w -> windows.ends()[w]).toArray());
  }
}
