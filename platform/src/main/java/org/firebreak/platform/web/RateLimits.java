package org.firebreak.platform.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/**
 * How often one caller may ask: a bucket per key that refills steadily. Kept in memory, bounded:
 * the bucket that was used least recently is forgotten first. Thread-safe.
 */
@Component
public class RateLimits {

  private static final int MAX_BUCKETS = 20_000;

  private final Clock clock;
  private final Map<String, Bucket> buckets =
      new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
          return size() > MAX_BUCKETS;
        }
      };

  RateLimits(Clock clock) {
    this.clock = clock;
  }

  /** What is limited. */
  enum Limit {
    /** Requests of one address that are not signed in. */
    ANONYMOUS(120, 10),
    /** Requests of one session or key: a page of the console makes a few dozen at once. */
    CALLER(1000, 200);

    private final int burst;
    private final double perSecond;

    Limit(int burst, double perSecond) {
      this.burst = burst;
      this.perSecond = perSecond;
    }
  }

  private record Bucket(double tokens, Instant at) {}

  /** Takes one request from the bucket; false if it is empty. */
  synchronized boolean allows(Limit limit, String key) {
    Instant now = clock.instant();
    Bucket bucket = buckets.getOrDefault(limit + key, new Bucket(limit.burst, now));
    double seconds = Math.max(0, Duration.between(bucket.at(), now).toMillis() / 1000.0);
    double tokens = Math.min(limit.burst, bucket.tokens() + seconds * limit.perSecond);
    buckets.put(limit + key, new Bucket(tokens < 1 ? tokens : tokens - 1, now));
    return tokens >= 1;
  }
}
