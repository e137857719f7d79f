package org.firebreak.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the scheduled pulls. */
@Component
class PullTable {

  private final JdbcTemplate jdbc;

  PullTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  List<Pull> list() {
    return jdbc.query("select * from intake.pull order by id", (row, i) -> read(row));
  }

  Optional<Pull> find(long id) {
    return jdbc.query("select * from intake.pull where id = ?", (row, i) -> read(row), id).stream()
        .findFirst();
  }

  List<Pull> listDue(Instant now) {
    return jdbc.query(
        """
        select * from intake.pull
        where enabled and (last_run_at is null
          or last_run_at + make_interval(mins => every_minutes) <= ?)
        order by id
        """,
        (row, i) -> read(row),
        Timestamp.from(now));
  }

  long add(PullPlan plan, String by) {
    Long id =
        jdbc.queryForObject(
            """
            insert into intake.pull (url, standard, source, every_minutes, enabled, created_by)
            values (?, ?, ?, ?, ?, ?) returning id
            """,
            Long.class,
            plan.url(),
            plan.standard(),
            plan.source(),
            plan.everyMinutes(),
            plan.enabled(),
            by);
    return id == null ? 0 : id;
  }

  /** A changed address is fetched anew. */
  void change(long id, PullPlan plan) {
    jdbc.update(
        """
        update intake.pull set etag = case when url = ? then etag end,
            last_modified = case when url = ? then last_modified end,
            url = ?, standard = ?, source = ?, every_minutes = ?, enabled = ? where id = ?
        """,
        plan.url(),
        plan.url(),
        plan.url(),
        plan.standard(),
        plan.source(),
        plan.everyMinutes(),
        plan.enabled(),
        id);
  }

  void delete(long id) {
    jdbc.update("delete from intake.pull where id = ?", id);
  }

  void noteUnchanged(long id, Instant now) {
    jdbc.update(
        "update intake.pull set last_run_at = ?, last_error = null where id = ?",
        Timestamp.from(now),
        id);
  }

  void noteFailure(long id, String error, Instant now) {
    jdbc.update(
        "update intake.pull set last_run_at = ?, last_error = ? where id = ?",
        Timestamp.from(now),
        error,
        id);
  }

  void noteTaken(
      long id, @Nullable String etag, @Nullable String lastModified, long importId, Instant now) {
    jdbc.update(
        """
        update intake.pull set etag = ?, last_modified = ?, last_import = ?, last_run_at = ?,
            last_error = null where id = ?
        """,
        etag,
        lastModified,
        importId,
        Timestamp.from(now),
        id);
  }

  private static Pull read(ResultSet row) throws SQLException {
    Timestamp lastRun = row.getTimestamp("last_run_at");
    return new Pull(
        row.getLong("id"),
        row.getString("url"),
        row.getString("standard"),
        row.getString("source"),
        row.getInt("every_minutes"),
        row.getBoolean("enabled"),
        row.getString("etag"),
        row.getString("last_modified"),
        lastRun == null ? null : lastRun.toInstant(),
        row.getObject("last_import", Long.class),
        row.getString("last_error"),
        row.getString("created_by"));
  }

  /**
   * What is to be fetched.
   *
   * @param everyMinutes at least 1
   */
  record PullPlan(String url, String standard, String source, int everyMinutes, boolean enabled) {

    PullPlan {
      if (everyMinutes < 1) {
        throw new UserException(
            "pull-interval-invalid", "A pull runs every 1 minute at most, was " + everyMinutes);
      }
    }
  }

  /** A pull and how it went last time. */
  record Pull(
      long id,
      String url,
      String standard,
      String source,
      int everyMinutes,
      boolean enabled,
      @Nullable String etag,
      @Nullable String lastModified,
      @Nullable Instant lastRunAt,
      @Nullable Long lastImport,
      @Nullable String lastError,
      String createdBy) {}
}
