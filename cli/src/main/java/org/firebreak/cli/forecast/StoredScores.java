package org.firebreak.cli.forecast;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.PanelForecaster;
import org.firebreak.epidemic.forecast.baseline.LastWindowMean;
import org.firebreak.epidemic.forecast.hub.HubForecast;
import org.firebreak.epidemic.forecast.score.CutScore;

/** Scores stored forecasts against a file: of the same day, or a later vintage. */
final class StoredScores {

  private StoredScores() {}

  static List<CutScore> of(PanelFile source, List<HubForecast> forecasts, PrintWriter err) {
    Panel panel = source.panel();
    PanelForecaster baseline = PanelForecaster.single(panel, new LastWindowMean());
    List<CutScore> scores = new ArrayList<>();
    int unknown = 0;
    for (HubForecast forecast : forecasts) {
      int series = source.series(forecast.location());
      Optional<Long> end = source.findPlace(forecast.end().toString());
      long cut = end.map(place -> place - forecast.horizon()).orElse(Long.MIN_VALUE);
      if (series < 0 || !inside(panel.series().get(series), cut, forecast.horizon())) {
        unknown++;
        continue;
      }
      int h = forecast.horizon();
      scores.add(
          CutScore.of(
              panel,
              series,
              cut,
              h,
              forecast.point(),
              forecast.quantiles(),
              baseline.forecast(series, cut + 1, h).quantiles()[h - 1]));
    }
    if (unknown > 0) {
      err.printf(
          "firebreak: %d of %d targets have no value in the file yet%n", unknown, forecasts.size());
    }
    return scores;
  }

  private static boolean inside(Panel.Line line, long cut, int horizon) {
    return cut >= line.first() && cut + horizon < line.end();
  }
}
