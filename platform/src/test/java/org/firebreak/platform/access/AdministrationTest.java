package org.firebreak.platform.access;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

@PlatformTest
class AdministrationTest {

  private static final String PASSWORD = "a rather long password";

  @Test
  void newUserReplacesTheOneTimePasswordBeforeAnythingElse(TestPlatform platform) {
    ApiClient admin = platform.signIn("administrator");
    ApiResponse made =
        admin.post(
            "/api/v1/users",
            Map.of(
                "username", "ling",
                "displayName", "Ling",
                "roles", List.of(Map.of("role", "data-steward"))));
    assertEquals(201, made.status(), made.toString());
    String oneTime = made.json().path("oneTimePassword").asString();

    ApiClient ling = platform.anonymous();
    ling.signIn("ling", oneTime);
    assertEquals("password-change-required", ling.get("/api/v1/jobs").code());
    assertEquals("password-weak", change(ling, oneTime, "short").code());
    assertEquals("password-weak", change(ling, oneTime, "xx-ling-1234567").code());
    assertEquals("password-wrong", change(ling, "not this", PASSWORD).code());
    assertEquals(200, change(ling, oneTime, PASSWORD).status());
    assertEquals(200, ling.get("/api/v1/jobs").status());
  }

  private static ApiResponse change(ApiClient client, String current, String replacement) {
    return client.put(
        "/api/v1/session/password", Map.of("current", current, "replacement", replacement));
  }

  @Test
  void disablingAUserEndsItsSessionsAndIsInTheBook(TestPlatform platform) {
    ApiClient admin = platform.signIn("administrator");
    TestAccounts.create(
        platform.running().context(), "leaver", PASSWORD, List.of("data-steward"), null);
    ApiClient leaver = platform.anonymous();
    leaver.signIn("leaver", PASSWORD);
    Map<String, Object> gone =
        Map.of("displayName", "Leaver", "disabled", true, "roles", List.of());
    assertEquals(200, admin.put("/api/v1/users/leaver", gone).status());
    assertEquals("not-signed-in", leaver.get("/api/v1/jobs").code());
    assertEquals(
        401,
        platform
            .anonymous()
            .post("/api/v1/session", Map.of("username", "leaver", "password", PASSWORD))
            .status());
    JsonNode entry =
        platform
            .signIn("auditor")
            .get("/api/v1/audit?action=user-changed&limit=1")
            .json()
            .at("/items/0");
    assertEquals("leaver", entry.path("subject").asString());
    assertEquals("true", entry.at("/detail/disabled").asString());
  }

  @Test
  void administratorOfOneRegionAdministersNoUsers(TestPlatform platform) {
    ApiClient regional = platform.signInFor("420000", "administrator");
    ApiResponse refused =
        regional.post(
            "/api/v1/users",
            Map.of("username", "crony", "displayName", "Crony", "roles", List.of()));
    assertEquals("forbidden", refused.code());
  }

  @Test
  void keyDoesWhatItSaysUntilRevoked(TestPlatform platform) {
    ApiClient admin = platform.signIn("administrator");
    assertEquals(
        201,
        admin
            .post(
                "/api/v1/users",
                Map.of(
                    "username",
                    "feeder",
                    "displayName",
                    "Feed",
                    "service",
                    true,
                    "roles",
                    List.of(Map.of("role", "data-steward"))))
            .status());
    Map<String, Object> tooMuch =
        Map.of("name", "k", "username", "feeder", "permissions", List.of("users:write"));
    assertEquals("key-permissions", admin.post("/api/v1/keys", tooMuch).code());
    ApiResponse made =
        admin.post(
            "/api/v1/keys",
            Map.of("name", "k", "username", "feeder", "permissions", List.of("data:read")));
    String token = made.json().path("token").asString();
    ApiClient feeder = platform.anonymous().header("Authorization", "Bearer " + token);
    assertEquals(200, feeder.get("/api/v1/jobs").status());
    assertEquals(
        "forbidden",
        feeder.post("/api/v1/jobs/00000000-0000-0000-0000-000000000000/cancel", Map.of()).code());
    assertFalse(admin.get("/api/v1/keys").text().contains(token), "a token is told once");
    String id = made.json().path("id").asString();
    assertEquals(204, admin.delete("/api/v1/keys/" + id).status());
    assertEquals("not-signed-in", feeder.get("/api/v1/jobs").code());
  }

  @Test
  void localKeyWorksFromThisMachine(TestPlatform platform) throws IOException {
    platform.bean(FirstAdministrator.class).registerLocalKey();
    String token =
        Files.readString(
                platform.bean(DataFolder.class).secrets().resolve(FirstAdministrator.LOCAL_KEY))
            .strip();
    ApiClient local = platform.anonymous().header("Authorization", "Bearer " + token);
    assertEquals(200, local.get("/api/v1/jobs").status());
    assertTrue(local.get("/actuator/prometheus").text().contains("jvm_memory_used_bytes"));
    assertEquals(401, platform.anonymous().get("/actuator/prometheus").status());
    assertEquals(200, platform.anonymous().get("/actuator/health/readiness").status());
  }

  @Test
  void sessionsAreListedAndEnded(TestPlatform platform) {
    TestAccounts.create(platform.running().context(), "twice", PASSWORD, List.of("viewer"), null);
    ApiClient one = platform.anonymous();
    one.signIn("twice", PASSWORD);
    ApiClient two = platform.anonymous();
    two.signIn("twice", PASSWORD);
    JsonNode sessions = one.get("/api/v1/sessions").json().path("items");
    assertEquals(2, sessions.size());
    for (JsonNode session : sessions) {
      if (!session.path("current").asBoolean()) {
        assertEquals(204, one.delete("/api/v1/sessions/" + session.path("id").asString()).status());
      }
    }
    assertTrue(two.get("/api/v1/session").json().path("user").isNull());
    assertFalse(one.get("/api/v1/session").json().path("user").isNull());
  }

  @Test
  void signingInChangesTheSessionAndCookieIsGuarded(TestPlatform platform) {
    TestAccounts.create(platform.running().context(), "fixed", PASSWORD, List.of("viewer"), null);
    ApiClient client = platform.anonymous();
    client.signIn("fixed", PASSWORD);
    String first = client.cookie("firebreak_session").orElseThrow();
    ApiResponse again =
        client.post("/api/v1/session", Map.of("username", "fixed", "password", PASSWORD));
    String cookie =
        again.headers().allValues("Set-Cookie").stream()
            .filter(c -> c.startsWith("firebreak_session="))
            .findFirst()
            .orElseThrow();
    assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Strict"), cookie);
    assertFalse(cookie.contains(first), "the old token must not live on");
    assertEquals(
        0,
        platform
            .sql()
            .sql("SELECT count(*) FROM access.session WHERE token_hash = ?")
            .param(Tokens.hash(first))
            .query(Integer.class)
            .single());
  }

  @Test
  void sessionRequestsWithoutCsrfTokenAreRefused(TestPlatform platform) {
    ApiClient client = platform.signIn("administrator");
    String cookie = "firebreak_session=" + client.cookie("firebreak_session").orElseThrow();
    ApiResponse forged =
        platform
            .anonymous()
            .send(
                java.net.http.HttpRequest.newBuilder(
                        java.net.URI.create(platform.address() + "/api/v1/session"))
                    .header("Cookie", cookie)
                    .DELETE());
    assertEquals(403, forged.status());
    assertFalse(client.get("/api/v1/session").json().path("user").isNull());
  }
}
