package org.firebreak.platform.access;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.audit.AuditService;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Signing in by name and password, and changing the password. */
@Service
class SignIn {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInThrottle throttle;
  private final AuditService audit;

  SignIn(
      Accounts accounts,
      Sessions sessions,
      Passwords passwords,
      SignInThrottle throttle,
      AuditService audit) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = throttle;
    this.audit = audit;
  }

  /** A new session: its token, told once, and whose it is. */
  record Started(String token, Caller caller) {}

  /**
   * Starts a session.
   *
   * @throws UserException {@code sign-in-failed} whatever was wrong, {@code sign-in-too-many} after
   *     too many failures from this address
   */
  @Transactional(noRollbackFor = UserException.class)
  public Started signIn(String username, String password, String address, String agent) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    throttle.check(name, address);
    if (!isRight(name, password)) {
      throttle.failed(name, address);
      audit.record("anonymous", "sign-in-failed", subjectOf(name), Map.of("address", address));
      throw new UserException("sign-in-failed", "User name or password is wrong.");
    }
    throttle.succeeded(name, address);
    audit.record(name, "sign-in", name, Map.of("address", address));
    return start(name, address, agent);
  }

  /** The name that was tried, if it could be one; people also type passwords there. */
  private String subjectOf(String name) {
    return accounts.findLogin(name).isPresent() ? name : "unknown";
  }

  private boolean isRight(String username, String password) {
    Optional<Accounts.Login> login = accounts.findLogin(username);
    String hash = login.map(Accounts.Login::passwordHash).orElse(null);
    if (hash == null || password.length() > Passwords.MAX_CHARS) {
      passwords.matchesNothing("");
      return false;
    }
    return passwords.matches(password, hash) && !login.get().disabled();
  }

  private Started start(String username, String address, String agent) {
    Caller caller =
        accounts
            .findCaller(username)
            .orElseThrow(() -> new UserException("sign-in-failed", "The account is disabled."));
    return new Started(sessions.start(username, address, agent), caller);
  }

  void endByToken(String token) {
    sessions
        .use(token)
        .filter(session -> sessions.end(session.username(), session.id()))
        .ifPresent(
            session -> audit.record(session.username(), "sign-out", session.username(), Map.of()));
  }

  /** Replaces the password, ends every session of the account and starts a new one. */
  @Transactional(noRollbackFor = UserException.class)
  public Started changePassword(
      Caller caller, String current, String replacement, String address, String agent) {
    throttle.check(caller.username(), address);
    if (!isRight(caller.username(), current)) {
      throttle.failed(caller.username(), address);
      throw new UserException("password-wrong", "The current password is wrong.");
    }
    if (current.equals(replacement)) {
      throw new UserException("password-weak", "The new password must be another one.");
    }
    Passwords.check(replacement, caller.username());
    accounts.putPassword(caller.username(), passwords.hash(replacement), false);
    sessions.endAll(caller.username());
    audit.record(caller.username(), "password-changed", caller.username(), Map.of());
    return start(caller.username(), address, agent);
  }
}
