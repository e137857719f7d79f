package org.firebreak.platform.testing;

import java.net.http.HttpHeaders;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An answer of the API. */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record ApiResponse(int status, HttpHeaders headers, byte[] body) {

  private static final JsonMapper JSON = JsonMapper.builder().build();

  public JsonNode json() {
    return JSON.readTree(body);
  }

  public String text() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** The code of a problem; empty if the answer is none. */
  public String code() {
    boolean problem =
        headers.firstValue("Content-Type").orElse("").startsWith("application/problem+json");
    return problem ? json().path("code").asString("") : "";
  }

  @Override
  public String toString() {
    return status + " " + text();
  }
}
