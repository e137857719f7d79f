package org.firebreak.cli.forecast;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.SeriesOptions;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.growth.GrowthCurve;
import org.firebreak.epidemic.forecast.growth.GrowthFit;
import org.firebreak.epidemic.forecast.growth.GrowthFitter;
import picocli.CommandLine;

/** Fits growth curves to one wave: its final size, and when it turns. */
@CommandLine.Command(
    description = {
      "Fits logistic, Gompertz and Richards curves to the total of one wave.",
      "Output: group,curve,final_size,lower95,upper95,peak_date,peak_lower95,peak_upper95,peak_height,aicc"
    },
    mixinStandardHelpOptions = true)
public final class GrowthCommand implements Callable<Integer> {

  private static final double PROBABILITY = 0.95;
  private static final List<String> COLUMNS =
      List.of(
          "group",
          "curve",
          "final_size",
          "lower95",
          "upper95",
          "peak_date",
          "peak_lower95",
          "peak_upper95",
          "peak_height",
          "aicc");

  @CommandLine.Mixin private SeriesOptions input;
  @CommandLine.Mixin private PanelOptions options;

  @CommandLine.Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    SeriesFile file = input.read(err);
    PanelFile source = PanelFile.of(file, options, err);
    try (TableWriter out = new TableWriter(spec.commandLine().getOut(), json, COLUMNS)) {
      for (int i = 0; i < source.panel().series().size(); i++) {
        for (GrowthCurve curve : GrowthCurve.values()) {
          Optional<GrowthFit> fit = GrowthFitter.fit(curve, totals(source.panel(), i));
          if (fit.isPresent()) {
            print(out, source, i, fit.get());
          } else {
            err.printf(
                "firebreak: group %s is too short or does not grow: no %s curve%n",
                source.panel().series().get(i).group(), word(curve));
          }
        }
      }
    }
    err.flush();
    return 0;
  }

  private static double[] totals(Panel panel, int series) {
    double[] totals = panel.series().get(series).values().clone();
    if (panel.measure() == Measure.COUNT) {
      Arrays.parallelPrefix(totals, Double::sum);
    }
    return totals;
  }

  private static String word(GrowthCurve curve) {
    return curve.name().toLowerCase(Locale.ROOT);
  }

  /** A wave cannot end below what has been counted, so no bound of its final size does either. */
  private static void print(TableWriter out, PanelFile source, int series, GrowthFit fit) {
    double[] totals = totals(source.panel(), series);
    double counted = Math.min(totals[totals.length - 1], fit.finalSize());
    double sizeHalf = fit.halfWidth(0, PROBABILITY);
    double peakHalf = fit.halfWidth(2, PROBABILITY);
    out.row(
        source.panel().series().get(series).group(),
        word(fit.curve()),
        fit.finalSize(),
        Math.max(counted, fit.finalSize() - sizeHalf),
        fit.finalSize() + sizeHalf,
        date(source, series, fit.peakStep()),
        date(source, series, fit.peakStep() - peakHalf),
        date(source, series, fit.peakStep() + peakHalf),
        fit.curve().peakHeight(fit.parameters()),
        fit.aicc());
  }

  /** The date nearest to a step; empty where it is unknown or beyond any calendar. */
  private static String date(PanelFile source, int series, double step) {
    if (!(Math.abs(step) < 100_000)) {
      return "";
    }
    Panel.Line line = source.panel().series().get(series);
    return source.label(series, line.first() + Math.round(step));
  }
}
