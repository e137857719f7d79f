package org.firebreak.platform.records;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import javax.sql.DataSource;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the records. */
@Component
class RecordTable {

  private static final String FIND_KNOWN =
      """
      select external_id, version, id, content_hash, as_of, person, superseded_at is null as counts
      from records.record
      where standard = ? and source = ? and external_id = any (?)
      """;

  private static final String SELECT =
      """
      select id, standard, source, external_id, version, as_of, recorded_at, superseded_at, region,
             person, data::text as data, flags, left_out::text as left_out, import_id, row_number
      from records.record
      """;

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;

  RecordTable(JdbcTemplate jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /**
   * What is stored of these records, by external id; those not stored are left out. Each is one
   * probe of the index, which the planner would not know while an import fills a fresh table.
   */
  Map<String, KnownRecord> findKnown(String standard, String source, List<String> externalIds) {
    jdbc.execute("set local enable_seqscan = off");
    Map<String, KnownVersions> known = new HashMap<>();
    jdbc.query(
        FIND_KNOWN,
        row -> {
          known.computeIfAbsent(row.getString("external_id"), id -> new KnownVersions()).add(row);
        },
        standard,
        source,
        externalIds.toArray(String[]::new));
    jdbc.execute("set local enable_seqscan = on");
    Map<String, KnownRecord> records = new HashMap<>();
    known.forEach((externalId, versions) -> records.put(externalId, versions.toRecord()));
    return records;
  }

  /** Gathers the versions of one record. */
  private static final class KnownVersions {

    private final Set<String> hashes = new HashSet<>();
    private int last;
    private @Nullable KnownRecord current;

    void add(ResultSet row) throws SQLException {
      String hash = row.getString("content_hash");
      hashes.add(hash);
      last = Math.max(last, row.getInt("version"));
      if (row.getBoolean("counts")) {
        current =
            new KnownRecord(
                row.getLong("id"),
                last,
                hash,
                hashes,
                row.getTimestamp("as_of").toInstant(),
                row.getObject("person", UUID.class));
      }
    }

    KnownRecord toRecord() {
      KnownRecord counts =
          Objects.requireNonNull(current, "a record always has a version that counts");
      return new KnownRecord(
          counts.id(), last, counts.contentHash(), hashes, counts.asOf(), counts.person());
    }
  }

  List<Long> nextIds(int count) {
    return jdbc.queryForList(
        "select nextval('records.record_id_seq') from generate_series(1, ?)", Long.class, count);
  }

  void supersede(List<Long> ids, Instant at) {
    if (!ids.isEmpty()) {
      jdbc.update(
          "update records.record set superseded_at = ? where id = any (?)",
          Timestamp.from(at),
          ids.toArray(Long[]::new));
    }
  }

  void copy(BulkCopy rows, String target) {
    rows.into(dataSource, target);
  }

  Optional<RecordVersion> find(long id) {
    return jdbc.query(SELECT + "where id = ?", (row, i) -> read(row), id).stream().findFirst();
  }

  List<RecordVersion> findAll(List<Long> ids) {
    return jdbc.query(
        SELECT + "where id = any (?)", (row, i) -> read(row), (Object) ids.toArray(Long[]::new));
  }

  /** All versions of the record that {@code id} is a version of, oldest as-of first. */
  List<RecordVersion> listVersions(long id) {
    return jdbc.query(
        SELECT
            + """
            where (standard, source, external_id) =
              (select standard, source, external_id from records.record where id = ?)
            order by as_of, version
            """,
        (row, i) -> read(row),
        id);
  }

  /** A page of the versions that count now, by id. */
  List<RecordVersion> list(
      String standard,
      @Nullable String source,
      @Nullable List<String> regions,
      long after,
      int limit) {
    return jdbc.query(
        SELECT
            + """
            where standard = ? and superseded_at is null and id > ?
              and (?::text is null or source = ?) and (?::text[] is null or region = any (?))
            order by id limit ?
            """,
        (row, i) -> read(row),
        standard,
        after,
        source,
        source,
        regions == null ? null : regions.toArray(String[]::new),
        regions == null ? null : regions.toArray(String[]::new),
        limit);
  }

  private static RecordVersion read(ResultSet row) throws SQLException {
    Timestamp superseded = row.getTimestamp("superseded_at");
    return new RecordVersion(
        row.getLong("id"),
        row.getString("standard"),
        row.getString("source"),
        row.getString("external_id"),
        row.getInt("version"),
        row.getTimestamp("as_of").toInstant(),
        row.getTimestamp("recorded_at").toInstant(),
        superseded == null ? null : superseded.toInstant(),
        row.getString("region"),
        row.getObject("person", UUID.class),
        row.getString("data"),
        List.of((String[]) row.getArray("flags").getArray()),
        row.getString("left_out"),
        row.getLong("import_id"),
        row.getLong("row_number"));
  }
}
