package org.firebreak.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;

@PlatformTest
class SignInTest {

  @Test
  void signsInAndOut(TestPlatform platform) {
    ApiClient client = platform.signIn("viewer");
    ApiResponse session = client.get("/api/v1/session");
    assertEquals("viewer", session.json().at("/user/roles/0/role").asString());
    assertEquals(200, client.delete("/api/v1/session").status());
    assertTrue(client.get("/api/v1/session").json().path("user").isNull());
  }

  @Test
  void refusesWrongPasswordWithoutSayingWhy(TestPlatform platform) {
    TestAccounts.create(
        platform.running().context(), "somebody", "a good long password", List.of("viewer"), null);
    ApiResponse wrong =
        platform
            .anonymous()
            .post("/api/v1/session", Map.of("username", "somebody", "password", "wrong"));
    ApiResponse nobody =
        platform
            .anonymous()
            .post("/api/v1/session", Map.of("username", "nobody", "password", "wrong"));
    assertEquals(401, wrong.status());
    assertEquals("sign-in-failed", wrong.code());
    assertEquals(wrong.json().path("detail"), nobody.json().path("detail"));
  }

  @Test
  void refusesAnonymousAndWrongRole(TestPlatform platform) {
    assertEquals("not-signed-in", platform.anonymous().get("/api/v1/jobs").code());
    ApiResponse refused = platform.signIn("viewer").get("/api/v1/jobs");
    assertEquals(403, refused.status());
    assertEquals("forbidden", refused.code());
    assertEquals(200, platform.signIn("data-steward").get("/api/v1/jobs").status());
  }
}
