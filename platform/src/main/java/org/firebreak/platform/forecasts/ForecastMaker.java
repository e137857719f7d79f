package org.firebreak.platform.forecasts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.Software;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.ForecastMethod;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Interpolation;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;
import org.firebreak.epidemic.forecast.baseline.LastWindowMean;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.situation.KnownSeries;
import org.jspecify.annotations.Nullable;

/**
 * Forecasts regions from daily values as known at one time. The regions are one panel, so that the
 * default method learns its intervals from all of them. Pure; thread-safe.
 */
final class ForecastMaker {

  /** Known days without which no method says anything worth keeping. */
  static final int FEWEST_DAYS = 14;

  private static final int WEEK = 7;

  /** Days ahead beyond which no baseline is made. */
  private static final int MAX_BASELINE = 200;

  private final KnownSeries series;
  private final Counting counting;
  private final ForecastMethod method;
  private final int horizon;

  ForecastMaker(KnownSeries series, Counting counting, ForecastMethod method, int horizon) {
    this.series = series;
    this.counting = counting;
    this.method = method;
    this.horizon = horizon;
  }

  /** A region and its line of the panel; the place of a value in the panel is its epoch day. */
  private record Entry(Region region, boolean summed, Panel.Line line) {}

  /**
   * The forecasts of the regions that are wanted.
   *
   * @param wanted codes; other lines of the series only help to learn
   * @param until last day to be used, or null for the last that is known
   * @param retrospective whether the values were known only after that day
   */
  List<NewForecast> make(List<String> wanted, @Nullable LocalDate until, boolean retrospective) {
    List<Entry> entries = new ArrayList<>();
    for (KnownSeries.Line line : series.lines()) {
      entry(line, until).ifPresent(entries::add);
    }
    if (entries.isEmpty()) {
      return List.of();
    }
    Panel panel = panel(entries, counting.measure(), false);
    PanelForecaster forecaster = method.on(panel);
    PanelForecaster baseline = PanelForecaster.single(panel, new LastWindowMean());
    PanelForecaster totals =
        counting == Counting.NEW ? method.on(panel(entries, Measure.CUMULATIVE, true)) : null;
    List<NewForecast> made = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      Entry entry = entries.get(i);
      if (wanted.contains(entry.region().code())) {
        long end = entry.line().end();
        double[] week = totals == null ? null : weekTotal(totals.forecast(i, end, horizon));
        made.add(
            forecast(
                entry,
                forecaster.forecast(i, end, horizon),
                baseline.forecast(i, end, horizon),
                week,
                retrospective,
                entries.size()));
      }
    }
    return made;
  }

  /**
   * The baseline for the targets of a forecast from elsewhere, from the values up to its origin;
   * the targets themselves where there are too few.
   */
  static List<Target> withBaseline(KnownSeries series, NewForecast forecast) {
    LocalDate origin = forecast.origin();
    int horizon = (int) (forecast.targets().getLast().date().toEpochDay() - origin.toEpochDay());
    ForecastMaker maker = new ForecastMaker(series, forecast.kind(), ForecastMethod.MEAN, horizon);
    Entry entry =
        series.find(forecast.region().code()).flatMap(l -> maker.entry(l, origin)).orElse(null);
    if (entry == null || entry.line().end() - 1 != origin.toEpochDay() || horizon > MAX_BASELINE) {
      return forecast.targets();
    }
    Panel panel = panel(List.of(entry), forecast.kind().measure(), false);
    Forecast baseline =
        PanelForecaster.single(panel, new LastWindowMean())
            .forecast(0, entry.line().end(), horizon);
    return forecast.targets().stream()
        .map(target -> {
          int step = (int) (target.date().toEpochDay() - origin.toEpochDay());
          return new Target(
              target.date(), target.point(), target.quantiles(), baseline.quantiles()[step - 1]);
        })
        .toList();
  }

  private Optional<Entry> entry(KnownSeries.Line line, @Nullable LocalDate until) {
    double[] values = counting.of(line);
    int end = until == null ? values.length : Math.min(values.length, series.index(until) + 1);
    if (end <= 0) {
      return Optional.empty();
    }
    return Interpolation.fill(java.util.Arrays.copyOf(values, end))
        .filter(filled -> filled.values().length >= FEWEST_DAYS)
        .map(filled ->
            new Entry(
                line.region(),
                line.summed(),
                new Panel.Line(
                    line.region().code(),
                    series.first().toEpochDay() + filled.first(),
                    filled.values())));
  }

  private static Panel panel(List<Entry> entries, Measure measure, boolean summed) {
    List<Panel.Line> lines =
        entries.stream()
            .map(Entry::line)
            .map(line ->
                summed
                    ? new Panel.Line(line.group(), line.first(), runningTotal(line.values()))
                    : line)
            .toList();
    return new Panel(lines, WEEK, measure);
  }

  private static double[] runningTotal(double[] values) {
    double[] total = values.clone();
    for (int i = 1; i < total.length; i++) {
      total[i] += total[i - 1];
    }
    return total;
  }

  /**
   * Quantiles of what is new in the first week together. Not those of the days added up: they would
   * be too wide. Null if the forecast is shorter than a week.
   */
  private static double @Nullable [] weekTotal(Forecast totals) {
    return totals.horizon() < WEEK ? null : totals.quantiles()[WEEK - 1].clone();
  }

  private NewForecast forecast(
      Entry entry,
      Forecast forecast,
      Forecast baseline,
      double @Nullable [] weekTotal,
      boolean retrospective,
      int pooled) {
    LocalDate origin = LocalDate.ofEpochDay(entry.line().end() - 1);
    List<Target> targets = new ArrayList<>();
    for (int h = 0; h < horizon; h++) {
      targets.add(
          new Target(
              origin.plusDays(h + 1L),
              forecast.mean()[h],
              forecast.quantiles()[h],
              baseline.quantiles()[h]));
    }
    if (weekTotal != null) {
      double known = runningTotal(entry.line().values())[entry.line().values().length - 1];
      for (int i = 0; i < HubLevels.COUNT; i++) {
        weekTotal[i] -= known;
      }
    }
    return new NewForecast(
        entry.region(),
        series.indicator(),
        counting,
        "Firebreak " + (method == ForecastMethod.AUTO ? "ensemble" : method.word()),
        forecast.method(),
        series.source(),
        series.vintage(),
        origin,
        retrospective,
        Software.VERSION,
        Map.of(
            "horizonDays", String.valueOf(horizon),
            "pooledSeries", String.valueOf(pooled),
            "summedFromParts", String.valueOf(entry.summed()),
            "firstDay", LocalDate.ofEpochDay(entry.line().first()).toString()),
        weekTotal,
        null,
        targets);
  }
}
