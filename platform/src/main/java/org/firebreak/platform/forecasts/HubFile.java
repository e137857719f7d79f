package org.firebreak.platform.forecasts;

import java.nio.file.Path;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.hub.HubFormat;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.platform.regions.Region;
import org.jspecify.annotations.Nullable;

/**
 * Reads a file of a forecast hub, of either format (see {@link HubFormat}), into forecasts. All or
 * nothing: the first thing that is wrong ends the reading, and the message names row and column.
 */
final class HubFile {

  /** Rows a file may have; a forecast of 28 days for 3,000 regions has two million. */
  static final int MAX_ROWS = 3_000_000;

  private static final Pattern OLD_TARGET =
      Pattern.compile("(\\d{1,3}) (day|wk) ahead (inc|cum) ([a-z_]+)");
  private static final Pattern NEW_TARGET = Pattern.compile("(day|wk) (inc|cum) ([a-z_]+)");
  private static final Map<String, String> INDICATORS =
      Map.of("case", "confirmed", "death", "deaths", "hosp", "hospitalised");
  private static final double LEVEL_TOLERANCE = 1e-9;

  private final Function<String, Optional<Region>> regions;
  private final String model;
  private final SourceFile file;
  private final Map<Key, TreeMap<LocalDate, Building>> found = new LinkedHashMap<>();

  private HubFile(SourceFile file, String model, Function<String, Optional<Region>> regions) {
    this.file = file;
    this.model = model;
    this.regions = regions;
  }

  private record Key(Region region, String indicator, Counting kind, LocalDate origin) {}

  /** Quantiles and point of one target as they come in. */
  private static final class Building {
    private final double[] quantiles = new double[HubLevels.COUNT];
    private double point = Double.NaN;
    private final long row;

    Building(long row) {
      this.row = row;
      Arrays.fill(quantiles, Double.NaN);
    }
  }

  /** The word a hub uses for an indicator. */
  static String hubWord(String indicator) {
    return INDICATORS.entrySet().stream()
        .filter(entry -> entry.getValue().equals(indicator))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(indicator);
  }

  /**
   * The forecasts in a file.
   *
   * @param name its name for people
   * @param regions the region a location names, if the caller may write there
   * @throws DataException {@code hub-...} naming row and column
   */
  static List<NewForecast> read(
      Path path, String name, String model, Function<String, Optional<Region>> regions) {
    return new HubFile(new SourceFile(path, name), model, regions).read();
  }

  private List<NewForecast> read() {
    try (RowSource rows = file.open()) {
      HubFormat format = formatOf(rows.header());
      int[] columns =
          format.columns().stream().mapToInt(column -> column(rows.header(), column)).toArray();
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        if (row.number() > MAX_ROWS) {
          throw new DataException("hub-too-long", file.name() + ": more than 3,000,000 rows");
        }
        take(new Row(format, row, columns));
      }
    }
    if (found.isEmpty()) {
      throw new DataException("hub-empty", file.name() + ": no row holds a forecast");
    }
    List<NewForecast> forecasts = new ArrayList<>();
    found.forEach((key, targets) -> forecasts.add(forecast(key, targets)));
    return forecasts;
  }

  private HubFormat formatOf(List<String> header) {
    for (HubFormat format : HubFormat.values()) {
      if (header.containsAll(format.columns())) {
        return format;
      }
    }
    throw new DataException(
        "hub-columns",
        "%s, row 1: a hub file has the columns %s, or %s; this one has %s"
            .formatted(
                file.name(),
                String.join(", ", HubFormat.FORECAST_HUB.columns()),
                String.join(", ", HubFormat.HUBVERSE.columns()),
                String.join(", ", header)));
  }

  private static int column(List<String> header, String name) {
    return header.indexOf(name);
  }

  /** One row, with its values by the names of the format's columns. */
  @SuppressWarnings("ArrayRecordComponent") // compared by nobody
  private record Row(HubFormat format, SourceRow row, int[] columns) {

    String get(String column) {
      return row.cell(columns[format.columns().indexOf(column)]).strip();
    }

    long number() {
      return row.number();
    }
  }

  private DataException wrong(Row row, String column, String code, String what) {
    return new DataException(
        code, "%s, row %d, column %s: %s".formatted(file.name(), row.number(), column, what));
  }

  private void take(Row row) {
    String target = row.get("target");
    Matcher old = OLD_TARGET.matcher(target);
    Matcher recent = NEW_TARGET.matcher(target);
    boolean isOld = old.matches();
    if (!isOld && !recent.matches()) {
      throw wrong(
          row,
          "target",
          "hub-target",
          "should be such as '7 day ahead inc case' or 'wk inc death', was '" + target + "'");
    }
    Matcher read = isOld ? old : recent;
    int shift = isOld ? 2 : 1;
    boolean weekly = read.group(shift).equals("wk");
    boolean cumulative = read.group(shift + 1).equals("cum");
    String word = read.group(shift + 2);
    LocalDate origin = date(row, row.format().originColumn());
    LocalDate end = date(row, "target_end_date");
    if (!end.isAfter(origin)) {
      throw wrong(row, "target_end_date", "hub-dates", end + " is not after " + origin);
    }
    Counting kind = cumulative ? Counting.CUMULATIVE : weekly ? Counting.WEEK : Counting.NEW;
    Key key = new Key(region(row), INDICATORS.getOrDefault(word, word), kind, origin);
    Building building =
        found
            .computeIfAbsent(key, ignored -> new TreeMap<>())
            .computeIfAbsent(end, ignored -> new Building(row.number()));
    put(row, building);
  }

  private Region region(Row row) {
    String location = row.get("location");
    return regions
        .apply(location)
        .orElseThrow(() ->
            wrong(
                row,
                "location",
                "hub-location",
                "there is no region '" + location + "' where you may keep forecasts"));
  }

  private LocalDate date(Row row, String column) {
    try {
      return LocalDate.parse(row.get(column));
    } catch (DateTimeParseException e) {
      throw wrong(
          row,
          column,
          "hub-date",
          "should be a day such as 2020-06-03, was '" + row.get(column) + "'");
    }
  }

  private double number(Row row, String column) {
    try {
      double value = Double.parseDouble(row.get(column));
      if (Double.isFinite(value)) {
        return value;
      }
    } catch (NumberFormatException e) {
      // Told below, with the value.
    }
    throw wrong(row, column, "hub-number", "should be a number, was '" + row.get(column) + "'");
  }

  private void put(Row row, Building building) {
    String typeColumn = row.format().typeColumn();
    String type = row.get(typeColumn);
    double value = number(row, "value");
    switch (type) {
      case "point", "mean", "median" -> {
        if (Double.isNaN(building.point) || !type.equals("median")) {
          building.point = value;
        }
      }
      case "quantile" -> {
        int level = level(row);
        if (!Double.isNaN(building.quantiles[level])) {
          throw wrong(row, row.format().levelColumn(), "hub-twice", "this quantile was there");
        }
        building.quantiles[level] = value;
      }
      default ->
          throw wrong(
              row, typeColumn, "hub-type", "should be quantile or point, was '" + type + "'");
    }
  }

  private int level(Row row) {
    String column = row.format().levelColumn();
    double level = number(row, column);
    for (int i = 0; i < HubLevels.COUNT; i++) {
      if (Math.abs(HubLevels.at(i) - level) < LEVEL_TOLERANCE) {
        return i;
      }
    }
    throw wrong(row, column, "hub-level", "is none of the 23 levels of the hubs: " + level);
  }

  private NewForecast forecast(Key key, Map<LocalDate, Building> built) {
    List<Target> targets = new ArrayList<>();
    built.forEach((date, building) -> targets.add(target(key, date, building)));
    return new NewForecast(
        key.region(),
        key.indicator(),
        key.kind(),
        model,
        null,
        null,
        null,
        key.origin(),
        false,
        null,
        Map.of(),
        null,
        file.name(),
        targets);
  }

  private Target target(Key key, LocalDate date, Building building) {
    String where =
        "%s, row %d and those that follow for %s on %s"
            .formatted(file.name(), building.row, key.region().code(), date);
    for (int i = 0; i < HubLevels.COUNT; i++) {
      if (Double.isNaN(building.quantiles[i])) {
        throw new DataException(
            "hub-quantiles",
            where + ", column value: the quantile " + HubLevels.at(i) + " is missing");
      }
      if (i > 0 && building.quantiles[i] < building.quantiles[i - 1]) {
        throw new DataException(
            "hub-quantiles",
            "%s, column value: quantiles must not fall, but %s at %s follows %s"
                .formatted(
                    where, building.quantiles[i], HubLevels.at(i), building.quantiles[i - 1]));
      }
    }
    double point =
        Double.isNaN(building.point) ? building.quantiles[HubLevels.MEDIAN] : building.point;
    return new Target(date, point, building.quantiles, null);
  }

  /** Model name in a hub's file name such as {@code 2020-11-02-Team-Model.csv}, if it is one. */
  static @Nullable String modelOf(String fileName) {
    Matcher name =
        Pattern.compile("\\d{4}-\\d{2}-\\d{2}-(.+?)\\.(csv|csv\\.gz|txt)").matcher(fileName);
    return name.matches() ? name.group(1) : null;
  }
}
