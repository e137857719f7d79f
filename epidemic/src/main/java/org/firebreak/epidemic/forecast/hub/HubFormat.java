package org.firebreak.epidemic.forecast.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.Measure;

/**
 * The two file formats of forecast hubs: that of the COVID-19 Forecast Hub (2020; Cramer et al.,
 * Scientific Data 9, 2022) and its successor, hubverse. One row per quantile, and one for the
 * point.
 */
public enum HubFormat {
  FORECAST_HUB,
  HUBVERSE;

  /** Names of the columns, in order. */
  public List<String> columns() {
    return switch (this) {
      case FORECAST_HUB ->
          List.of(
              "forecast_date",
              "target",
              "target_end_date",
              "location",
              "type",
              "quantile",
              "value");
      case HUBVERSE ->
          List.of(
              "reference_date",
              "target",
              "horizon",
              "target_end_date",
              "location",
              "output_type",
              "output_type_id",
              "value");
    };
  }

  /** Column of the date the forecast was made. */
  public String originColumn() {
    return columns().getFirst();
  }

  /** Column that says whether a row is a quantile or the point. */
  public String typeColumn() {
    return columns().get(columns().size() - 3);
  }

  /** Column of the quantile's level. */
  public String levelColumn() {
    return columns().get(columns().size() - 2);
  }

  /**
   * The rows of one target.
   *
   * @param unit {@code day} or {@code wk}
   * @param measure what is counted
   * @param indicator what of, for example {@code case}
   */
  public List<List<Object>> rows(
      HubForecast forecast, String unit, Measure measure, String indicator) {
    String what = (measure == Measure.CUMULATIVE ? "cum " : "inc ") + indicator;
    List<List<Object>> rows = new ArrayList<>();
    rows.add(
        row(forecast, unit, what, this == HUBVERSE ? "mean" : "point", "NA", forecast.point()));
    for (int i = 0; i < HubLevels.COUNT; i++) {
      String level = String.format(Locale.ROOT, "%.3f", HubLevels.at(i));
      rows.add(row(forecast, unit, what, "quantile", level, forecast.quantiles()[i]));
    }
    return rows;
  }

  private List<Object> row(
      HubForecast f, String unit, String what, String type, String level, double value) {
    return switch (this) {
      case FORECAST_HUB ->
          List.of(
              f.origin(),
              f.horizon() + " " + unit + " ahead " + what,
              f.end(),
              f.location(),
              type,
              level,
              value);
      case HUBVERSE ->
          List.of(
              f.origin(),
              unit + " " + what,
              f.horizon(),
              f.end(),
              f.location(),
              type,
              level,
              value);
    };
  }
}
