package org.firebreak.platform.access;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.time.Instant;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.testing.TestClock;
import org.junit.jupiter.api.Test;

class SignInThrottleTest {

  private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SignInThrottle throttle = new SignInThrottle(clock);

  private void fail(int times, String user, String address) {
    for (int i = 0; i < times; i++) {
      throttle.failed(user, address);
    }
  }

  @Test
  void slowsDownGuessingAndForgetsAfterAWhile() {
    fail(SignInThrottle.FREE_FAILURES + 3, "ling", "10.0.0.1");
    UserException refused =
        assertThrows(UserException.class, () -> throttle.check("ling", "10.0.0.1"));
    assertEquals("sign-in-too-many", refused.code());
    clock.advance(Duration.ofSeconds(8));
    assertDoesNotThrow(() -> throttle.check("ling", "10.0.0.1"));
  }

  @Test
  void nobodyLocksAnotherOut() {
    fail(29, "ling", "10.0.0.66");
    assertThrows(UserException.class, () -> throttle.check("ling", "10.0.0.66"));
    assertDoesNotThrow(() -> throttle.check("ling", "10.0.0.1"));
  }

  @Test
  void oneAddressCannotTryManyNames() {
    for (int i = 0; i < SignInThrottle.FREE_FAILURES_PER_ADDRESS + 1; i++) {
      throttle.failed("user" + i, "10.0.0.66");
    }
    assertThrows(UserException.class, () -> throttle.check("another", "10.0.0.66"));
  }

  @Test
  void successForgetsTheAccountsFailures() {
    fail(SignInThrottle.FREE_FAILURES, "ling", "10.0.0.1");
    throttle.succeeded("ling", "10.0.0.1");
    assertDoesNotThrow(() -> throttle.check("ling", "10.0.0.1"));
  }
}
