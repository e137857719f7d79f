package org.firebreak.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;

@PlatformTest
class WebRulesTest {

  @Test
  void answersCarryTheGuardingHeaders(TestPlatform platform) {
    ApiResponse answer = platform.anonymous().get("/api/v1/session");
    assertEquals(
        SecurityHeaders.CONTENT_POLICY,
        answer.headers().firstValue("Content-Security-Policy").orElse(""));
    assertEquals("nosniff", answer.headers().firstValue("X-Content-Type-Options").orElse(""));
    assertEquals("no-store", answer.headers().firstValue("Cache-Control").orElse(""));
    assertTrue(answer.headers().firstValue("Server").isEmpty());
  }

  @Test
  void problemsNameTheRequestAndNothingInner(TestPlatform platform) {
    ApiResponse missing =
        platform.anonymous().header("X-Request-Id", "given-by-proxy").get("/api/v1/nothing");
    assertEquals(404, missing.status());
    assertEquals("not-found", missing.code());
    assertEquals("given-by-proxy", missing.json().path("requestId").asString());
    ApiResponse wrong = platform.signIn("data-steward").get("/api/v1/jobs/not-an-id");
    assertEquals(400, wrong.status());
    assertFalse(wrong.text().contains("java."), wrong.text());
  }

  @Test
  void requestIdThatCouldForgeLogLinesIsReplaced(TestPlatform platform) {
    ApiResponse answer = platform.anonymous().header("X-Request-Id", "a b").get("/api/v1/session");
    assertEquals(36, answer.headers().firstValue("X-Request-Id").orElse("").length());
  }

  @Test
  void logIsJsonWithTheRequestIdAndWithoutTheQuery(TestPlatform platform) throws IOException {
    platform.anonymous().header("X-Request-Id", "in-the-log-0001").get("/api/v1/session?q=Zhang");
    Path log = platform.bean(DataFolder.class).logs().resolve("firebreak.log");
    String line = awaitLine(log, "in-the-log-0001");
    assertTrue(line.startsWith("{") && line.contains("/api/v1/session"), line);
    assertFalse(line.contains("Zhang"), line);
  }

  /** The line is written after the answer has left, so a reader of the answer may be first. */
  private static String awaitLine(Path log, String part) throws IOException {
    long deadlineNanos = System.nanoTime() + Duration.ofSeconds(30).toNanos();
    while (System.nanoTime() < deadlineNanos) {
      for (String line : Files.readAllLines(log)) {
        if (line.contains(part)) {
          return line;
        }
      }
      LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
    }
    return fail("no line with " + part + " in " + log);
  }

  @Test
  void sameAnswerAgainCostsNoBytes(TestPlatform platform) {
    ApiClient viewer = platform.signIn("viewer");
    String tag = viewer.get("/api/v1/settings").headers().firstValue("ETag").orElseThrow();
    ApiResponse again = viewer.header("If-None-Match", tag).get("/api/v1/settings");
    assertEquals(304, again.status());
    assertEquals(0, again.body().length);
  }

  @Test
  void refusesBodiesBeforeReadingThem(TestPlatform platform) {
    ApiResponse refused =
        platform
            .anonymous()
            .post("/api/v1/session", "{\"username\":\"" + "x".repeat(33 << 20) + "\"}");
    assertEquals(413, refused.status());
    assertEquals("body-too-large", refused.code());
  }

  @Test
  void cursorsRoundTripAndRefuseNonsense() {
    List<String> keys = List.of("2020-02-12", "", "武汉", "x".repeat(100));
    assertEquals(keys, Cursor.decode(Cursor.encode(keys)));
  }
}
