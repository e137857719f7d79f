package org.firebreak.cli.platform;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Calls the HTTP API of a platform with a key. Errors of the platform become errors here. */
final class PlatformClient {

  private static final String BASE = "/api/v1";

  private final HttpClient http =
      HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
  private final ObjectMapper json = new ObjectMapper();
  private final String address;
  private final String key;

  PlatformClient(String address, String key) {
    this.address = address.endsWith("/") ? address.substring(0, address.length() - 1) : address;
    this.key = key;
  }

  /** GET, the answer as JSON. */
  JsonNode get(String path) {
    return parse(send(request(path).GET().build(), BodyHandlers.ofString()));
  }

  /** GET, the answer into a file. */
  void download(String path, Path file) {
    HttpResponse<InputStream> response =
        send(request(path).GET().build(), BodyHandlers.ofInputStream());
    try (InputStream body = response.body()) {
      if (response.statusCode() >= 400) {
        throw refused(
            response.statusCode(), new String(body.readAllBytes(), StandardCharsets.UTF_8));
      }
      java.nio.file.Files.copy(body, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      throw new ResourceException("file-unwritable", file + ": " + e.getMessage(), e);
    }
  }

  /** POST of a form with one file, streamed from disk; the answer as JSON. */
  JsonNode postFile(String path, Map<String, String> fields, Path file) {
    String boundary = "firebreak-" + UUID.randomUUID();
    String head =
        parts(boundary, fields)
            + "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: application/octet-stream\r\n\r\n"
                .formatted(boundary, String.valueOf(file.getFileName()).replace("\"", "'"));
    try {
      return post(
          path,
          boundary,
          BodyPublishers.concat(
              BodyPublishers.ofString(head),
              BodyPublishers.ofFile(file),
              BodyPublishers.ofString("\r\n--" + boundary + "--\r\n")));
    } catch (java.io.FileNotFoundException e) {
      throw new UserException("file-not-found", file + ": no such file", e);
    }
  }

  /** POST of a form without a file; the answer as JSON. */
  JsonNode postForm(String path, Map<String, String> fields) {
    String boundary = "firebreak-" + UUID.randomUUID();
    return post(
        path,
        boundary,
        BodyPublishers.ofString(parts(boundary, fields) + "--" + boundary + "--\r\n"));
  }

  private static String parts(String boundary, Map<String, String> fields) {
    StringBuilder parts = new StringBuilder();
    fields.forEach((name, value) ->
        parts.append(
            "--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
                .formatted(boundary, name, value)));
    return parts.toString();
  }

  private JsonNode post(String path, String boundary, HttpRequest.BodyPublisher body) {
    HttpRequest request =
        request(path)
            .header("Content-Type", "multipart/form-data; boundary=" + boundary)
            .POST(body)
            .build();
    return parse(send(request, BodyHandlers.ofString()));
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(address + BASE + path))
        .timeout(Duration.ofMinutes(30))
        .header("Authorization", "Bearer " + key);
  }

  private <T> HttpResponse<T> send(HttpRequest request, HttpResponse.BodyHandler<T> handler) {
    try {
      return http.send(request, handler);
    } catch (ConnectException e) {
      throw new UserException(
          "platform-unreachable", "no platform answers at " + address + "; is it running?", e);
    } catch (IOException e) {
      throw new ResourceException(
          "platform-unreachable", "the connection to " + address + " broke: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new ResourceException("interrupted", "the command was interrupted", e);
    }
  }

  private JsonNode parse(HttpResponse<String> response) {
    if (response.statusCode() >= 400) {
      throw refused(response.statusCode(), response.body());
    }
    return json.readTree(response.body().isEmpty() ? "{}" : response.body());
  }

  /** A problem (RFC 9457) of the platform, in its own words. */
  private UserException refused(int status, String body) {
    try {
      JsonNode problem = json.readTree(body);
      return new UserException(
          problem.path("code").asString("platform-refused"),
          problem.path("detail").asString("the platform answered " + status));
    } catch (JacksonException | IllegalArgumentException e) {
      return new UserException("platform-refused", "the platform answered " + status, e);
    }
  }

  /** A text as part of a path or query. */
  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
