package org.firebreak.platform.access;

import java.security.SecureRandom;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.platform.lifecycle.DataFolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The first account of a new platform, and the key of commands on the same machine. */
@Service
public class FirstAdministrator {

  /** Name of the first account. */
  public static final String USERNAME = "admin";

  /** Name of the file in the data folder's secrets that holds the local key. */
  public static final String LOCAL_KEY = "local-key";

  static final String LOCAL_USER = "local";

  private static final String LOCAL_ROLE = "local-command";

  private final Accounts accounts;
  private final Passwords passwords;
  private final Keys keys;
  private final JdbcClient sql;
  private final DataFolder folder;
  private final SecureRandom random;

  FirstAdministrator(
      Accounts accounts,
      Passwords passwords,
      Keys keys,
      JdbcClient sql,
      DataFolder folder,
      SecureRandom random) {
    this.accounts = accounts;
    this.passwords = passwords;
    this.keys = keys;
    this.sql = sql;
    this.folder = folder;
    this.random = random;
  }

  /**
   * Makes the administrator if nobody can sign in yet, and returns the one-time password. As long
   * as nobody has replaced it each start gives a new one, so a lost one locks nobody out.
   */
  @Transactional
  public Optional<String> createIfNone() {
    if (!accounts.isUnclaimed()) {
      return Optional.empty();
    }
    String password = passwords.oneTime();
    if (accounts.find(USERNAME).isEmpty()) {
      accounts.insert(USERNAME, "Administrator", passwords.hash(password), true, "start");
      accounts.putGrants(
          USERNAME,
          List.of(
              new Accounts.Grant("administrator", null), new Accounts.Grant("data-steward", null)));
    } else {
      accounts.putPassword(USERNAME, passwords.hash(password), true);
    }
    return Optional.of(password);
  }

  /** Makes sure that the key in the data folder works, from this machine alone. */
  @Transactional
  public void registerLocalKey() {
    if (accounts.findLogin(LOCAL_USER).isEmpty()) {
      accounts.insert(LOCAL_USER, "Commands on this machine", null, false, "start");
      accounts.putGrants(LOCAL_USER, List.of(new Accounts.Grant(LOCAL_ROLE, null)));
    }
    Set<String> permissions =
        new HashSet<>(
            sql.sql("SELECT permission FROM access.role_permission WHERE role = ?")
                .param(LOCAL_ROLE)
                .query(String.class)
                .list());
    keys.insert(
        folder.secret(LOCAL_KEY, random),
        "local commands",
        LOCAL_USER,
        permissions,
        true,
        null,
        "start");
  }
}
