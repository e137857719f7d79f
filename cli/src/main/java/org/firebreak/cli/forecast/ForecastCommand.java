package org.firebreak.cli.forecast;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.firebreak.cli.series.Cadence;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.SeriesOptions;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.batch.Batch;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.hub.HubForecast;
import org.firebreak.epidemic.forecast.hub.HubFormat;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Forecasts every series of a file; see docs/methods/ensemble-conformal.md for the default. */
@CommandLine.Command(
    description = {
      "Forecasts every series of a file, with the 23 quantiles of the forecast hubs.",
      "Output: group,date,mean,q0.010,...,q0.990,method"
    },
    mixinStandardHelpOptions = true)
public final class ForecastCommand implements Callable<Integer> {

  @CommandLine.Mixin private SeriesOptions input;
  @CommandLine.Mixin private PanelOptions options;

  @CommandLine.Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @CommandLine.Option(
      names = "--hub",
      paramLabel = "FORMAT",
      description =
          "print the file of a forecast hub instead: ${COMPLETION-CANDIDATES}; the date it was made"
              + " is the last known one")
  private @Nullable HubFormat hub;

  @CommandLine.Option(
      names = "--indicator",
      defaultValue = "case",
      description = "what is counted, for the target of a hub file; default case")
  private String indicator;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SeriesFile file = input.read(err);
    int horizon = options.horizon(file.cadence());
    PanelFile source = PanelFile.of(file, options, err);
    Panel panel = source.panel();
    List<Forecast> forecasts =
        Batch.onAllCores().forecasts(panel, options.method().on(panel), horizon);
    if (hub != null) {
      printHub(hub, source, forecasts);
      return 0;
    }
    try (TableWriter out = new TableWriter(spec.commandLine().getOut(), json, columns())) {
      for (int i = 0; i < panel.series().size(); i++) {
        print(out, source, i, forecasts.get(i));
      }
    }
    return 0;
  }

  private void printHub(HubFormat format, PanelFile source, List<Forecast> forecasts) {
    Panel panel = source.panel();
    String unit = source.axis(0).cadence() == Cadence.WEEK ? "wk" : "day";
    try (TableWriter out = new TableWriter(spec.commandLine().getOut(), json, format.columns())) {
      for (int i = 0; i < panel.series().size(); i++) {
        Panel.Line line = panel.series().get(i);
        Forecast forecast = forecasts.get(i);
        for (int h = 1; h <= forecast.horizon(); h++) {
          HubForecast target =
              new HubForecast(
                  line.group(),
                  source.day(i, line.end() - 1),
                  h,
                  source.day(i, line.end() - 1 + h),
                  forecast.mean()[h - 1],
                  forecast.quantiles()[h - 1]);
          format
              .rows(target, unit, panel.measure(), indicator)
              .forEach(row -> out.row(row.toArray()));
        }
      }
    }
  }

  private static List<String> columns() {
    List<String> columns = new ArrayList<>(List.of("group", "date", "mean"));
    for (double level : HubLevels.all()) {
      columns.add(String.format(Locale.ROOT, "q%.3f", level));
    }
    columns.add("method");
    return columns;
  }

  private static void print(TableWriter out, PanelFile source, int series, Forecast forecast) {
    Panel.Line line = source.panel().series().get(series);
    for (int h = 0; h < forecast.horizon(); h++) {
      List<Object> cells = new ArrayList<>();
      cells.add(line.group());
      cells.add(source.label(series, line.end() + h));
      cells.add(forecast.mean()[h]);
      for (double quantile : forecast.quantiles()[h]) {
        cells.add(quantile);
      }
      cells.add(forecast.method());
      out.row(cells.toArray());
    }
  }
}
