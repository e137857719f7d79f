package org.firebreak.platform.situation;

import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Reads series, observations and annotations. */
@Component
class SeriesTable {

  private final JdbcTemplate jdbc;

  SeriesTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  long revision() {
    Long number = jdbc.queryForObject("select number from situation.revision", Long.class);
    return number == null ? 0 : number;
  }

  /** Every series that counts everybody, not one sex or age group. */
  List<Series> listSeries() {
    return jdbc.query(
        "select id, source, indicator, region, kind, definition from situation.series"
            + " where stratum = '' order by id",
        (row, i) ->
            new Series(
                row.getInt("id"),
                row.getString("source"),
                row.getString("indicator"),
                row.getString("region"),
                Kind.ofWord(row.getString("kind")),
                row.getString("definition")));
  }

  /**
   * Values of series as they were known at {@code asOf}, one list per series, by date.
   *
   * @param asOf null for now
   */
  Map<Integer, List<Value>> listValues(List<Integer> series, @Nullable Instant asOf) {
    Map<Integer, List<Value>> values = new HashMap<>();
    Timestamp until = asOf == null ? null : Timestamp.from(asOf);
    jdbc.query(
        """
        select distinct on (series, date) series, date, value, as_of
        from situation.observation
        where series = any (?) and (?::timestamptz is null or as_of <= ?)
        order by series, date, as_of desc
        """,
        row -> {
          values
              .computeIfAbsent(row.getInt("series"), key -> new ArrayList<>())
              .add(
                  new Value(
                      row.getObject("date", LocalDate.class),
                      row.getDouble("value"),
                      row.getTimestamp("as_of").toInstant()));
        },
        series.toArray(Integer[]::new),
        until,
        until);
    return values;
  }

  /** The vintages of a source, newest first: the times at which it said something new. */
  List<Instant> listVintages(String source, int limit) {
    return jdbc.query(
        """
        with recursive newest as (
          (select max(as_of) as as_of from situation.observation where series in (
             select id from situation.series where source = ?))
          union all
          select (select max(o.as_of) from situation.observation o
                  where o.as_of < newest.as_of
                    and o.series in (select id from situation.series where source = ?))
          from newest where newest.as_of is not null
        )
        select as_of from newest where as_of is not null limit ?
        """,
        (row, i) -> row.getTimestamp("as_of").toInstant(),
        source,
        source,
        limit);
  }

  /** First day of each case definition that replaced another in a series. */
  List<Annotation> listDefinitionChanges() {
    return jdbc
        .query(
            """
            select region, source, min(first) as date, definition, lag(definition) over w as before
            from (
              select s.region, s.source, s.definition, min(o.date) as first
              from situation.series s join situation.observation o on o.series = s.id
              where s.definition <> '' and s.stratum = ''
              group by s.region, s.source, s.definition
            ) t
            group by region, source, definition
            window w as (partition by region, source order by min(first))
            """,
            (row, i) -> definitionChange(row))
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  private static Optional<Annotation> definitionChange(ResultSet row) throws SQLException {
    String before = row.getString("before");
    String now = row.getString("definition");
    return before == null
        ? Optional.empty()
        : Optional.of(
            new Annotation(
                row.getString("region"),
                row.getObject("date", LocalDate.class),
                "definition-change",
                new LocalizedText(
                    "Case definition changed: %s to %s".formatted(before, now),
                    "病例定义变更：%s → %s".formatted(before, now)),
                row.getString("source")));
  }

  List<Annotation> listAnnotations() {
    return jdbc.query(
        "select region, date, kind, text_en, text_zh, source from situation.annotation order by date",
        (row, i) ->
            new Annotation(
                row.getString("region"),
                row.getObject("date", LocalDate.class),
                row.getString("kind"),
                new LocalizedText(row.getString("text_en"), row.getString("text_zh")),
                row.getString("source")));
  }

  void saveAnnotation(Annotation annotation) {
    jdbc.update("update situation.revision set number = number + 1");
    jdbc.update(
        """
        insert into situation.annotation (region, date, kind, text_en, text_zh, source)
        values (?, ?, ?, ?, ?, ?)
        on conflict (region, date, kind, source)
          do update set text_en = excluded.text_en, text_zh = excluded.text_zh
        """,
        annotation.region(),
        annotation.date(),
        annotation.kind(),
        annotation.text().en(),
        annotation.text().zh(),
        annotation.source());
  }

  /** A series; see the columns of {@code situation.series}. */
  record Series(
      int id, String source, String indicator, String region, Kind kind, String definition) {}

  /** A number of a day and since when it was known. */
  record Value(LocalDate date, double value, Instant asOf) {}

  /** Something that happened to the numbers on a day, to be marked in charts. */
  record Annotation(
      String region,
      LocalDate date,
      @Schema(allowableValues = {"definition-change", "vintage", "reporting-break", "intervention"})
          String kind,
      LocalizedText text,
      String source) {}
}
