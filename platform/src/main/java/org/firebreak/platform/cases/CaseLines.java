package org.firebreak.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.cases.CaseFilter.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the line list page by page. A page is an index scan of as many rows as it has, whatever the
 * size of the list; that of one district in another order than by report sorts the district.
 */
@Component
class CaseLines {

  /** Beyond this many rows the total is said to be more, not counted. */
  static final int COUNT_MAX = 100_000;

  private static final String COLUMNS =
      "record, case_number, source, region, classification, outcome, sex, age_years, onset_date,"
          + " report_date, sort_date, place";

  private final JdbcTemplate jdbc;

  CaseLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A page of lines.
   *
   * @param after sort key and id of the last line of the page before; empty for the first page
   */
  List<CaseLine> list(Conditions where, CaseOrder order, List<String> after, int limit) {
    List<Object> values = new ArrayList<>(where.values());
    String page = after.isEmpty() ? "true" : order.after();
    values.addAll(after);
    values.add(limit);
    // A district is read whole and sorted: an index on the whole list could hold its cases
    // anywhere.
    boolean whole = where.isNarrow() && !order.column().equals(CaseOrder.Column.REPORT_DATE);
    String from =
        whole
            ? "with wanted as materialized (select %s from cases.line where %s) select * from wanted where "
                .formatted(COLUMNS, where.sql())
            : "select %s from cases.line where %s and ".formatted(COLUMNS, where.sql());
    try {
      return jdbc.query(
          from + page + " order by " + order.orderBy() + " limit ?",
          (row, i) -> read(row),
          values.toArray());
    } catch (DataIntegrityViolationException e) {
      throw new UserException(
          "cursor-invalid", "The cursor is not one of this list; start anew.", e);
    }
  }

  /** Number of lines, at most {@link #COUNT_MAX} + 1. */
  long count(Conditions where) {
    List<Object> values = new ArrayList<>(where.values());
    values.add(COUNT_MAX + 1);
    Long count =
        jdbc.queryForObject(
            "select count(*) from (select 1 from cases.line where " + where.sql() + " limit ?) t",
            Long.class,
            values.toArray());
    return count == null ? 0 : count;
  }

  Optional<CaseLine> find(long record, Conditions where) {
    List<Object> values = new ArrayList<>(where.values());
    values.add(record);
    return jdbc
        .query(
            "select " + COLUMNS + " from cases.line where " + where.sql() + " and record = ?",
            (row, i) -> read(row),
            values.toArray())
        .stream()
        .findFirst();
  }

  /** The lines of these case numbers. */
  List<CaseLine> listByNumber(Collection<String> numbers, Conditions where) {
    List<Object> values = new ArrayList<>(where.values());
    values.add(numbers.toArray(String[]::new));
    return jdbc.query(
        "select "
            + COLUMNS
            + " from cases.line where "
            + where.sql()
            + " and case_number collate \"C\" = any (?) order by record",
        (row, i) -> read(row),
        values.toArray());
  }

  /**
   * Cases a day and classification.
   *
   * @param regions codes the cases must name, or null for all
   */
  List<DailyCount> countDaily(String byDate, @Nullable List<String> regions) {
    String[] codes = regions == null ? null : regions.toArray(String[]::new);
    return jdbc.query(
        """
        select date, classification, sum(count)::int as count from cases.daily
        where by_date = ? and (?::text[] is null or region = any (?))
        group by date, classification order by date
        """,
        (row, i) ->
            new DailyCount(
                row.getObject("date", LocalDate.class),
                row.getString("classification"),
                row.getInt("count")),
        byDate,
        codes,
        codes);
  }

  private static CaseLine read(ResultSet row) throws SQLException {
    return new CaseLine(
        row.getLong("record"),
        row.getString("case_number"),
        row.getString("source"),
        row.getString("region"),
        row.getString("classification"),
        row.getString("outcome"),
        row.getString("sex"),
        row.getObject("age_years", Float.class),
        row.getObject("onset_date", LocalDate.class),
        row.getObject("report_date", LocalDate.class),
        row.getObject("sort_date", LocalDate.class),
        row.getString("place"));
  }

  /** Cases of one day and classification. */
  record DailyCount(LocalDate date, String classification, int count) {}
}
