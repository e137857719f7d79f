package org.firebreak.platform.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

@PlatformTest
class AuditBookTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "UPDATE audit.entry SET actor = 'somebody else'",
        "DELETE FROM audit.entry",
        "TRUNCATE audit.entry",
        "DROP TABLE audit.entry",
        "ALTER TABLE audit.entry DISABLE TRIGGER ALL",
        "UPDATE access.role_permission SET permission = 'users:write'",
        "CREATE TABLE audit.other (a int)",
      })
  void runtimeRoleCannotRewriteIt(String statement, TestPlatform platform) {
    DataAccessException refused =
        assertThrows(DataAccessException.class, () -> platform.sql().sql(statement).update());
    String reason = String.valueOf(refused.getMostSpecificCause().getMessage());
    assertTrue(reason.contains("permission denied") || reason.contains("must be owner"), reason);
  }

  @Test
  void pagesThroughEntriesNewestFirst(TestPlatform platform) {
    AuditService audit = platform.bean(AuditService.class);
    for (int i = 0; i < 5; i++) {
      audit.record("paging-test", "tried", "thing " + i, Map.of());
    }
    ApiClient auditor = platform.signIn("auditor");
    JsonNode first = auditor.get("/api/v1/audit?actor=paging-test&limit=3").json();
    assertEquals(List.of("thing 4", "thing 3", "thing 2"), subjects(first));
    JsonNode second =
        auditor
            .get(
                "/api/v1/audit?actor=paging-test&limit=3&cursor="
                    + first.path("nextCursor").asString())
            .json();
    assertEquals(List.of("thing 1", "thing 0"), subjects(second));
    assertTrue(second.path("nextCursor").isNull());
    assertEquals("cursor-invalid", auditor.get("/api/v1/audit?cursor=!!").code());
    assertEquals("limit-invalid", auditor.get("/api/v1/audit?limit=0").code());
  }

  private static List<String> subjects(JsonNode page) {
    return page.path("items").valueStream().map(item -> item.path("subject").asString()).toList();
  }
}
