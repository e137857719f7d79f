package org.firebreak.platform.access;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Makes accounts for tests without going through the administration. */
public final class TestAccounts {

  private TestAccounts() {}

  /** An account with roles in one region, or everywhere; its password needs no change. */
  public static void create(
      ApplicationContext context,
      String username,
      String password,
      List<String> roles,
      @Nullable String region) {
    Accounts accounts = context.getBean(Accounts.class);
    String hash = context.getBean(Passwords.class).hash(password);
    accounts.insert(username, username, hash, false, "test");
    accounts.putGrants(
        username, roles.stream().map(role -> new Accounts.Grant(role, region)).toList());
  }
}
