package org.firebreak.platform.lifecycle;

import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Optional;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.MigrationVersion;
import org.flywaydb.core.api.configuration.FluentConfiguration;

/**
 * The platform's database, ready to be used: an owner role that migrates and a runtime role that
 * only reads and writes rows. The running platform knows the runtime role alone.
 *
 * @param owner signs in to migrate, back up and restore
 * @param runtime signs in to serve
 */
public record Database(DatabaseLogin owner, DatabaseLogin runtime) {

  static final String NAME = "firebreak";
  static final String OWNER = "firebreak_owner";
  static final String RUNTIME = "firebreak_app";

  private static final int MIN_POSTGRES_VERSION = 150000;

  /** Makes roles and database on an embedded server; changes nothing that is there. */
  static Database prepare(DatabaseLogin superuser, DataFolder folder, SecureRandom random) {
    String url = superuser.url().replaceFirst("/postgres$", "/" + NAME);
    DatabaseLogin owner = new DatabaseLogin(url, OWNER, folder.secret("database-owner", random));
    DatabaseLogin runtime = new DatabaseLogin(url, RUNTIME, folder.secret("database-app", random));
    try (Connection connection = superuser.connect();
        Statement statement = connection.createStatement()) {
      putRole(statement, owner);
      putRole(statement, runtime);
      if (!exists(statement, "SELECT 1 FROM pg_database WHERE datname = '" + NAME + "'")) {
        statement.execute("CREATE DATABASE " + NAME + " OWNER " + OWNER);
        statement.execute("REVOKE CONNECT ON DATABASE " + NAME + " FROM PUBLIC");
        statement.execute("GRANT CONNECT, TEMPORARY ON DATABASE " + NAME + " TO " + RUNTIME);
      }
    } catch (SQLException e) {
      throw new ResourceException(
          "database-setup", "the embedded database cannot be set up: " + e.getMessage(), e);
    }
    return new Database(owner, runtime);
  }

  /**
   * Checks an external database and makes the runtime role in it.
   *
   * @throws UserException if it is not PostgreSQL 15 or later or its user may not make the role
   * @throws ResourceException if it cannot be reached
   */
  static Database prepareExternal(DatabaseLogin owner, DataFolder folder, SecureRandom random) {
    DatabaseLogin runtime =
        new DatabaseLogin(owner.url(), RUNTIME, folder.secret("database-app", random));
    try (Connection connection = owner.connect();
        Statement statement = connection.createStatement()) {
      checkVersion(statement);
      if (!exists(
          statement,
          "SELECT 1 FROM pg_roles WHERE rolname = current_user AND (rolcreaterole OR rolsuper)")) {
        throw new UserException(
            "database-rights",
            "the database user %s may not create roles, which Firebreak needs for its runtime role %s; grant it CREATEROLE"
                .formatted(owner.user(), RUNTIME));
      }
      putRole(statement, runtime);
      return new Database(owner, runtime);
    } catch (SQLException e) {
      throw new ResourceException(
          "database-unreachable",
          "the database %s cannot be used: %s".formatted(owner.url(), e.getMessage()),
          e);
    }
  }

  private static void checkVersion(Statement statement) throws SQLException {
    try (ResultSet result =
        statement.executeQuery(
            "SELECT current_setting('server_version_num')::int, current_setting('server_version')")) {
      result.next();
      if (result.getInt(1) < MIN_POSTGRES_VERSION) {
        throw new UserException(
            "database-too-old",
            "the database is PostgreSQL %s; Firebreak needs 15 or later"
                .formatted(result.getString(2)));
      }
    }
  }

  private static void putRole(Statement statement, DatabaseLogin login) throws SQLException {
    String verb =
        exists(statement, "SELECT 1 FROM pg_roles WHERE rolname = '" + login.user() + "'")
            ? "ALTER"
            : "CREATE";
    statement.execute(
        "%s ROLE %s LOGIN NOCREATEDB NOCREATEROLE PASSWORD '%s'"
            .formatted(verb, login.user(), login.password()));
  }

  private static boolean exists(Statement statement, String query) throws SQLException {
    try (ResultSet result = statement.executeQuery(query)) {
      return result.next();
    }
  }

  /**
   * Brings the tables to this version and gives the runtime role its rights.
   *
   * @return how many migrations ran
   * @throws UserException if the database was migrated by a later version
   */
  public int migrate() {
    return migrate(flyway().load());
  }

  /** Brings the tables to an earlier version, for data that was written by it. */
  public void migrateTo(String version) {
    migrate(flyway().target(version).load());
  }

  /** The last migration that ran, for example {@code 210}; empty if none did. */
  public Optional<String> version() {
    return Optional.ofNullable(flyway().load().info().current())
        .map(MigrationInfo::getVersion)
        .map(MigrationVersion::getVersion);
  }

  /** Whether this program knows a migration, and so can read what was written after it. */
  public boolean knows(String version) {
    return Arrays.stream(flyway().load().info().all())
        .map(MigrationInfo::getVersion)
        .anyMatch(known -> known != null && known.getVersion().equals(version));
  }

  private FluentConfiguration flyway() {
    return Flyway.configure()
        .dataSource(owner.url(), owner.user(), owner.password())
        .locations("classpath:db/migration")
        .failOnMissingLocations(true)
        .cleanDisabled(true);
  }

  private static int migrate(Flyway flyway) {
    try {
      refuseFuture(flyway.info().all());
      return flyway.migrate().migrationsExecuted;
    } catch (FlywayException e) {
      throw new ResourceException(
          "database-migration",
          "the database cannot be brought to this version: "
              + String.valueOf(e.getMessage()).lines().findFirst().orElse(""),
          e);
    }
  }

  private static void refuseFuture(MigrationInfo[] migrations) {
    boolean future =
        Arrays.stream(migrations)
            .map(MigrationInfo::getState)
            .anyMatch(state ->
                state == MigrationState.FUTURE_SUCCESS || state == MigrationState.FUTURE_FAILED);
    if (future) {
      throw new UserException(
          "database-newer",
          "the database was written by a later version of Firebreak; start that version, or restore a backup made with this one");
    }
  }
}
