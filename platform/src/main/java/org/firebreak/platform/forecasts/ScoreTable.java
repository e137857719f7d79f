package org.firebreak.platform.forecasts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Keeps scores and adds them up. */
@Component
class ScoreTable {

  /** How many days after a forecast's last target its latest score still follows revisions. */
  static final int REVISED_DAYS = 365;

  private final JdbcTemplate jdbc;
  private final Clock clock;

  ScoreTable(JdbcTemplate jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Keeps scores; one against a first value stays, one against the latest follows it. */
  void save(List<TargetScore> scores) {
    Timestamp now = Timestamp.from(clock.instant());
    jdbc.batchUpdate(
        """
        insert into forecasts.score
          (forecast, date, basis, observed, known_at, ape, wis, baseline_wis,
           inside50, inside80, inside95, scored_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (forecast, date, basis) do update
          set observed = excluded.observed, known_at = excluded.known_at, ape = excluded.ape,
              wis = excluded.wis, baseline_wis = excluded.baseline_wis,
              inside50 = excluded.inside50, inside80 = excluded.inside80,
              inside95 = excluded.inside95, scored_at = excluded.scored_at
          where forecasts.score.basis = 'latest'
            and forecasts.score.observed <> excluded.observed
        """,
        scores.stream()
            .map(score ->
                new Object[] {
                  score.forecast(),
                  score.date(),
                  score.basis().word(),
                  score.observed(),
                  Timestamp.from(score.knownAt()),
                  score.ape(),
                  score.wis(),
                  score.baselineWis(),
                  score.inside50(),
                  score.inside80(),
                  score.inside95(),
                  now
                })
            .toList());
  }

  List<TargetScore> list(long forecast) {
    return jdbc.query(
        "select * from forecasts.score where forecast = ? order by date, basis",
        ScoreTable::score,
        forecast);
  }

  private static TargetScore score(ResultSet row, int number) throws SQLException {
    return new TargetScore(
        row.getLong("forecast"),
        row.getObject("date", LocalDate.class),
        TargetScore.Basis.ofWord(row.getString("basis")),
        row.getDouble("observed"),
        row.getTimestamp("known_at").toInstant(),
        number(row, "ape"),
        row.getDouble("wis"),
        number(row, "baseline_wis"),
        row.getBoolean("inside50"),
        row.getBoolean("inside80"),
        row.getBoolean("inside95"));
  }

  private static @Nullable Double number(ResultSet row, String column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? null : value;
  }

  /** Forecasts whose scores may still change: a target without a first score, or a recent one. */
  List<Long> listOpen() {
    return jdbc.queryForList(
        """
        select f.id from forecasts.forecast f
        where exists (
          select from forecasts.target t
          left join forecasts.score s
            on s.forecast = t.forecast and s.date = t.date and s.basis = 'first'
          where t.forecast = f.id and (s.forecast is null or t.date > ?))
        order by f.region, f.indicator, f.id
        """,
        Long.class,
        LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC).minusDays(REVISED_DAYS));
  }

  /** Days of a forecast that have a score against the first known value. */
  List<LocalDate> listFirstScored(long forecast) {
    return jdbc.queryForList(
        "select date from forecasts.score where forecast = ? and basis = 'first'",
        LocalDate.class,
        forecast);
  }

  /**
   * How models fared, the one with most forecasts first.
   *
   * @param regions codes of the regions
   * @param from origins before this day do not count
   */
  List<ModelScore> summarise(
      List<String> regions,
      String indicator,
      String kind,
      TargetScore.Basis basis,
      LocalDate from) {
    return jdbc.query(
        """
        with one as (
          select f.id, f.model, f.retrospective, count(*) as days, avg(s.ape) as ape,
                 avg(s.wis) as wis,
                 sum(s.wis) filter (where s.baseline_wis is not null) as wis_compared,
                 sum(s.baseline_wis) as baseline_wis,
                 avg(s.inside50::int) as inside50, avg(s.inside80::int) as inside80,
                 avg(s.inside95::int) as inside95
          from forecasts.forecast f join forecasts.score s on s.forecast = f.id
          where f.region = any (?) and f.indicator = ? and f.kind = ? and s.basis = ?
            and f.origin >= ?
          group by f.id
        )
        select model, count(*) as forecasts, count(*) filter (where retrospective) as retrospective,
               sum(days) as days, avg(ape) as mape, avg(wis) as wis,
               exp(avg(ln(greatest(wis_compared, 1e-12) / baseline_wis))
                 filter (where baseline_wis > 0)) as relative_wis,
               sum(inside50 * days) / sum(days) as coverage50,
               sum(inside80 * days) / sum(days) as coverage80,
               sum(inside95 * days) / sum(days) as coverage95
        from one group by model order by count(*) desc, model
        """,
        (row, i) ->
            new ModelScore(
                row.getString("model"),
                row.getLong("forecasts"),
                row.getLong("retrospective"),
                row.getLong("days"),
                number(row, "mape"),
                row.getDouble("wis"),
                number(row, "relative_wis"),
                row.getDouble("coverage50"),
                row.getDouble("coverage80"),
                row.getDouble("coverage95")),
        regions.toArray(String[]::new),
        indicator,
        kind,
        basis.word(),
        from);
  }

  /** Mean scores of single forecasts, for the list. */
  List<ForecastScore> listByForecast(List<Long> forecasts, TargetScore.Basis basis) {
    return jdbc.query(
        """
        select forecast, count(*) as days, avg(ape) as mape, avg(wis) as wis,
               sum(wis) filter (where baseline_wis is not null) / nullif(sum(baseline_wis), 0)
                 as relative_wis,
               avg(inside95::int) as coverage95
        from forecasts.score where forecast = any (?) and basis = ? group by forecast
        """,
        (row, i) ->
            new ForecastScore(
                row.getLong("forecast"),
                row.getLong("days"),
                number(row, "mape"),
                row.getDouble("wis"),
                number(row, "relative_wis"),
                row.getDouble("coverage95")),
        forecasts.toArray(Long[]::new),
        basis.word());
  }

  /**
   * How the forecasts of one model fared.
   *
   * @param forecasts how many have been scored
   * @param retrospective how many of them were made afterwards
   * @param days targets scored
   * @param mape mean over forecasts of the mean absolute error in per cent; null if nothing came
   * @param wis mean weighted interval score
   * @param relativeWis geometric mean over forecasts of the score over that of the baseline
   */
  record ModelScore(
      String model,
      long forecasts,
      long retrospective,
      long days,
      @Nullable Double mape,
      double wis,
      @Nullable Double relativeWis,
      double coverage50,
      double coverage80,
      double coverage95) {}

  /** How one forecast fared so far; see {@link ModelScore}. */
  record ForecastScore(
      long forecast,
      long days,
      @Nullable Double mape,
      double wis,
      @Nullable Double relativeWis,
      double coverage95) {}
}
