package org.firebreak.cli.epidemic;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.epidemic.RtEstimation.Method;
import org.firebreak.cli.series.Cadence;
import org.firebreak.cli.series.DistributionFile;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.SeriesOptions;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.rt.Cori;
import org.firebreak.epidemic.rt.RtEstimate;
import org.firebreak.epidemic.rt.SerialInterval;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Prints the reproduction number over time. */
@CommandLine.Command(
    description = {
      "Reproduction number over time, its growth rate and doubling time.",
      "Methods: renewal (default: delay, weekdays, over-dispersion; R by day of infection), cori"
          + " (EpiEstim), wt (Wallinga and Teunis), epifilter (smoothed).",
      "The value counts all cases; a column 'imported' says how many of them were infected"
          + " elsewhere. Weekly totals are worked out as days."
    },
    mixinStandardHelpOptions = true)
public final class RtCommand implements Callable<Integer> {

  /** Share of reports from which a day counts as settled. */
  static final double SETTLED = 0.9;

  private static final int WEEK = 7;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Mixin private SeriesOptions input;

  @CommandLine.Mixin private SerialIntervalOptions intervals;

  @Option(
      names = "--method",
      defaultValue = "renewal",
      description = "${COMPLETION-CANDIDATES}; default renewal")
  private Method method;

  @Option(
      names = "--window",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "sliding window of cori and wt; default 7")
  private int window;

  @Option(
      names = "--delay",
      paramLabel = "FILE",
      description =
          "distribution from infection to report: two columns, day and probability, day 0 first;"
              + " used by renewal, for the others it marks provisional days")
  private @Nullable Path delay;

  @Option(
      names = "--truncation",
      paramLabel = "FILE",
      description =
          "if the dates are not those of the report (but of onset, say): distribution from the"
              + " date to the report, so that renewal knows how incomplete the last days are")
  private @Nullable Path truncation;

  @Option(
      names = "--prior-mean",
      defaultValue = "5",
      description = "mean of the prior of R (cori); default 5")
  private double priorMean;

  @Option(
      names = "--prior-sd",
      defaultValue = "5",
      description = "its standard deviation; default 5")
  private double priorSd;

  @Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (window < 1) {
      throw new UserException("window", "--window: a window is at least 1 day, was " + window);
    }
    intervals.check();
    RtEstimation estimation =
        new RtEstimation(
            method, intervals, window, cori(), distribution(delay), distribution(truncation));
    SeriesFile file = input.read(err, List.of(RtInput.IMPORTED));
    List<RtInput> inputs = inputs(file, err);
    List<RtEstimation.Result> results = inputs.parallelStream().map(estimation::run).toList();
    if (method == Method.RENEWAL && delay == null) {
      err.println(
          "firebreak: no --delay given: the dates are taken as days of infection; R is late by the"
              + " delay if they are days of report");
    }
    err.flush();
    print(file, inputs, results, estimation);
    return 0;
  }

  private Cori cori() {
    try {
      return new Cori(priorMean, priorSd);
    } catch (IllegalArgumentException e) {
      throw new UserException("prior", "--prior-mean, --prior-sd: " + e.getMessage(), e);
    }
  }

  private static Optional<double[]> distribution(@Nullable Path path) {
    return Optional.ofNullable(path).map(DistributionFile::read);
  }

  private List<RtInput> inputs(SeriesFile file, PrintWriter err) {
    int daysPerStep = input.cadenceOf(file) == Cadence.WEEK ? WEEK : 1;
    int fewest = method == Method.CORI || method == Method.WT ? window + 1 : 2;
    List<RtInput> inputs = new ArrayList<>();
    for (var series : file.countSeries(note -> err.println("firebreak: " + note))) {
      RtInput one = RtInput.of(file, series, daysPerStep);
      if (one.days() >= fewest) {
        inputs.add(one);
      } else if (file.series().size() == 1) {
        throw one.tooShort(file, fewest);
      } else {
        err.println("firebreak: " + one.tooShort(file, fewest).getMessage() + "; left out");
      }
      if (method != Method.RENEWAL && series.missing() > 0) {
        err.println(
            "firebreak: "
                + (file.grouped() ? "group " + series.group() + ": " : "")
                + "values that are missing count as 0 for this method");
      }
    }
    return inputs;
  }

  private void print(
      SeriesFile file,
      List<RtInput> inputs,
      List<RtEstimation.Result> results,
      RtEstimation estimation) {
    List<String> columns = new ArrayList<>(file.grouped() ? List.of("group") : List.of());
    columns.addAll(List.of("t_start", "t_end", "date", "mean", "sd"));
    for (double level : RtEstimate.levels()) {
      columns.add("q" + level);
    }
    columns.addAll(List.of("p_above_1", "provisional", "growth_rate", "doubling_days"));
    if (method == Method.RENEWAL) {
      columns.addAll(List.of("infections", "infections_q0.025", "infections_q0.975"));
    }
    SerialInterval interval = intervals.wholeInterval();
    try (TableWriter table = new TableWriter(spec.commandLine().getOut(), json, columns)) {
      for (int i = 0; i < inputs.size(); i++) {
        RtEstimate rt = results.get(i).rt();
        for (int w = 0; w < rt.windows().count(); w++) {
          List<Object> row =
              new ArrayList<>(file.grouped() ? List.of(inputs.get(i).series().group()) : List.of());
          addRow(row, inputs.get(i), rt, w, interval, estimation);
          results.get(i).infections().ifPresent(addInfections(row, w));
          table.row(row.toArray());
        }
      }
    }
  }

  private static void addRow(
      List<Object> row,
      RtInput of,
      RtEstimate rt,
      int w,
      SerialInterval interval,
      RtEstimation estimation) {
    int end = rt.windows().ends()[w];
    row.addAll(List.of(rt.windows().starts()[w], end, of.label(end), rt.mean()[w], rt.sd()[w]));
    for (int q = 0; q < RtEstimate.QUANTILES; q++) {
      row.add(rt.quantile(w, q));
    }
    double growth = rt.mean()[w] > 0 ? interval.growthRate(rt.mean()[w]) : Double.NaN;
    row.addAll(
        List.of(rt.aboveOne()[w], estimation.provisional(of, end), growth, Math.log(2) / growth));
  }

  private static java.util.function.Consumer<RtEstimate> addInfections(List<Object> row, int w) {
    return infections ->
        row.addAll(
            List.of(
                infections.mean()[w],
                infections.quantile(w, 0),
                infections.quantile(w, RtEstimate.QUANTILES - 1)));
  }
}
