package org.firebreak.platform.access;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.base.error.UserException;
import org.springframework.stereotype.Component;

/**
 * Slows down guessing of passwords. Failures count per account and address together, and per
 * address alone; never per account alone, because then anybody could lock anybody out by failing in
 * their name. After {@link #FREE_FAILURES} failures each further one doubles the wait, up to {@link
 * #MAX_WAIT}. Kept in memory, bounded. Thread-safe.
 */
@Component
class SignInThrottle {

  static final int FREE_FAILURES = 5;
  static final int FREE_FAILURES_PER_ADDRESS = 30;
  static final Duration MAX_WAIT = Duration.ofMinutes(15);

  private static final int MAX_ENTRIES = 20_000;

  private final Clock clock;
  private final Map<String, Failures> failures =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Failures> eldest) {
          return size() > MAX_ENTRIES;
        }
      };

  SignInThrottle(Clock clock) {
    this.clock = clock;
  }

  private record Failures(int count, Instant last) {}

  /**
   * Refuses a try that comes too early.
   *
   * @throws UserException {@code sign-in-too-many}
   */
  synchronized void check(String username, String address) {
    check(address + " " + username, FREE_FAILURES);
    check(address, FREE_FAILURES_PER_ADDRESS);
  }

  private void check(String key, int free) {
    Failures failed = failures.get(key);
    if (failed == null || failed.count() < free) {
      return;
    }
    Instant allowed = failed.last().plus(waitAfter(failed.count() - free));
    if (clock.instant().isBefore(allowed)) {
      throw new UserException(
          "sign-in-too-many",
          "Too many failed tries from here; try again in "
              + Math.max(1, Duration.between(clock.instant(), allowed).toSeconds())
              + " seconds.");
    }
  }

  private static Duration waitAfter(int surplus) {
    Duration wait = Duration.ofSeconds(1L << Math.min(surplus, 20));
    return wait.compareTo(MAX_WAIT) > 0 ? MAX_WAIT : wait;
  }

  synchronized void failed(String username, String address) {
    count(address + " " + username);
    count(address);
  }

  private void count(String key) {
    Instant now = clock.instant();
    failures.merge(
        key,
        new Failures(1, now),
        (old, one) ->
            old.last().plus(MAX_WAIT).isBefore(now) ? one : new Failures(old.count() + 1, now));
  }

  /** Forgets the account's failures from this address; those of the address alone stay. */
  synchronized void succeeded(String username, String address) {
    failures.remove(address + " " + username);
  }
}
