package org.firebreak.platform.jobs;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Jobs as they stand in the database. */
@Component
class JobTable {

  private static final String COLUMNS =
      "id, kind, state, done, total, unit, message_en, message_zh, started_by, queued_at,"
          + " started_at, ended_at";

  private final JdbcClient sql;

  JobTable(JdbcClient sql) {
    this.sql = sql;
  }

  void insert(Job job) {
    sql.sql("INSERT INTO jobs.job (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
        .params(
            Arrays.asList(
                job.id(),
                job.kind(),
                job.state().word(),
                job.done(),
                job.total(),
                job.unit(),
                job.message().en(),
                job.message().zh(),
                job.startedBy(),
                Timestamp.from(job.queuedAt()),
                time(job.startedAt()),
                time(job.endedAt())))
        .update();
  }

  void update(Job job) {
    sql.sql(
            "UPDATE jobs.job SET state = ?, done = ?, total = ?, message_en = ?, message_zh = ?,"
                + " started_at = ?, ended_at = ? WHERE id = ?")
        .params(
            Arrays.asList(
                job.state().word(),
                job.done(),
                job.total(),
                job.message().en(),
                job.message().zh(),
                time(job.startedAt()),
                time(job.endedAt()),
                job.id()))
        .update();
  }

  private static @Nullable Timestamp time(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  Optional<Job> find(UUID id) {
    return sql.sql("SELECT " + COLUMNS + " FROM jobs.job WHERE id = ?")
        .param(id)
        .query((row, i) -> read(row))
        .optional();
  }

  /** Newest first; one row more than the page holds. */
  List<Job> list(PageRequest page) {
    if (page.isFirst()) {
      return sql.sql("SELECT " + COLUMNS + " FROM jobs.job ORDER BY queued_at DESC, id LIMIT ?")
          .param(page.limit() + 1)
          .query((row, i) -> read(row))
          .list();
    }
    List<String> keys = page.keys(2);
    return sql.sql(
            "SELECT "
                + COLUMNS
                + " FROM jobs.job WHERE queued_at < ?::timestamptz"
                + " OR (queued_at = ?::timestamptz AND id > ?::uuid)"
                + " ORDER BY queued_at DESC, id LIMIT ?")
        .params(keys.get(0), keys.get(0), keys.get(1), page.limit() + 1)
        .query((row, i) -> read(row))
        .list();
  }

  /** What an earlier run of the platform left unfinished can never be finished. */
  int interruptUnfinished(Instant now) {
    return sql.sql(
            "UPDATE jobs.job SET state = 'interrupted', ended_at = ? WHERE state IN ('queued', 'running')")
        .param(Timestamp.from(now))
        .update();
  }

  private static Job read(ResultSet row) throws SQLException {
    long total = row.getLong(5);
    Long totalOrNull = row.wasNull() ? null : total;
    return new Job(
        row.getObject(1, UUID.class),
        row.getString(2),
        Job.State.valueOf(row.getString(3).toUpperCase(Locale.ROOT)),
        row.getLong(4),
        totalOrNull,
        row.getString(6),
        new LocalizedText(row.getString(7), row.getString(8)),
        row.getString(9),
        row.getTimestamp(10).toInstant(),
        instant(row.getTimestamp(11)),
        instant(row.getTimestamp(12)));
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }
}
