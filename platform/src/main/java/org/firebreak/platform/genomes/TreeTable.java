package org.firebreak.platform.genomes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of trees. */
@Component
class TreeTable {

  private final JdbcTemplate jdbc;

  TreeTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A stored tree. */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Stored(int version, Instant builtAt, int genomes, byte[] content) {}

  /** Version of the tree of a reference, 0 if there is none. */
  int version(long reference) {
    return jdbc
        .queryForList(
            "select version from genomes.tree where reference = ?", Integer.class, reference)
        .stream()
        .findFirst()
        .orElse(0);
  }

  /** Number of genomes of a reference that has a tree, 0 if it has none. */
  int genomes(long reference) {
    return jdbc
        .queryForList(
            "select genomes from genomes.tree where reference = ?", Integer.class, reference)
        .stream()
        .findFirst()
        .orElse(0);
  }

  Optional<Stored> find(long reference) {
    return jdbc
        .query(
            "select version, built_at, genomes, content from genomes.tree where reference = ?",
            (row, i) ->
                new Stored(
                    row.getInt(1), row.getTimestamp(2).toInstant(), row.getInt(3), row.getBytes(4)),
            reference)
        .stream()
        .findFirst();
  }

  void put(long reference, int version, Instant now, int genomes, int parsimony, byte[] content) {
    jdbc.update(
        """
        insert into genomes.tree (reference, version, built_at, genomes, parsimony, content)
        values (?, ?, ?, ?, ?, ?)
        on conflict (reference) do update set version = excluded.version,
            built_at = excluded.built_at, genomes = excluded.genomes,
            parsimony = excluded.parsimony, content = excluded.content
        """,
        reference,
        version,
        Timestamp.from(now),
        genomes,
        parsimony,
        content);
  }
}
