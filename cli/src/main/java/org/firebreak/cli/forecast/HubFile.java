package org.firebreak.cli.forecast;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.cli.table.CsvTable.Row;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.hub.HubForecast;
import org.firebreak.epidemic.forecast.hub.HubFormat;

/** Reads a file of a forecast hub, of either format: the header says which it is. */
final class HubFile {

  private static final double LEVEL_TOLERANCE = 1e-6;

  private final CsvTable table;
  private final HubFormat format;

  private HubFile(CsvTable table, HubFormat format) {
    this.table = table;
    this.format = format;
  }

  private record Key(String location, LocalDate origin, LocalDate end) {}

  /** The numbers of one target while reading. */
  private static final class Target {
    private final long line;
    private final double[] quantiles = new double[HubLevels.COUNT];
    private double point = Double.NaN;

    Target(long line) {
      this.line = line;
      Arrays.fill(quantiles, Double.NaN);
    }
  }

  /**
   * All targets of a file.
   *
   * @param daysPerStep days between two values of the series
   */
  static List<HubForecast> read(Path path, int daysPerStep) {
    CsvTable table = CsvTable.read(path);
    boolean first = table.findColumn(HubFormat.FORECAST_HUB.originColumn()).isPresent();
    HubFormat format = first ? HubFormat.FORECAST_HUB : HubFormat.HUBVERSE;
    return new HubFile(table, format).read(daysPerStep);
  }

  private List<HubForecast> read(int daysPerStep) {
    Map<Key, Target> targets = new LinkedHashMap<>();
    for (Row row : table.rows()) {
      Key key =
          new Key(
              row.get(table.getColumn("location")),
              date(row, format.originColumn()),
              date(row, "target_end_date"));
      fill(targets.computeIfAbsent(key, k -> new Target(row.line())), row);
    }
    List<HubForecast> forecasts = new ArrayList<>();
    targets.forEach((key, target) -> forecasts.add(forecast(key, target, daysPerStep)));
    return forecasts;
  }

  private void fill(Target target, Row row) {
    String type = row.get(table.getColumn(format.typeColumn()));
    double value = number(row, "value");
    if ("point".equals(type) || "mean".equals(type)) {
      target.point = value;
    } else if ("quantile".equals(type)) {
      double level = number(row, format.levelColumn());
      for (int i = 0; i < HubLevels.COUNT; i++) {
        if (Math.abs(HubLevels.at(i) - level) < LEVEL_TOLERANCE) {
          target.quantiles[i] = value;
          return;
        }
      }
      throw table.cellError(row, table.getColumn(format.levelColumn()), "is none of the 23 levels");
    } else if (!"median".equals(type)) {
      throw table.cellError(
          row, table.getColumn(format.typeColumn()), "must be point, mean, median or quantile");
    }
  }

  private HubForecast forecast(Key key, Target target, int daysPerStep) {
    long days = key.end().toEpochDay() - key.origin().toEpochDay();
    double median = target.quantiles[HubLevels.MEDIAN];
    double point = Double.isNaN(target.point) ? median : target.point;
    try {
      return new HubForecast(
          key.location(),
          key.origin(),
          (int) Math.ceilDiv(days, daysPerStep),
          key.end(),
          point,
          target.quantiles);
    } catch (IllegalArgumentException e) {
      throw new DataException(
          "hub-target-invalid",
          "%s, line %d and on, %s to %s: %s"
              .formatted(table.file(), target.line, key.location(), key.end(), e.getMessage()),
          e);
    }
  }

  private LocalDate date(Row row, String column) {
    int index = table.getColumn(column);
    try {
      return LocalDate.parse(row.get(index));
    } catch (DateTimeException e) {
      throw table.cellError(row, index, "is not a date like 2020-05-26");
    }
  }

  private double number(Row row, String column) {
    int index = table.getColumn(column);
    try {
      return Double.parseDouble(row.get(index));
    } catch (NumberFormatException e) {
      throw table.cellError(row, index, "is not a number");
    }
  }
}
