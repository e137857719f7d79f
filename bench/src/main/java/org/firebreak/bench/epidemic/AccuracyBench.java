package org.firebreak.bench.epidemic;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.firebreak.epidemic.batch.Batch;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.ensemble.PooledEnsemble;
import org.firebreak.epidemic.forecast.score.Backtest;
import org.firebreak.epidemic.forecast.score.Backtest.Eligibility;
import org.firebreak.epidemic.forecast.score.BacktestSummary;
import org.firebreak.epidemic.rt.Renewal;
import org.firebreak.epidemic.rt.ReportedCases;
import org.firebreak.epidemic.rt.RtEstimate;

/**
 * How accurate the default forecast and the default estimate of R are, on the data of their bars
 * and on data they were not set on: deaths, recoveries, provinces, other dates, other epidemics.
 *
 * <pre>
 * java -cp ... org.firebreak.bench.epidemic.AccuracyBench SHARED/gold/epidemic/data
 * </pre>
 */
public final class AccuracyBench {

  private static final int WEEK = 7;
  private static final Eligibility BAR = new Eligibility(500, 35);
  private static final Eligibility SMALL = new Eligibility(100, 35);
  private static final int EPIDEMICS = 24;

  private AccuracyBench() {}

  /** Prints one line per data set as CSV. */
  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    System.out.println("forecast of,cuts,forecasts,mean_mape,relative_wis,coverage50,coverage95");
    Panel confirmed = panel(folder.resolve("jhu_country_confirmed_wide.csv"));
    Panel deaths = panel(folder.resolve("jhu_country_deaths_wide.csv"));
    Panel recovered = panel(folder.resolve("jhu_country_recovered_wide.csv"));
    Panel provinces = panel(folder.resolve("jhu_china_province_confirmed_wide.csv"));
    backtest("confirmed", confirmed, "2020-05-05", "2020-07-14", BAR);
    backtest("confirmed", confirmed, "2020-05-08", "2020-07-24", BAR);
    backtest("confirmed", confirmed, "2020-04-07", "2020-05-02", BAR);
    backtest("confirmed odd countries", half(confirmed, 1), "2020-05-05", "2020-07-24", BAR);
    backtest("confirmed even countries", half(confirmed, 0), "2020-05-05", "2020-07-24", BAR);
    backtest("deaths", deaths, "2020-05-05", "2020-07-24", SMALL);
    backtest("recovered", recovered, "2020-05-05", "2020-07-24", BAR);
    backtest("Chinese provinces", provinces, "2020-03-03", "2020-07-21", SMALL);
    System.out.println("R of simulated epidemics,seed,mean_absolute_error,coverage95");
    for (long seed = 1; seed <= 4; seed++) {
      reproduction(seed);
    }
  }

  private static Panel panel(Path file) throws IOException {
    SeriesSet set = SeriesSet.fromWideFile(file);
    List<Panel.Line> lines =
        set.items().stream()
            .map(item -> new Panel.Line(item.name(), set.firstDay(), item.values()))
            .toList();
    return new Panel(lines, WEEK, Measure.CUMULATIVE);
  }

  private static Panel half(Panel panel, int parity) {
    List<Panel.Line> lines =
        IntStream.range(0, panel.series().size())
            .filter(i -> i % 2 == parity)
            .mapToObj(panel.series()::get)
            .toList();
    return new Panel(lines, panel.season(), panel.measure());
  }

  private static void backtest(
      String name, Panel panel, String from, String to, Eligibility eligibility) {
    List<Long> cuts = new ArrayList<>();
    long last = LocalDate.parse(to).toEpochDay();
    for (long cut = LocalDate.parse(from).toEpochDay(); cut <= last; cut += WEEK) {
      cuts.add(cut);
    }
    BacktestSummary sum =
        BacktestSummary.of(
            new Backtest(panel, WEEK, eligibility).run(new PooledEnsemble(panel), cuts), WEEK);
    System.out.printf(
        Locale.ROOT,
        "%s,%s to %s,%d,%.3f,%.3f,%.3f,%.3f%n",
        name,
        from,
        to,
        sum.forecasts(),
        sum.meanMape(),
        sum.relativeWis(),
        sum.coverage50(),
        sum.coverage95());
  }

  private static void reproduction(long seed) {
    List<SimulatedEpidemic> epidemics = SimulatedEpidemic.several(EPIDEMICS, seed);
    List<double[]> scores = Batch.onAllCores().map(EPIDEMICS, i -> score(epidemics.get(i)));
    double error = scores.stream().mapToDouble(s -> s[0]).average().orElse(Double.NaN);
    double covered = scores.stream().mapToDouble(s -> s[1]).average().orElse(Double.NaN);
    System.out.printf(Locale.ROOT, "%d epidemics,%d,%.3f,%.3f%n", EPIDEMICS, seed, error, covered);
  }

  /** Mean absolute error and coverage from the third week to a week before the end. */
  private static double[] score(SimulatedEpidemic epidemic) {
    ReportedCases cases = ReportedCases.of(epidemic.reported(), 1, SimulatedEpidemic.delay());
    RtEstimate rt = Renewal.DEFAULT.estimate(cases, SimulatedEpidemic.interval()).rt();
    double error = 0;
    double covered = 0;
    int from = 19;
    int to = epidemic.truth().length - WEEK;
    for (int t = from; t < to; t++) {
      double truth = epidemic.truth()[t];
      error += Math.abs(rt.mean()[t] - truth) / (to - from);
      boolean inside =
          rt.quantile(t, 0) <= truth && truth <= rt.quantile(t, RtEstimate.QUANTILES - 1);
      covered += inside ? 1.0 / (to - from) : 0;
    }
    return new double[] {error, covered};
  }
}
