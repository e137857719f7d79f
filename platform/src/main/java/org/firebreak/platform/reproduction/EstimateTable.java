package org.firebreak.platform.reproduction;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Keeps what has been computed, so that a page of many regions is there at once. */
@Component
class EstimateTable {

  /** What nobody asked for so long is computed anew if somebody does. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Clock clock;

  EstimateTable(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  /** Kept results by digest in hex. */
  Map<String, RtResult> find(List<byte[]> digests) {
    Map<String, RtResult> found = new HashMap<>();
    Object[] wanted = digests.toArray();
    jdbc.query(
        "select digest, result from reproduction.estimate where digest = any (?)",
        row -> {
          found.put(
              HexFormat.of().formatHex(row.getBytes("digest")),
              json.readValue(row.getString("result"), RtResult.class));
        },
        (Object) java.util.Arrays.copyOf(wanted, wanted.length, byte[][].class));
    return found;
  }

  void save(byte[] digest, RtResult result) {
    jdbc.update(
        "insert into reproduction.estimate (digest, result, used_at) values (?, ?::jsonb, ?)"
            + " on conflict (digest) do nothing",
        digest,
        json.writeValueAsString(result),
        Timestamp.from(clock.instant()));
  }

  /** Notes that results were used, and lets go of those that nobody uses. */
  void noteUse(List<byte[]> digests) {
    Timestamp now = Timestamp.from(clock.instant());
    Timestamp yesterday = Timestamp.from(clock.instant().minus(Duration.ofDays(1)));
    jdbc.update(
        "update reproduction.estimate set used_at = ? where digest = any (?) and used_at < ?",
        now,
        digests.toArray(byte[][]::new),
        yesterday);
    jdbc.update(
        "delete from reproduction.estimate where used_at < ?",
        Timestamp.from(clock.instant().minus(KEPT)));
  }
}
