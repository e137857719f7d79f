package org.firebreak.platform.access;

import java.security.SecureRandom;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.firebreak.platform.PlatformConfig;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Sessions of people who signed in. The cookie holds a random token, the table its hash; a session
 * that is ended, idle too long or too old is gone with the next request.
 */
@Component
class Sessions {

  /** Not every request writes; the idle time is exact to this. */
  private static final Duration TOUCH_INTERVAL = Duration.ofSeconds(30);

  private static final int MAX_AGENT_CHARS = 200;

  private final JdbcClient sql;
  private final PlatformConfig config;
  private final Clock clock;
  private final SecureRandom random;

  Sessions(JdbcClient sql, PlatformConfig config, Clock clock, SecureRandom random) {
    this.sql = sql;
    this.config = config;
    this.clock = clock;
    this.random = random;
  }

  /** A session as its owner sees it. */
  record Session(
      UUID id,
      String username,
      Instant createdAt,
      Instant lastUsedAt,
      String address,
      String agent) {}

  /** Starts a session and returns its token, which is told once. */
  String start(String username, String address, String agent) {
    String token = Tokens.create(random);
    Timestamp now = Timestamp.from(clock.instant());
    deleteExpired();
    sql.sql(
            "INSERT INTO access.session (id, token_hash, username, created_at, last_used_at, address,"
                + " agent) VALUES (?, ?, ?, ?, ?, ?, ?)")
        .params(
            UUID.randomUUID(),
            Tokens.hash(token),
            username,
            now,
            now,
            address,
            agent.substring(0, Math.min(agent.length(), MAX_AGENT_CHARS)))
        .update();
    return token;
  }

  private void deleteExpired() {
    sql.sql("DELETE FROM access.session WHERE last_used_at <= ? OR created_at <= ?")
        .params(before(config.sessionIdle()), before(config.sessionAbsolute()))
        .update();
  }

  private Timestamp before(Duration duration) {
    return Timestamp.from(clock.instant().minus(duration));
  }

  /** The session of a token, if it is still good; using it keeps it from becoming idle. */
  Optional<Session> use(String token) {
    Optional<Session> found =
        sql.sql(
                "SELECT id, username, created_at, last_used_at, address, agent FROM access.session"
                    + " WHERE token_hash = ? AND last_used_at > ? AND created_at > ?")
            .params(
                Tokens.hash(token), before(config.sessionIdle()), before(config.sessionAbsolute()))
            .query(Sessions::read)
            .optional();
    Instant now = clock.instant();
    found
        .filter(session -> session.lastUsedAt().plus(TOUCH_INTERVAL).isBefore(now))
        .ifPresent(session ->
            sql.sql("UPDATE access.session SET last_used_at = ? WHERE id = ?")
                .params(Timestamp.from(now), session.id())
                .update());
    return found;
  }

  private static Session read(java.sql.ResultSet row, int i) throws java.sql.SQLException {
    return new Session(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getTimestamp(3).toInstant(),
        row.getTimestamp(4).toInstant(),
        row.getString(5),
        row.getString(6));
  }

  List<Session> list(String username) {
    deleteExpired();
    return sql.sql(
            "SELECT id, username, created_at, last_used_at, address, agent FROM access.session"
                + " WHERE username = ? ORDER BY last_used_at DESC")
        .param(username)
        .query(Sessions::read)
        .list();
  }

  /** Ends one session of a user; false if there is none such. */
  boolean end(String username, UUID id) {
    return sql.sql("DELETE FROM access.session WHERE username = ? AND id = ?")
            .params(username, id)
            .update()
        > 0;
  }

  void endAll(String username) {
    sql.sql("DELETE FROM access.session WHERE username = ?").param(username).update();
  }
}
