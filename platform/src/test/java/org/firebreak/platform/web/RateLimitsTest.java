package org.firebreak.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RateLimitsTest {

  @Test
  void allowsABurstAndNoMore() {
    RateLimits limits = new RateLimits(Clock.fixed(Instant.EPOCH, ZoneOffset.UTC));
    int allowed = 0;
    for (int i = 0; i < 1000; i++) {
      if (limits.allows(RateLimits.Limit.ANONYMOUS, "10.0.0.66")) {
        allowed++;
      }
    }
    assertEquals(120, allowed);
    assertTrue(limits.allows(RateLimits.Limit.ANONYMOUS, "10.0.0.1"), "others are not touched");
  }
}
