package org.firebreak.platform.access;

import java.util.Locale;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.springframework.stereotype.Service;

/** Signing in by name and password, and changing the password. */
@Service
class SignIn {

  private final Accounts accounts;
  private final Sessions sessions;
  private final Passwords passwords;
  private final SignInThrottle throttle;

  SignIn(Accounts accounts, Sessions sessions, Passwords passwords, SignInThrottle throttle) {
    this.accounts = accounts;
    this.sessions = sessions;
    this.passwords = passwords;
    this.throttle = throttle;
  }

  /** A new session: its token, told once, and whose it is. */
  record Started(String token, Caller caller) {}

  /**
   * Starts a session.
   *
   * @throws UserException {@code sign-in-failed} whatever was wrong, {@code sign-in-too-many} after
   *     too many failures from this address
   */
  Started signIn(String username, String password, String address, String agent) {
    String name = username.strip().toLowerCase(Locale.ROOT);
    throttle.check(name, address);
    if (!isRight(name, password)) {
      throttle.failed(name, address);
      throw new UserException("sign-in-failed", "User name or password is wrong.");
    }
    throttle.succeeded(name, address);
    return start(name, address, agent);
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
    sessions.use(token).ifPresent(session -> sessions.end(session.username(), session.id()));
  }

  /** Replaces the password, ends every session of the account and starts a new one. */
  Started changePassword(
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
    return start(caller.username(), address, agent);
  }
}
