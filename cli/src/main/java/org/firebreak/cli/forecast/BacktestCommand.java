package org.firebreak.cli.forecast;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Cadence;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.SeriesOptions;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;
import org.firebreak.epidemic.forecast.score.Backtest;
import org.firebreak.epidemic.forecast.score.Backtest.Eligibility;
import org.firebreak.epidemic.forecast.score.BacktestSummary;
import org.firebreak.epidemic.forecast.score.CutScore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Looks back: forecasts as they would have been made at past dates, scored against what came. */
@CommandLine.Command(
    description = {
      "Forecasts a file's series as they would have been made at past dates, and scores them.",
      "Output: group,cut,horizon,mape,wis,coverage50,coverage95; a summary on standard error"
    },
    mixinStandardHelpOptions = true)
public final class BacktestCommand implements Callable<Integer> {

  private static final int TOTAL_MIN = 500;
  private static final int DAYS_MIN = 35;

  @CommandLine.Mixin private SeriesOptions input;
  @CommandLine.Mixin private PanelOptions options;

  @CommandLine.Option(
      names = "--cuts",
      paramLabel = "FROM:TO:STEP",
      description =
          "last known dates: first, last, and steps of the series between two (or 7d, 1w)")
  private @Nullable String cuts;

  @CommandLine.Option(
      names = "--min-total",
      paramLabel = "N",
      description =
          "a series counts from so many events on; default "
              + TOTAL_MIN
              + ", or 0 if none has them")
  private @Nullable Integer totalMin;

  @CommandLine.Option(
      names = "--min-days",
      paramLabel = "N",
      description =
          "and so many days after its tenth event; default " + DAYS_MIN + ", or 0 as above")
  private @Nullable Integer daysMin;

  @CommandLine.Option(
      names = "--forecasts",
      paramLabel = "HUBFILE",
      description = "score the stored forecasts of a hub file instead of making new ones")
  private @Nullable Path forecasts;

  @CommandLine.Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SeriesFile file = input.read(err);
    int horizon = options.horizon(file.cadence());
    PanelFile source = PanelFile.of(file, options, err);
    List<CutScore> scores =
        forecasts == null
            ? backtest(source, file.cadence(), horizon, err)
            : StoredScores.of(source, HubFile.read(forecasts, file.cadence().unitsPerStep()), err);
    if (scores.isEmpty()) {
      throw new UserException(
          "no-cut",
          forecasts == null
              ? "--cuts '%s': at no cut does a series have a value, enough events and %d later values to be scored against"
                  .formatted(cuts, horizon)
              : "--forecasts %s: none of its targets has a value in the file".formatted(forecasts));
    }
    print(source, scores);
    int farthest = scores.stream().mapToInt(CutScore::horizon).max().orElse(horizon);
    err.println("firebreak: " + summary(source.panel(), scores, farthest));
    err.flush();
    return 0;
  }

  private List<CutScore> backtest(PanelFile source, Cadence cadence, int horizon, PrintWriter err) {
    if (cuts == null) {
      throw new UserException(
          "cuts-missing", "needs --cuts FROM:TO:STEP, or --forecasts with stored forecasts");
    }
    List<Long> places = CutRange.places(cuts, source);
    PanelForecaster method = options.method().on(source.panel());
    List<CutScore> scores =
        new Backtest(source.panel(), horizon, eligibility(cadence.unitsPerStep()))
            .run(method, places);
    if (scores.isEmpty() && totalMin == null && daysMin == null) {
      err.printf(
          "firebreak: no series has %d events and %d days at any cut; all series are counted%n",
          TOTAL_MIN, DAYS_MIN);
      return new Backtest(source.panel(), horizon, Eligibility.ALL).run(method, places);
    }
    return scores;
  }

  private Eligibility eligibility(int unit) {
    int total = totalMin == null ? TOTAL_MIN : totalMin;
    int days = daysMin == null ? DAYS_MIN : daysMin;
    return new Eligibility(total, days / unit);
  }

  private void print(PanelFile source, List<CutScore> scores) {
    List<String> columns =
        List.of("group", "cut", "horizon", "mape", "wis", "coverage50", "coverage95");
    try (TableWriter out = new TableWriter(spec.commandLine().getOut(), json, columns)) {
      for (CutScore score : scores) {
        out.row(
            source.panel().series().get(score.series()).group(),
            source.label(score.series(), score.cut()),
            score.horizon(),
            score.mape(),
            score.wis(),
            score.inside50() ? 1 : 0,
            score.inside95() ? 1 : 0);
      }
    }
  }

  private String summary(Panel panel, List<CutScore> scores, int horizon) {
    BacktestSummary sum = BacktestSummary.of(scores, horizon);
    long groups = scores.stream().mapToInt(CutScore::series).distinct().count();
    long cutCount = scores.stream().mapToLong(CutScore::cut).distinct().count();
    return String.format(
        java.util.Locale.ROOT,
        "%s: %d forecasts (%d groups, %d cuts), horizon %d: mean MAPE %.4f %%, MASE %.3f, relative"
            + " WIS %.4f (1 = mean of the last %d), coverage 50 %%: %.1f %%, 95 %%: %.1f %%",
        forecasts == null ? options.method().word() : "stored",
        sum.forecasts(),
        groups,
        cutCount,
        horizon,
        sum.meanMape(),
        sum.meanMase(),
        sum.relativeWis(),
        panel.window(),
        100 * sum.coverage50(),
        100 * sum.coverage95());
  }
}
