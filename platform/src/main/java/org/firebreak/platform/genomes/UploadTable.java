package org.firebreak.platform.genomes;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.firebreak.platform.genomes.GenomeUpload.Counts;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of uploads and of what was wrong with their records. */
@Component
class UploadTable {

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;

  UploadTable(JdbcTemplate jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** Acknowledges an upload: from here on it is worked on, also after a crash. */
  long add(
      long reference,
      String fileName,
      @Nullable String storedFile,
      @Nullable String metadataName,
      @Nullable String storedMetadata,
      String by,
      Instant now) {
    Long id =
        jdbc.queryForObject(
            """
            insert into genomes.upload (reference, file_name, stored_file, metadata_name,
                stored_metadata, state, started_by, created_at)
            values (?, ?, ?, ?, ?, 'queued', ?, ?) returning id
            """,
            Long.class,
            reference,
            fileName,
            storedFile,
            metadataName,
            storedMetadata,
            by,
            Timestamp.from(now));
    if (id == null) {
      throw new IllegalStateException("The database gave no id for an upload");
    }
    return id;
  }

  void start(long id, UUID job) {
    jdbc.update("update genomes.upload set state = 'running', job = ? where id = ?", job, id);
  }

  void noteJob(long id, UUID job) {
    jdbc.update("update genomes.upload set job = ? where id = ?", job, id);
  }

  void finish(long id, Counts counts, Instant now) {
    jdbc.update(
        """
        update genomes.upload set state = 'done', ended_at = ?, stored_file = null,
            stored_metadata = null, records = ?, accepted = ?, changed = ?, unchanged = ?,
            refused = ? where id = ?
        """,
        Timestamp.from(now),
        counts.records(),
        counts.accepted(),
        counts.changed(),
        counts.unchanged(),
        counts.refused(),
        id);
  }

  void end(long id, String state, @Nullable String code, @Nullable String message, Instant now) {
    jdbc.update(
        """
        update genomes.upload set state = ?, error_code = ?, error_message = ?, ended_at = ?,
            stored_file = null, stored_metadata = null where id = ?
        """,
        state,
        code,
        message,
        Timestamp.from(now),
        id);
  }

  void addProblems(long upload, List<GenomeProblem> problems) {
    BulkCopy rows = new BulkCopy();
    int number = 0;
    for (GenomeProblem problem : problems) {
      rows.value(upload)
          .value(++number)
          .value(problem.file())
          .value(problem.record())
          .value(problem.line())
          .value(problem.name())
          .value(problem.rule())
          .value(problem.error() ? "error" : "warning")
          .value(problem.message())
          .endRow();
    }
    rows.into(
        dataSource,
        "genomes.problem (upload, number, file, record, line, name, rule, severity, message)");
  }

  List<GenomeProblem> listProblems(long upload, int after, int limit) {
    return jdbc.query(
        """
        select * from genomes.problem where upload = ? and number > ? order by number limit ?
        """,
        (row, i) ->
            new GenomeProblem(
                row.getString("file"),
                row.getLong("record"),
                row.getLong("line"),
                row.getString("name"),
                row.getString("rule"),
                "error".equals(row.getString("severity")),
                row.getString("message")),
        upload,
        after,
        limit);
  }

  Optional<GenomeUpload> find(long id) {
    return jdbc
        .query("select * from genomes.upload where id = ?", (row, i) -> read(row), id)
        .stream()
        .findFirst();
  }

  List<GenomeUpload> listUnfinished() {
    return jdbc.query(
        "select * from genomes.upload where state in ('queued', 'running') order by id",
        (row, i) -> read(row));
  }

  /** Newest first. */
  List<GenomeUpload> list(long reference, long before, int limit) {
    return jdbc.query(
        "select * from genomes.upload where reference = ? and id < ? order by id desc limit ?",
        (row, i) -> read(row),
        reference,
        before,
        limit);
  }

  private static GenomeUpload read(ResultSet row) throws SQLException {
    Timestamp ended = row.getTimestamp("ended_at");
    return new GenomeUpload(
        row.getLong("id"),
        row.getLong("reference"),
        row.getString("file_name"),
        row.getString("stored_file"),
        row.getString("metadata_name"),
        row.getString("stored_metadata"),
        row.getString("state"),
        row.getObject("job", UUID.class),
        row.getString("started_by"),
        row.getTimestamp("created_at").toInstant(),
        ended == null ? null : ended.toInstant(),
        new Counts(
            row.getLong("records"),
            row.getLong("accepted"),
            row.getLong("changed"),
            row.getLong("unchanged"),
            row.getLong("refused")),
        row.getString("error_code"),
        row.getString("error_message"));
  }
}
