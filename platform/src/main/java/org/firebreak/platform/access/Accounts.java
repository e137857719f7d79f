package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.media.ArraySchema;
import io.swagger.v3.oas.annotations.media.Schema;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Accounts as they stand in the database. */
@Component
class Accounts {

  private static final String ACCOUNT =
      "SELECT username, display_name, password_hash IS NULL, disabled, must_change_password,"
          + " created_at FROM access.account";

  private final JdbcClient sql;

  Accounts(JdbcClient sql) {
    this.sql = sql;
  }

  /**
   * What sign-in needs.
   *
   * @param passwordHash null for a service
   */
  record Login(String username, @Nullable String passwordHash, boolean disabled) {}

  /** A role held, in one region and all that lies in it; null = everywhere. */
  record Grant(String role, @Nullable String region) {}

  Optional<Login> findLogin(String username) {
    return sql.sql(
            "SELECT username, password_hash, disabled FROM access.account WHERE username = ?")
        .param(username)
        .query((row, i) -> new Login(row.getString(1), row.getString(2), row.getBoolean(3)))
        .optional();
  }

  /** The caller an account makes, unless it is disabled or gone. */
  Optional<Caller> findCaller(String username) {
    return sql.sql(
            "SELECT display_name, must_change_password FROM access.account"
                + " WHERE username = ? AND NOT disabled")
        .param(username)
        .query(
            (row, i) -> new Caller(username, row.getString(1), scopes(username), row.getBoolean(2)))
        .optional();
  }

  private Map<String, RegionScope> scopes(String username) {
    Map<String, RegionScope> scopes = new HashMap<>();
    sql.sql(
            "SELECT p.permission, a.region FROM access.account_role a"
                + " JOIN access.role_permission p ON p.role = a.role WHERE a.username = ?")
        .param(username)
        .query(row -> {
          String region = row.getString(2);
          RegionScope scope = region == null ? RegionScope.ALL : RegionScope.of(Set.of(region));
          scopes.merge(row.getString(1), scope, RegionScope::or);
        });
    return scopes;
  }

  List<Grant> grants(String username) {
    return sql.sql(
            "SELECT a.role, a.region FROM access.account_role a JOIN access.role r ON r.name = a.role"
                + " WHERE a.username = ? ORDER BY r.position, a.region")
        .param(username)
        .query((row, i) -> new Grant(row.getString(1), row.getString(2)))
        .list();
  }

  /** Whether nobody has a password of their own yet. */
  boolean isUnclaimed() {
    return sql.sql(
            "SELECT NOT EXISTS (SELECT 1 FROM access.account"
                + " WHERE password_hash IS NOT NULL AND NOT must_change_password)")
        .query(Boolean.class)
        .single();
  }

  void insert(
      String username,
      String displayName,
      @Nullable String passwordHash,
      boolean mustChange,
      String by) {
    sql.sql(
            "INSERT INTO access.account (username, display_name, password_hash,"
                + " must_change_password, created_by) VALUES (?, ?, ?, ?, ?)")
        .params(java.util.Arrays.asList(username, displayName, passwordHash, mustChange, by))
        .update();
  }

  void putGrants(String username, List<Grant> grants) {
    sql.sql("DELETE FROM access.account_role WHERE username = ?").param(username).update();
    for (Grant grant : grants) {
      sql.sql("INSERT INTO access.account_role (username, role, region) VALUES (?, ?, ?)")
          .params(java.util.Arrays.asList(username, grant.role(), grant.region()))
          .update();
    }
  }

  void putPassword(String username, String passwordHash, boolean mustChange) {
    sql.sql(
            "UPDATE access.account SET password_hash = ?, must_change_password = ?,"
                + " version = version + 1 WHERE username = ?")
        .params(passwordHash, mustChange, username)
        .update();
  }

  /** An account as administrators see it. */
  record Account(
      String username,
      String displayName,
      boolean service,
      boolean disabled,
      boolean mustChangePassword,
      List<Grant> roles,
      Instant createdAt) {}

  /** In order of names, after {@code after}; at most {@code limit}. */
  List<Account> list(String after, int limit) {
    return sql.sql(ACCOUNT + " WHERE username > ? ORDER BY username LIMIT ?")
        .params(after, limit)
        .query((row, i) -> read(row))
        .list();
  }

  Optional<Account> find(String username) {
    return sql.sql(ACCOUNT + " WHERE username = ?")
        .param(username)
        .query((row, i) -> read(row))
        .optional();
  }

  private Account read(ResultSet row) throws SQLException {
    String username = row.getString(1);
    return new Account(
        username,
        row.getString(2),
        row.getBoolean(3),
        row.getBoolean(4),
        row.getBoolean(5),
        grants(username),
        row.getTimestamp(6).toInstant());
  }

  void update(String username, String displayName, boolean disabled) {
    sql.sql(
            "UPDATE access.account SET display_name = ?, disabled = ?, version = version + 1"
                + " WHERE username = ?")
        .params(displayName, disabled, username)
        .update();
  }

  /** How many people could still administer users. */
  int countAdministrators() {
    return sql.sql(
            "SELECT count(DISTINCT a.username) FROM access.account a"
                + " JOIN access.account_role r USING (username)"
                + " JOIN access.role_permission p ON p.role = r.role"
                + " WHERE p.permission = 'users:write' AND r.region IS NULL AND NOT a.disabled"
                + " AND a.password_hash IS NOT NULL")
        .query(Integer.class)
        .single();
  }

  /** A role and what it allows. */
  record Role(
      String name,
      LocalizedText title,
      @ArraySchema(schema = @Schema(ref = "#/components/schemas/Permission"))
          List<String> permissions) {}

  List<Role> roles() {
    return sql.sql(
            "SELECT r.name, r.title_en, r.title_zh, array_agg(p.permission ORDER BY p.permission)"
                + " FROM access.role r JOIN access.role_permission p ON p.role = r.name"
                + " GROUP BY r.name ORDER BY r.position")
        .query((row, i) ->
            new Role(
                row.getString(1),
                new LocalizedText(row.getString(2), row.getString(3)),
                List.of((String[]) row.getArray(4).getArray())))
        .list();
  }
}
