package org.firebreak.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.firebreak.privacy.ledger.CanonicalJson;
import org.firebreak.privacy.ledger.Hash;
import org.firebreak.privacy.ledger.LedgerAudit;
import org.firebreak.privacy.ledger.NodeSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The ledger as rows. Thread-safe; {@link #append} is for one sealer at a time. */
final class LedgerStore implements NodeSource {

  /** Subtrees of each so many levels are kept, those between computed from at most 128 of them. */
  private static final int KEPT_LEVELS = 8;

  private static final int FETCH_ROWS = 5_000;
  private static final String ENTRY =
      "e.id, e.at, e.actor, e.action, e.subject, e.detail, e.request_id";
  private static final TypeReference<TreeMap<String, String>> DETAIL = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  LedgerStore(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** An entry as it is hashed. */
  record Content(long id, String text) {}

  /** A sealed entry. */
  record Leaf(long index, long entry, Hash hash, Hash chain) {}

  /** A subtree that is kept. */
  record Node(int level, long index, Hash hash) {}

  /** A signed note. */
  record Note(long size, Instant at, String note) {}

  /** Keeps other sealers away until the transaction ends. */
  void lock() {
    jdbc.query("SELECT pg_advisory_xact_lock(hashtext('audit.leaf'))", row -> {});
  }

  long size() {
    Long size =
        jdbc.queryForObject("SELECT coalesce(max(index) + 1, 0) FROM audit.leaf", Long.class);
    return size == null ? 0 : size;
  }

  Hash chain(long size) {
    return size == 0
        ? LedgerAudit.CHAIN_START
        : Hash.of(one("SELECT chain FROM audit.leaf WHERE index = ?", size - 1));
  }

  /** Entries that wait to be sealed, oldest first. */
  List<Content> listPending(int limit) {
    return jdbc.query(
        "SELECT "
            + ENTRY
            + " FROM audit.pending p JOIN audit.entry e ON e.id = p.entry"
            + " ORDER BY p.entry LIMIT ?",
        (row, i) -> content(row),
        limit);
  }

  void append(List<Leaf> leaves, List<Node> nodes) {
    jdbc.update(
        "INSERT INTO audit.leaf (index, entry, hash, chain)"
            + " SELECT * FROM unnest(?::bigint[], ?::bigint[], ?::bytea[], ?::bytea[])",
        leaves.stream().map(Leaf::index).toArray(Long[]::new),
        leaves.stream().map(Leaf::entry).toArray(Long[]::new),
        leaves.stream().map(leaf -> leaf.hash().bytes()).toArray(byte[][]::new),
        leaves.stream().map(leaf -> leaf.chain().bytes()).toArray(byte[][]::new));
    for (Node node : nodes) {
      if (node.level() > 0 && node.level() % KEPT_LEVELS == 0) {
        jdbc.update(
            "INSERT INTO audit.node (level, index, hash) VALUES (?, ?, ?)",
            node.level(),
            node.index(),
            node.hash().bytes());
      }
    }
    jdbc.update(
        "DELETE FROM audit.pending WHERE entry = ANY (?)",
        (Object) leaves.stream().map(Leaf::entry).toArray(Long[]::new));
  }

  void add(Note note) {
    jdbc.update(
        "INSERT INTO audit.checkpoint (size, at, note) VALUES (?, ?, ?) ON CONFLICT DO NOTHING",
        note.size(),
        Timestamp.from(note.at()),
        note.note());
  }

  Optional<Note> findLatestNote() {
    return notes("ORDER BY size DESC LIMIT 1").stream().findFirst();
  }

  List<Note> listNotes() {
    return notes("ORDER BY size");
  }

  private List<Note> notes(String rest) {
    return jdbc.query(
        "SELECT size, at, note FROM audit.checkpoint " + rest,
        (row, i) -> new Note(row.getLong(1), row.getTimestamp(2).toInstant(), row.getString(3)));
  }

  /**
   * The oldest entry that is neither sealed nor waits for it; there is none unless it was hidden.
   */
  Optional<Long> findPassedOver() {
    return jdbc
        .query(
            "SELECT e.id FROM audit.entry e"
                + " WHERE NOT EXISTS (SELECT 1 FROM audit.leaf l WHERE l.entry = e.id)"
                + " AND NOT EXISTS (SELECT 1 FROM audit.pending p WHERE p.entry = e.id)"
                + " ORDER BY e.id LIMIT 1",
            (row, i) -> row.getLong(1))
        .stream()
        .findFirst();
  }

  /** Place of an entry in the ledger; empty while it waits. */
  Optional<Long> findIndex(long entry) {
    return jdbc
        .query("SELECT index FROM audit.leaf WHERE entry = ?", (row, i) -> row.getLong(1), entry)
        .stream()
        .findFirst();
  }

  Optional<Content> find(long entry) {
    return jdbc
        .query(
            "SELECT " + ENTRY + " FROM audit.entry e WHERE e.id = ?",
            (row, i) -> content(row),
            entry)
        .stream()
        .findFirst();
  }

  /** Every sealed entry in order. Needs a transaction to stream. */
  void walk(Consumer<LedgerAudit.Line> consumer) {
    JdbcTemplate streaming = new JdbcTemplate(requireDataSource());
    streaming.setFetchSize(FETCH_ROWS);
    streaming.query(
        "SELECT "
            + ENTRY
            + ", l.index, l.hash, l.chain FROM audit.leaf l"
            + " JOIN audit.entry e ON e.id = l.entry ORDER BY l.index",
        row -> {
          Content content = content(row);
          consumer.accept(
              new LedgerAudit.Line(
                  row.getLong(8),
                  Long.toString(content.id()),
                  content.text(),
                  Hash.of(row.getBytes(9)),
                  Hash.of(row.getBytes(10))));
        });
  }

  private DataSource requireDataSource() {
    DataSource source = jdbc.getDataSource();
    if (source == null) {
      throw new IllegalStateException("The ledger has no database");
    }
    return source;
  }

  @Override
  public Hash node(int level, long index) {
    int kept = level / KEPT_LEVELS * KEPT_LEVELS;
    long count = 1L << (level - kept);
    List<Hash> hashes =
        kept == 0 ? leaves(index * count, count) : nodes(kept, index * count, count);
    if (hashes.size() != count) {
      throw new IllegalArgumentException("Subtree " + level + "/" + index + " is not complete");
    }
    while (hashes.size() > 1) {
      List<Hash> above = new ArrayList<>(hashes.size() / 2);
      for (int i = 0; i < hashes.size(); i += 2) {
        above.add(Hash.node(hashes.get(i), hashes.get(i + 1)));
      }
      hashes = above;
    }
    return hashes.getFirst();
  }

  private List<Hash> leaves(long from, long count) {
    return jdbc.query(
        "SELECT hash FROM audit.leaf WHERE index >= ? AND index < ? ORDER BY index",
        (row, i) -> Hash.of(row.getBytes(1)),
        from,
        from + count);
  }

  private List<Hash> nodes(int level, long from, long count) {
    return jdbc.query(
        "SELECT hash FROM audit.node WHERE level = ? AND index >= ? AND index < ? ORDER BY index",
        (row, i) -> Hash.of(row.getBytes(1)),
        level,
        from,
        from + count);
  }

  private byte[] one(String query, long parameter) {
    byte[] value = jdbc.queryForObject(query, byte[].class, parameter);
    if (value == null) {
      throw new IllegalStateException("Nothing at " + parameter);
    }
    return value;
  }

  private Content content(ResultSet row) throws SQLException {
    Map<String, @Nullable Object> members = new HashMap<>();
    members.put("id", row.getLong(1));
    members.put("at", row.getTimestamp(2).toInstant().toString());
    members.put("actor", row.getString(3));
    members.put("action", row.getString(4));
    members.put("subject", row.getString(5));
    members.put("detail", json.readValue(row.getString(6), DETAIL));
    members.put("requestId", row.getString(7));
    return new Content(row.getLong(1), CanonicalJson.text(Collections.unmodifiableMap(members)));
  }
}
