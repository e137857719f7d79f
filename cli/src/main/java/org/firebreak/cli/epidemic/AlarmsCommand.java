package org.firebreak.cli.epidemic;

import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Cadence;
import org.firebreak.cli.series.Series;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.SeriesOptions;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.epidemic.alarm.Detector;
import org.firebreak.epidemic.batch.Batch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** Prints for each step of each series what was expected and whether there is an alarm. */
@CommandLine.Command(
    description = {
      "Looks for unusually high values, each step from what came before it.",
      "Methods: auto (default: negative binomial with weekdays for days, with season and trend for"
          + " weeks), c1, c2, c3 (EARS), cusum, farrington, farrington-flexible.",
      "A step that cannot be assessed (too little history, no value) has empty cells."
    },
    mixinStandardHelpOptions = true)
public final class AlarmsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("group", "date", "observed", "expected", "upper", "score", "alarm");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Mixin private SeriesOptions input;

  @Option(
      names = "--method",
      defaultValue = "auto",
      converter = AlarmMethodConverter.class,
      description = "auto, c1, c2, c3, cusum, farrington or farrington-flexible; default auto")
  private AlarmMethod method;

  @Option(
      names = "--alpha",
      description =
          "level of a false alarm per step; default: auto 0.005 (days), 0.004 (weeks), c1 and c2"
              + " 0.001, c3 0.025, farrington 0.005; cusum has --k and --h instead")
  private @Nullable Double alpha;

  @Option(
      names = "--last",
      paramLabel = "N",
      description =
          "assess the last N steps only; for cusum all before is its history (default 61 steps)")
  private @Nullable Integer last;

  @Option(
      names = "--years",
      defaultValue = "3",
      description = "years of history of the Farrington methods; default 3")
  private int years;

  @Option(names = "--k", defaultValue = "1.04", description = "cusum: reference; default 1.04")
  private double k;

  @Option(names = "--h", defaultValue = "2.26", description = "cusum: limit; default 2.26")
  private double h;

  @Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    if (alpha != null && !(alpha > 0 && alpha < 0.5)) {
      throw new UserException("alpha", "--alpha: should be between 0 and 0.5, was " + alpha);
    }
    if (last != null && last < 1) {
      throw new UserException("last", "--last: should be at least 1, was " + last);
    }
    SeriesFile file = input.read(err);
    Cadence cadence = input.cadenceOf(file);
    if (method == AlarmMethod.AUTO && cadence == Cadence.STEP) {
      err.println(
          "firebreak: the dates are plain integers, taken as days; say --cadence week for weeks");
    }
    AlarmMethod.Parameters parameters =
        new AlarmMethod.Parameters(
            cadence == Cadence.WEEK,
            cadence == Cadence.DAY ? AlarmMethod.DAYS_PER_YEAR : AlarmMethod.WEEKS_PER_YEAR,
            alpha,
            years,
            k,
            h);
    List<Series> series =
        file.series().stream()
            .map(one ->
                method.takesAsCounts(one.values())
                    ? file.withoutCorrections(one, note -> err.println("firebreak: " + note))
                    : one)
            .toList();
    List<Assessment> assessments =
        Batch.onAllCores()
            .map(
                series.size(),
                i -> {
                  double[] values = series.get(i).values();
                  return assess(detector(parameters, values), values);
                });
    print(series, assessments);
    explain(series, assessments, parameters, err);
    return 0;
  }

  private Detector detector(AlarmMethod.Parameters parameters, double[] values) {
    try {
      return method.detector(parameters, values);
    } catch (IllegalArgumentException e) {
      throw new UserException("alarm-options", String.valueOf(e.getMessage()), e);
    }
  }

  private Assessment assess(Detector detector, double[] values) {
    return detector.assess(values, last == null ? 0 : Math.max(0, values.length - last));
  }

  private void print(List<Series> series, List<Assessment> assessments) {
    try (TableWriter table = new TableWriter(spec.commandLine().getOut(), json, COLUMNS)) {
      for (int s = 0; s < series.size(); s++) {
        Series one = series.get(s);
        Assessment assessment = assessments.get(s);
        int from = last == null ? 0 : Math.max(0, one.values().length - last);
        for (int t = from; t < one.values().length; t++) {
          boolean assessed = assessment.assessed(t);
          table.row(
              one.group(),
              one.axis().label(t),
              one.values()[t],
              assessment.expected()[t],
              assessment.upper()[t],
              assessment.score()[t],
              assessed ? assessment.alarm()[t] : null);
        }
      }
    }
  }

  private void explain(
      List<Series> series,
      List<Assessment> assessments,
      AlarmMethod.Parameters parameters,
      PrintWriter err) {
    for (int s = 0; s < series.size(); s++) {
      Assessment assessment = assessments.get(s);
      String name = series.get(s).group();
      if (method == AlarmMethod.AUTO && !AlarmMethod.isCounts(series.get(s).values())) {
        err.println("firebreak: " + name + ": has values that are not counts; assessed by EARS C2");
      }
      if (IntStream.range(0, assessment.steps()).noneMatch(assessment::assessed)) {
        err.println(
            "firebreak: %s: nothing could be assessed; %s"
                .formatted(name, method.historyNeeded(parameters)));
      }
    }
    err.flush();
  }
}
