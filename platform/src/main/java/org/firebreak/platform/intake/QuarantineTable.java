package org.firebreak.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the quarantine. */
@Component
class QuarantineTable {

  private static final String COLUMNS =
      "intake.quarantine (import_id, row_number, standard, source, content_hash, raw, person, problems, state)";

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;

  QuarantineTable(JdbcTemplate jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Which of these rows the source sent before and what became of them, by content hash. */
  Map<String, String> findStates(String standard, String source, List<String> hashes) {
    Map<String, String> states = new HashMap<>();
    jdbc.query(
        """
        select content_hash, state from intake.quarantine
        where standard = ? and source = ? and content_hash = any (?) and state <> 'repeated'
        """,
        row -> {
          states.put(row.getString("content_hash"), row.getString("state"));
        },
        standard,
        source,
        hashes.toArray(String[]::new));
    return states;
  }

  void copy(BulkCopy rows) {
    rows.into(dataSource, COLUMNS);
  }

  /** A page of rows of an import after {@code afterRow}, in the order of the file. */
  List<QuarantinedRow> list(long importId, @Nullable String state, long afterRow, int limit) {
    return jdbc.query(
        """
        select * from intake.quarantine
        where import_id = ? and row_number > ? and (?::text is null or state = ?)
        order by row_number limit ?
        """,
        (row, i) -> read(row),
        importId,
        afterRow,
        state,
        state,
        limit);
  }

  Optional<QuarantinedRow> find(long importId, long rowNumber) {
    return jdbc
        .query(
            "select * from intake.quarantine where import_id = ? and row_number = ? for update",
            (row, i) -> read(row),
            importId,
            rowNumber)
        .stream()
        .findFirst();
  }

  /** Open rows of all imports. */
  long countOpen() {
    Long count =
        jdbc.queryForObject(
            "select count(*) from intake.quarantine where state = 'open'", Long.class);
    return count == null ? 0 : count;
  }

  void settle(long importId, long rowNumber, String state, String by, Instant now) {
    jdbc.update(
        """
        update intake.quarantine set state = ?, settled_by = ?, settled_at = ?
        where import_id = ? and row_number = ?
        """,
        state,
        by,
        Timestamp.from(now),
        importId,
        rowNumber);
  }

  private static @Nullable PersonToken token(@Nullable UUID value) {
    return value == null ? null : new PersonToken(value);
  }

  private static QuarantinedRow read(ResultSet row) throws SQLException {
    return new QuarantinedRow(
        row.getLong("import_id"),
        row.getLong("row_number"),
        row.getString("raw"),
        token(row.getObject("person", UUID.class)),
        row.getString("problems"),
        row.getString("state"));
  }

  /**
   * A row that was refused.
   *
   * @param raw column name to text as JSON, cells of personal columns empty
   * @param person token under which those are kept
   * @param problems as JSON
   * @param state open, corrected, discarded or repeated
   */
  record QuarantinedRow(
      long importId,
      long rowNumber,
      String raw,
      @Nullable PersonToken person,
      String problems,
      String state) {}
}
