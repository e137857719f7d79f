package org.firebreak.platform.intake;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of imports and of what they counted. */
@Component
class ImportTable {

  private final JdbcTemplate jdbc;

  ImportTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Acknowledges an import: from here on it is carried out, also after a crash. */
  long add(NewImport wanted) {
    Long id =
        jdbc.queryForObject(
            """
            insert into intake.import (standard, standard_version, source, file_name, file_sha256,
                stored_file, as_of, dry_run, mapping, state, started_by, created_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, 'queued', ?, ?) returning id
            """,
            Long.class,
            wanted.standard(),
            String.valueOf(wanted.standardVersion()),
            wanted.source(),
            wanted.fileName(),
            wanted.sha256(),
            wanted.storedFile(),
            timestamp(wanted.asOf()),
            wanted.dryRun(),
            wanted.mapping(),
            wanted.startedBy(),
            Timestamp.from(wanted.createdAt()));
    if (id == null) {
      throw new IllegalStateException("The database gave no id for an import");
    }
    return id;
  }

  private static @Nullable Timestamp timestamp(@Nullable Instant instant) {
    return instant == null ? null : Timestamp.from(instant);
  }

  void start(long id, UUID job, Instant now) {
    jdbc.update(
        "update intake.import set state = 'running', job = ?, started_at = ? where id = ?",
        job,
        Timestamp.from(now),
        id);
  }

  void noteJob(long id, UUID job) {
    jdbc.update("update intake.import set job = ? where id = ?", job, id);
  }

  /** Ends an import that went through. */
  void finish(long id, ImportCounts counts, Instant now) {
    jdbc.update(
        """
        update intake.import set state = 'done', ended_at = ?, stored_file = null, rows = ?,
            accepted = ?, quarantined = ?, unchanged = ?, flagged = ? where id = ?
        """,
        Timestamp.from(now),
        counts.rows(),
        counts.accepted(),
        counts.quarantined(),
        counts.unchanged(),
        counts.flagged(),
        id);
    counts
        .rules()
        .forEach(rule ->
            jdbc.update(
                "insert into intake.import_rule (import_id, rule, severity, count) values (?, ?, ?, ?)",
                id,
                rule.rule(),
                rule.severity(),
                rule.count()));
  }

  /** Ends an import that did not; nothing of it is stored. */
  void end(long id, String state, @Nullable String code, @Nullable String message, Instant now) {
    jdbc.update(
        """
        update intake.import set state = ?, error_code = ?, error_message = ?, ended_at = ?,
            stored_file = null where id = ?
        """,
        state,
        code,
        message,
        Timestamp.from(now),
        id);
  }

  Optional<Import> find(long id) {
    return jdbc
        .query("select * from intake.import where id = ?", (row, i) -> read(row), id)
        .stream()
        .findFirst();
  }

  /** A page of imports, newest first. */
  List<Import> list(@Nullable String standard, @Nullable String source, long before, int limit) {
    return jdbc.query(
        """
        select * from intake.import
        where id < ? and (?::text is null or standard = ?) and (?::text is null or source = ?)
        order by id desc limit ?
        """,
        (row, i) -> read(row),
        before,
        standard,
        standard,
        source,
        source,
        limit);
  }

  /** Imports that were acknowledged and have not ended, in their order. */
  List<Import> listUnfinished() {
    return jdbc.query(
        "select * from intake.import where state in ('queued', 'running') order by id",
        (row, i) -> read(row));
  }

  /** The as-of of the first finished import of the very same file in this standard and source. */
  Optional<Instant> findAsOfSameFile(Import other) {
    return jdbc
        .query(
            """
            select as_of from intake.import
            where file_sha256 = ? and standard = ? and source = ? and state = 'done'
              and not dry_run and as_of is not null
            order by id limit 1
            """,
            (row, i) -> row.getTimestamp("as_of").toInstant(),
            other.sha256(),
            other.standard(),
            other.source())
        .stream()
        .findFirst();
  }

  /** Keeps what an import was carried out with. */
  void setUsed(long id, Instant asOf, String mapping) {
    jdbc.update(
        "update intake.import set as_of = ?, mapping = ?::jsonb where id = ?",
        Timestamp.from(asOf),
        mapping,
        id);
  }

  List<RuleCount> listRules(long id) {
    return jdbc.query(
        "select rule, severity, count from intake.import_rule where import_id = ? order by count desc, rule",
        (row, i) ->
            new RuleCount(row.getString("rule"), row.getString("severity"), row.getLong("count")),
        id);
  }

  List<Source> listSources() {
    return jdbc.query(
        """
        select source, array_agg(distinct standard order by standard) as standards,
               max(created_at) as last_import
        from intake.import where not dry_run group by source order by source
        """,
        (row, i) ->
            new Source(
                row.getString("source"),
                List.of((String[]) row.getArray("standards").getArray()),
                row.getTimestamp("last_import").toInstant()));
  }

  /**
   * Who has sent something.
   *
   * @param standards keys of the standards it sends
   */
  record Source(String source, List<String> standards, Instant lastImport) {}

  private static Import read(ResultSet row) throws SQLException {
    return new Import(
        row.getLong("id"),
        row.getString("standard"),
        Integer.parseInt(row.getString("standard_version")),
        row.getString("source"),
        row.getString("file_name"),
        row.getString("file_sha256"),
        row.getString("stored_file"),
        instant(row, "as_of"),
        row.getBoolean("dry_run"),
        row.getString("mapping"),
        row.getString("state"),
        row.getObject("job", UUID.class),
        row.getString("started_by"),
        row.getTimestamp("created_at").toInstant(),
        instant(row, "started_at"),
        instant(row, "ended_at"),
        new ImportCounts(
            row.getLong("rows"),
            row.getLong("accepted"),
            row.getLong("quarantined"),
            row.getLong("unchanged"),
            row.getLong("flagged"),
            List.of()),
        row.getString("error_code"),
        row.getString("error_message"));
  }

  private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
    Timestamp timestamp = row.getTimestamp(column);
    return timestamp == null ? null : timestamp.toInstant();
  }

  /** An import as it is asked for. */
  record NewImport(
      String standard,
      int standardVersion,
      String source,
      String fileName,
      String sha256,
      String storedFile,
      @Nullable Instant asOf,
      boolean dryRun,
      @Nullable String mapping,
      String startedBy,
      Instant createdAt) {}
}
