package org.firebreak.platform.access;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.audit.AuditService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Administration of accounts. Each change is in the audit book. */
@Service
class Users {

  private static final String WRITE = "users:write";

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final AuditService audit;

  Users(Accounts accounts, Sessions sessions, Passwords passwords, AuditService audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.audit = audit;
  }

  /** Makes an account and returns the one-time password of a person, nothing for a service. */
  @Transactional
  public String create(
      Caller by, String username, String displayName, boolean service, List<Accounts.Grant> roles) {
    requireUnlimited(by);
    if (!username.matches("[a-z0-9][a-z0-9._-]{1,63}")) {
      throw new UserException(
          "username-invalid",
          "A user name has 2 to 64 of a-z, 0-9, '.', '_', '-' and starts with a letter or digit.");
    }
    if (accounts.find(username).isPresent()) {
      throw new UserException("user-exists", "There is a user " + username + " already.");
    }
    checkRoles(roles);
    String password = service ? "" : passwords.oneTime();
    accounts.insert(
        username, displayName, service ? null : passwords.hash(password), !service, by.username());
    accounts.putGrants(username, roles);
    audit.record(by.username(), "user-created", username, Map.of("roles", describe(roles)));
    return password;
  }

  /** Changes name, roles and whether the account may be used; its sessions end. */
  @Transactional
  public Accounts.Account update(
      Caller by,
      String username,
      String displayName,
      boolean disabled,
      List<Accounts.Grant> roles) {
    requireUnlimited(by);
    get(username);
    checkRoles(roles);
    accounts.update(username, displayName, disabled);
    accounts.putGrants(username, roles);
    if (accounts.countAdministrators() == 0) {
      throw new UserException(
          "last-administrator-conflict", "This would leave nobody who may administer users.");
    }
    sessions.endAll(username);
    audit.record(
        by.username(),
        "user-changed",
        username,
        Map.of("roles", describe(roles), "disabled", String.valueOf(disabled)));
    return get(username);
  }

  /** Gives a person a new one-time password; their sessions end. */
  @Transactional
  public String resetPassword(Caller by, String username) {
    requireUnlimited(by);
    if (get(username).service()) {
      throw new UserException("user-is-service", "A service has no password; give it a key.");
    }
    String password = passwords.oneTime();
    accounts.putPassword(username, passwords.hash(password), true);
    sessions.endAll(username);
    audit.record(by.username(), "password-reset", username, Map.of());
    return password;
  }

  Accounts.Account get(String username) {
    return accounts
        .find(username)
        .orElseThrow(() -> new UserException("user-not-found", "There is no user " + username));
  }

  private void checkRoles(List<Accounts.Grant> roles) {
    Set<String> known =
        accounts.roles().stream().map(Accounts.Role::name).collect(Collectors.toSet());
    for (Accounts.Grant grant : roles) {
      if (!known.contains(grant.role())) {
        throw new UserException("role-unknown", "There is no role " + grant.role());
      }
    }
    if (Set.copyOf(roles).size() != roles.size()) {
      throw new UserException("role-twice", "A role stands twice for the same region.");
    }
  }

  /** Whoever administers only a region could otherwise give rights beyond it. */
  private static void requireUnlimited(Caller by) {
    if (!by.regions(WRITE).everywhere()) {
      throw new UserException("forbidden", "Users are administered by unlimited administrators.");
    }
  }

  private static String describe(List<Accounts.Grant> roles) {
    return roles.stream()
        .map(grant -> grant.role() + (grant.region() == null ? "" : "@" + grant.region()))
        .collect(Collectors.joining(", "));
  }
}
