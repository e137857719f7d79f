package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Keys with which programs call: a random token told once, kept as its hash, limited to some
 * permissions of its account.
 */
@Component
class Keys {

  private static final Duration TOUCH_INTERVAL = Duration.ofMinutes(1);

  private final JdbcClient sql;
  private final Accounts accounts;
  private final Clock clock;

  Keys(JdbcClient sql, Accounts accounts, Clock clock) {
    this.sql = sql;
    this.accounts = accounts;
    this.clock = clock;
  }

  private record Found(
      UUID id,
      String username,
      Set<String> permissions,
      boolean localOnly,
      @Nullable Instant used) {}

  /**
   * The caller a token makes.
   *
   * @param address where the call comes from
   */
  Optional<Caller> use(String token, String address) {
    Instant now = clock.instant();
    Optional<Found> found =
        sql.sql(
                "SELECT id, username, permissions, local_only, last_used_at FROM access.api_key"
                    + " WHERE token_hash = ? AND revoked_at IS NULL"
                    + " AND (expires_at IS NULL OR expires_at > ?)")
            .params(Tokens.hash(token), Timestamp.from(now))
            .query((row, i) -> {
              Timestamp used = row.getTimestamp(5);
              return new Found(
                  row.getObject(1, UUID.class),
                  row.getString(2),
                  Set.of((String[]) row.getArray(3).getArray()),
                  row.getBoolean(4),
                  used == null ? null : used.toInstant());
            })
            .optional()
            .filter(key -> !key.localOnly() || isLoopback(address));
    found.ifPresent(key -> touch(key, now));
    return found.flatMap(
        key -> accounts.findCaller(key.username()).map(caller -> limit(caller, key.permissions())));
  }

  private void touch(Found key, Instant now) {
    if (key.used() == null || key.used().plus(TOUCH_INTERVAL).isBefore(now)) {
      sql.sql("UPDATE access.api_key SET last_used_at = ? WHERE id = ?")
          .params(Timestamp.from(now), key.id())
          .update();
    }
  }

  private static Caller limit(Caller caller, Set<String> permissions) {
    Map<String, RegionScope> scopes = new HashMap<>(caller.scopes());
    scopes.keySet().retainAll(permissions);
    return new Caller(caller.username(), caller.displayName(), scopes, caller.mustChangePassword());
  }

  private static boolean isLoopback(String address) {
    try {
      return InetAddress.getByName(address).isLoopbackAddress();
    } catch (UnknownHostException e) {
      return false;
    }
  }

  /** A key as its administrators see it; the token is nowhere. */
  record KeyView(
      UUID id,
      String name,
      String username,
      @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
          Set<String> permissions,
      Instant createdAt,
      String createdBy,
      @Nullable Instant expiresAt,
      @Nullable Instant lastUsedAt) {}

  List<KeyView> list() {
    return sql.sql(
            "SELECT id, name, username, permissions, created_at, created_by, expires_at,"
                + " last_used_at FROM access.api_key WHERE revoked_at IS NULL ORDER BY created_at")
        .query((row, i) ->
            new KeyView(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getString(3),
                new TreeSet<>(Set.of((String[]) row.getArray(4).getArray())),
                row.getTimestamp(5).toInstant(),
                row.getString(6),
                instant(row.getTimestamp(7)),
                instant(row.getTimestamp(8))))
        .list();
  }

  private static @Nullable Instant instant(@Nullable Timestamp time) {
    return time == null ? null : time.toInstant();
  }

  /** Revokes a key; false if there is none such. */
  boolean revoke(UUID id) {
    return sql.sql("UPDATE access.api_key SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL")
            .params(Timestamp.from(clock.instant()), id)
            .update()
        > 0;
  }

  UUID insert(
      String token,
      String name,
      String username,
      Set<String> permissions,
      boolean localOnly,
      @Nullable Instant expiresAt,
      String by) {
    UUID id = UUID.randomUUID();
    sql.sql(
            "INSERT INTO access.api_key (id, name, token_hash, username, permissions, local_only,"
                + " created_at, created_by, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)"
                + " ON CONFLICT (token_hash) DO UPDATE SET permissions = excluded.permissions")
        .params(
            java.util.Arrays.asList(
                id,
                name,
                Tokens.hash(token),
                username,
                permissions.toArray(new String[0]),
                localOnly,
                Timestamp.from(clock.instant()),
                by,
                expiresAt == null ? null : Timestamp.from(expiresAt)))
        .update();
    return id;
  }
}
