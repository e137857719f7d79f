package org.firebreak.platform.cases;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.cases.CaseFilter.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Reads the line list, newest first, page by page. A page is an index scan of as many rows as it
 * has, whatever the size of the list, as long as the caller sees one region.
 */
@Component
class CaseLines {

  /** Beyond this many rows the total is said to be more, not counted. */
  static final int COUNT_MAX = 100_000;

  private final JdbcTemplate jdbc;

  CaseLines(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of lines after {@code after}, or the first if that is null. */
  List<CaseLine> list(Conditions where, Order order, @Nullable Position after, int limit) {
    List<Object> values = new ArrayList<>(where.values());
    String sql = "select * from cases.line where " + where.sql();
    if (after != null) {
      sql += " and (sort_date, record) " + order.comparison + " (?, ?)";
      values.add(after.date());
      values.add(after.record());
    }
    sql += " order by sort_date %1$s, record %1$s limit ?".formatted(order.word);
    values.add(limit);
    return jdbc.query(sql, (row, i) -> read(row), values.toArray());
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
            "select * from cases.line where " + where.sql() + " and record = ?",
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
        "select * from cases.line where "
            + where.sql()
            + " and case_number = any (?) order by record",
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
        row.getObject("sort_date", LocalDate.class));
  }

  /** Where a page ends. */
  record Position(LocalDate date, long record) {

    /** From the sort keys of a cursor. */
    static Position of(String date, String record) {
      try {
        return new Position(LocalDate.parse(date), Long.parseLong(record));
      } catch (DateTimeParseException | NumberFormatException e) {
        throw new UserException(
            "cursor-invalid", "The cursor is not one of this list; start anew.", e);
      }
    }
  }

  /** Cases of one day and classification. */
  record DailyCount(LocalDate date, String classification, int count) {}

  /** By date, newest or oldest first. */
  enum Order {
    NEWEST_FIRST("desc", "<"),
    OLDEST_FIRST("asc", ">");

    private final String word;
    private final String comparison;

    Order(String word, String comparison) {
      this.word = word;
      this.comparison = comparison;
    }

    static Order of(String sort) {
      return Arrays.asList("reportDate", "+reportDate").contains(sort)
          ? OLDEST_FIRST
          : NEWEST_FIRST;
    }
  }
}
