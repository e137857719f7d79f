package org.firebreak.platform.forecasts;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Keeps forecasts and reads them again. */
@Component
class ForecastTable {

  private static final String COLUMNS =
      "id, region, region_path, indicator, kind, model, method, source, vintage, origin,"
          + " retrospective, version, parameters, week_total, file_name, made_by, made_at";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;

  ForecastTable(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Keeps a forecast; the same one is kept once.
   *
   * @return its id, or nothing if it was there
   */
  Optional<Long> insert(NewForecast forecast, String by) {
    List<Long> ids =
        jdbc.queryForList(
            """
            insert into forecasts.forecast
              (region, region_path, indicator, kind, model, method, source, vintage, origin,
               retrospective, version, parameters, week_total, file_name, made_by, made_at, digest)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict do nothing returning id
            """,
            Long.class,
            forecast.region().code(),
            forecast.region().path(),
            forecast.indicator(),
            forecast.kind().word(),
            forecast.model(),
            forecast.method(),
            forecast.source(),
            timestamp(forecast.vintage()),
            forecast.origin(),
            forecast.retrospective(),
            forecast.version(),
            json.writeValueAsString(forecast.parameters()),
            boxed(forecast.weekTotal()),
            forecast.fileName(),
            by,
            Timestamp.from(clock.instant()),
            forecast.digest());
    if (ids.isEmpty()) {
      return Optional.empty();
    }
    List<Object[]> rows = new ArrayList<>();
    for (Target target : forecast.targets()) {
      rows.add(
          new Object[] {
            ids.getFirst(),
            target.date(),
            target.point(),
            boxed(target.quantiles()),
            boxed(target.baseline())
          });
    }
    jdbc.batchUpdate(
        "insert into forecasts.target (forecast, date, point, quantiles, baseline)"
            + " values (?, ?, ?, ?, ?)",
        rows);
    return Optional.of(ids.getFirst());
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  private static Double @Nullable [] boxed(double @Nullable [] values) {
    return values == null ? null : Arrays.stream(values).boxed().toArray(Double[]::new);
  }

  Optional<ForecastHead> find(long id) {
    return jdbc
        .query("select " + COLUMNS + " from forecasts.forecast where id = ?", this::head, id)
        .stream()
        .findFirst();
  }

  /** Those of one series, the latest origin first; of one origin the latest made first. */
  List<ForecastHead> list(ForecastFilter filter, int limit) {
    List<Object> parameters = new ArrayList<>();
    StringBuilder query =
        new StringBuilder("select " + COLUMNS + " from forecasts.forecast where true");
    add(query, parameters, " and region = any (?)", filter.regionArray());
    add(query, parameters, " and indicator = ?", filter.indicator());
    add(query, parameters, " and kind = ?", filter.kind());
    add(query, parameters, " and model = ?", filter.model());
    add(query, parameters, " and origin = ?", filter.origin());
    query.append(" order by origin desc, id desc limit ?");
    parameters.add(limit);
    return jdbc.query(query.toString(), this::head, parameters.toArray());
  }

  private static void add(
      StringBuilder query, List<Object> parameters, String condition, @Nullable Object value) {
    if (value != null) {
      query.append(condition);
      parameters.add(value);
    }
  }

  private ForecastHead head(ResultSet row, int number) throws SQLException {
    Timestamp vintage = row.getTimestamp("vintage");
    Array week = row.getArray("week_total");
    return new ForecastHead(
        row.getLong("id"),
        row.getString("region"),
        row.getString("region_path"),
        row.getString("indicator"),
        Counting.ofWord(row.getString("kind")),
        row.getString("model"),
        row.getString("method"),
        row.getString("source"),
        vintage == null ? null : vintage.toInstant(),
        row.getObject("origin", LocalDate.class),
        row.getBoolean("retrospective"),
        row.getString("version"),
        json.readValue(row.getString("parameters"), new TypeReference<Map<String, String>>() {}),
        week == null ? null : List.of((Double[]) week.getArray()),
        row.getString("file_name"),
        row.getString("made_by"),
        row.getTimestamp("made_at").toInstant());
  }

  /** Targets of forecasts, by forecast, by date. */
  Map<Long, List<Target>> listTargets(List<Long> forecasts) {
    Map<Long, List<Target>> targets = new LinkedHashMap<>();
    jdbc.query(
        "select forecast, date, point, quantiles, baseline from forecasts.target"
            + " where forecast = any (?) order by forecast, date",
        row -> {
          targets
              .computeIfAbsent(row.getLong("forecast"), id -> new ArrayList<>())
              .add(
                  new Target(
                      row.getObject("date", LocalDate.class),
                      row.getDouble("point"),
                      plain(row.getArray("quantiles")),
                      row.getArray("baseline") == null ? null : plain(row.getArray("baseline"))));
        },
        (Object) forecasts.toArray(Long[]::new));
    return targets;
  }

  private static double[] plain(Array array) throws SQLException {
    return Arrays.stream((Double[]) array.getArray()).mapToDouble(Double::doubleValue).toArray();
  }
}
