package org.firebreak.platform.lifecycle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;

/** The database is killed under the running platform, and comes back. */
@PlatformTest
class DatabaseFaultTest {

  @Test
  void safetyOfTheLogIsOn(TestPlatform platform) {
    for (String setting : List.of("fsync", "synchronous_commit", "full_page_writes")) {
      assertEquals(
          "on", platform.sql().sql("SHOW " + setting).query(String.class).single(), setting);
    }
    assertEquals(
        "127.0.0.1", platform.sql().sql("SHOW listen_addresses").query(String.class).single());
    assertEquals(
        "firebreak_app", platform.sql().sql("SELECT current_user").query(String.class).single());
  }

  @Test
  void platformAnswersAgainWhenTheDatabaseIsBack(TestPlatform platform) throws Exception {
    ApiClient steward = platform.signIn("data-steward");
    EmbeddedPostgres postgres = Objects.requireNonNull(platform.running().postgres());
    ProcessHandle server = postgres.process().orElseThrow();
    List<ProcessHandle> children = server.children().toList();
    server.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
    server.onExit().join();
    for (ProcessHandle child : children) {
      child.onExit().join();
    }
    try {
      ApiResponse away = steward.get("/api/v1/jobs");
      assertEquals(503, away.status(), away.toString());
      assertEquals("database-away", away.code());
      assertEquals(503, platform.anonymous().get("/actuator/health/readiness").status());
      assertEquals(200, platform.anonymous().get("/actuator/health/liveness").status());
    } finally {
      postgres.relaunch();
    }
    assertEquals(200, steward.get("/api/v1/jobs").status());
    assertEquals(200, platform.anonymous().get("/actuator/health/readiness").status());
  }

  @Test
  void serverLeftBehindIsStoppedAndItsFolderUsedAgain() {
    DataFolder folder = DataFolder.open(TestPlatform.temporaryFolder("orphan"));
    SecureRandom random = new SecureRandom();
    EmbeddedPostgres orphan = EmbeddedPostgres.start(folder, random, sentence -> {});
    long process = orphan.process().orElseThrow().pid();
    List<String> said = new ArrayList<>();
    try (EmbeddedPostgres next = EmbeddedPostgres.start(folder, random, said::add)) {
      assertTrue(next.process().orElseThrow().pid() != process);
      assertTrue(said.getFirst().contains(String.valueOf(process)), said.toString());
    }
    TestPlatform.delete(folder.root());
  }
}
