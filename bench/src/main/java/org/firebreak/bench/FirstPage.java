package org.firebreak.bench;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.access.FirstAdministrator;
import org.firebreak.platform.lifecycle.RunningPlatform;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * Times the first page of the line list over HTTP, as an analyst of one region or of all sees it.
 */
final class FirstPage {

  private static final String PASSWORD = "a long password for measuring";

  private final ObjectMapper json = new ObjectMapper();
  private final CookieManager cookies = new CookieManager();
  private final HttpClient http = HttpClient.newBuilder().cookieHandler(cookies).build();
  private final String address;

  /** Signs in as the first administrator of a fresh platform. */
  FirstPage(RunningPlatform platform) {
    this.address = platform.address();
    String once = platform.context().getBean(FirstAdministrator.class).createIfNone().orElseThrow();
    send("GET", "/session", null, null);
    send("POST", "/session", Map.of("username", "admin", "password", once), null);
    send("PUT", "/session/password", Map.of("current", once, "replacement", PASSWORD), null);
  }

  /** Milliseconds of each of {@code runs} requests, after as many to warm up. */
  double[] time(@Nullable String region, int runs) {
    String user = "bench-" + (region == null ? "all" : region.toLowerCase(java.util.Locale.ROOT));
    java.util.HashMap<String, Object> role = new java.util.HashMap<>(Map.of("role", "analyst"));
    role.put("region", region);
    send(
        "POST",
        "/users",
        Map.of("username", user, "displayName", user, "service", true, "roles", List.of(role)),
        null);
    String key =
        send(
                "POST",
                "/keys",
                Map.of("name", user, "username", user, "permissions", List.of("cases:read")),
                null)
            .path("token")
            .asString();
    double[] millis = new double[runs];
    for (int run = -runs; run < runs; run++) {
      long start = System.nanoTime();
      JsonNode page = send("GET", "/cases?limit=50", null, key);
      if (page.path("items").isEmpty()) {
        throw new IllegalStateException("The page is empty: " + page);
      }
      millis[Math.max(run, 0)] = (System.nanoTime() - start) / 1e6;
    }
    return millis;
  }

  private JsonNode send(String method, String path, @Nullable Object body, @Nullable String key) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(address + "/api/v1" + path))
            .header("Content-Type", "application/json")
            .method(
                method,
                body == null
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(json.writeValueAsString(body)));
    if (key == null) {
      cookies.getCookieStore().getCookies().stream()
          .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
          .map(HttpCookie::getValue)
          .findFirst()
          .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
    } else {
      request.header("Authorization", "Bearer " + key);
    }
    try {
      HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
      if (answer.statusCode() >= 400) {
        throw new IllegalStateException(method + " " + path + ": " + answer.body());
      }
      return json.readTree(answer.body().isEmpty() ? "{}" : answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
