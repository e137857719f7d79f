package org.firebreak.platform.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Calls the API as a browser does: with cookies and the CSRF token, or with a key. */
public final class ApiClient {

  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int MAX_WAITS = 300;
  private static final Duration WAIT = Duration.ofMillis(200);
  private static final String BOUNDARY = "----firebreak-test-boundary";

  private final String address;
  private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
  private final HttpClient http =
      HttpClient.newBuilder()
          .cookieHandler(cookies)
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(5))
          .build();
  private final Map<String, String> headers = new LinkedHashMap<>();

  ApiClient(String address) {
    this.address = address;
  }

  /** Sends this header with every request from now on. */
  public ApiClient header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  /** Signs in; fails if the platform refuses. */
  public void signIn(String username, String password) {
    ApiResponse answer =
        post("/api/v1/session", Map.of("username", username, "password", password));
    if (answer.status() != 200) {
      throw new AssertionError("Sign-in of " + username + " failed: " + answer);
    }
  }

  public ApiResponse get(String path) {
    return send(builder(path).GET());
  }

  /** Posts an object as JSON; a {@code String} is sent as it is. */
  public ApiResponse post(String path, Object body) {
    return send(builder(path).POST(json(body)).header("Content-Type", "application/json"));
  }

  public ApiResponse put(String path, Object body) {
    return send(builder(path).PUT(json(body)).header("Content-Type", "application/json"));
  }

  public ApiResponse delete(String path) {
    return send(builder(path).DELETE());
  }

  /** Posts a form with one file and text fields, as a browser's upload does. */
  public ApiResponse upload(
      String path, String fileName, byte[] content, Map<String, String> fields) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    fields.forEach((name, value) -> write(body, "name=\"" + name + "\"\r\n\r\n" + value));
    write(body, "name=\"file\"; filename=\"" + fileName + "\"\r\n\r\n");
    // The file goes on where its heading ended.
    byte[] heading = body.toByteArray();
    body.reset();
    body.write(heading, 0, heading.length - 2);
    body.writeBytes(content);
    body.writeBytes(("\r\n--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.UTF_8));
    return send(
        builder(path)
            .POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray()))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  /** Posts a form with text fields and files, each file under its field's name. */
  public ApiResponse uploadAll(String path, Map<String, String> fields, Map<String, String> files) {
    StringBuilder body = new StringBuilder();
    fields.forEach((name, value) -> part(body, "name=\"" + name + "\"", value));
    files.forEach(
        (name, content) -> part(body, "name=\"" + name + "\"; filename=\"" + name + "\"", content));
    body.append("--").append(BOUNDARY).append("--\r\n");
    return send(
        builder(path)
            .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
            .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY));
  }

  private static void part(StringBuilder body, String disposition, String content) {
    body.append(
        "--%s\r\nContent-Disposition: form-data; %s\r\n\r\n%s\r\n"
            .formatted(BOUNDARY, disposition, content));
  }

  private static void write(ByteArrayOutputStream body, String part) {
    String text = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; " + part + "\r\n";
    body.writeBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A request of another kind, prepared with this client's headers and CSRF token. */
  public HttpRequest.Builder builder(String path) {
    HttpRequest.Builder builder =
        HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(60));
    headers.forEach(builder::header);
    builder.header("X-XSRF-TOKEN", csrfToken());
    return builder;
  }

  /**
   * Sends it; asks again, as a client should, while the platform says that this address asks too
   * often: all tests share one.
   */
  public ApiResponse send(HttpRequest.Builder request) {
    HttpRequest built = request.build();
    ApiResponse answer = sendOnce(built);
    for (int i = 0; i < MAX_WAITS && answer.status() == 429 && isTooOften(answer); i++) {
      LockSupport.parkNanos(WAIT.toNanos());
      answer = sendOnce(built);
    }
    return answer;
  }

  private static boolean isTooOften(ApiResponse answer) {
    return answer.code().equals("requests-too-many");
  }

  private ApiResponse sendOnce(HttpRequest request) {
    try {
      HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
      return new ApiResponse(answer.statusCode(), answer.headers(), answer.body());
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  /** A cookie that the platform set. */
  public Optional<String> cookie(String name) {
    return cookies.getCookieStore().get(URI.create(address)).stream()
        .filter(cookie -> cookie.getName().equals(name))
        .map(HttpCookie::getValue)
        .findFirst();
  }

  private String csrfToken() {
    Optional<String> token = cookie("XSRF-TOKEN");
    if (token.isEmpty()) {
      HttpRequest.Builder first = HttpRequest.newBuilder(URI.create(address + "/api/v1/session"));
      send(first);
      token = cookie("XSRF-TOKEN");
    }
    return token.orElse("");
  }

  private static HttpRequest.BodyPublisher json(@Nullable Object body) {
    return HttpRequest.BodyPublishers.ofString(
        body instanceof String text ? text : JSON.writeValueAsString(body));
  }
}
