package org.firebreak.platform.access;

import java.util.List;
import org.firebreak.base.error.UserException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Who else may do something: for work that is given to somebody. Thread-safe. */
@Service
public class Colleagues {

  private final JdbcClient sql;
  private final Accounts accounts;

  Colleagues(JdbcClient sql, Accounts accounts) {
    this.sql = sql;
    this.accounts = accounts;
  }

  /** A person and the name to show. */
  public record Colleague(String username, String displayName) {}

  /**
   * People (no services) who hold a permission in a region, by name.
   *
   * @param path of the region, see {@link RegionScope#includes}
   */
  public List<Colleague> list(String permission, String path) {
    return sql
        .sql(
            "SELECT DISTINCT a.username FROM access.account a JOIN access.account_role r USING"
                + " (username) JOIN access.role_permission p ON p.role = r.role WHERE p.permission"
                + " = ? AND NOT a.disabled AND a.password_hash IS NOT NULL ORDER BY a.username")
        .param(permission)
        .query(String.class)
        .list()
        .stream()
        .flatMap(name -> accounts.findCaller(name).stream())
        .filter(caller -> caller.regions(permission).includes(path))
        .map(caller -> new Colleague(caller.username(), caller.displayName()))
        .toList();
  }

  /**
   * Makes sure that somebody may do something in a region.
   *
   * @throws UserException {@code colleague-not-found}
   */
  public void require(String username, String permission, String path) {
    boolean may =
        accounts
            .findCaller(username)
            .filter(caller -> caller.regions(permission).includes(path))
            .isPresent();
    if (!may) {
      throw new UserException(
          "colleague-not-found", "There is nobody '" + username + "' who may do this there");
    }
  }
}
