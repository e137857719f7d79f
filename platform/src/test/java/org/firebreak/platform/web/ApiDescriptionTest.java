package org.firebreak.platform.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * The description of the API, and its copy from which the console's types are generated. With the
 * system property {@code firebreak.api.refresh} the copy is written instead of compared.
 */
@PlatformTest
class ApiDescriptionTest {

  private static final Path COPY =
      Path.of(System.getProperty("firebreak.root", ".."), "console", "openapi.json");

  private static JsonNode describe(TestPlatform platform) {
    ApiResponse answer = platform.anonymous().get("/api/v1/openapi.json");
    assertEquals(200, answer.status(), answer.toString());
    return answer.json();
  }

  @Test
  void saysWhatEveryRouteDoesUnderANameOfItsOwn(TestPlatform platform) {
    Set<String> names = new HashSet<>();
    for (var path : describe(platform).path("paths").properties()) {
      for (var operation : path.getValue().properties()) {
        String where = operation.getKey() + " " + path.getKey();
        String name = operation.getValue().path("operationId").asString("");
        assertFalse(
            operation.getValue().path("summary").asString("").isEmpty(), where + " has no summary");
        assertTrue(names.add(name), where + ": there is another operation " + name);
      }
    }
    assertTrue(names.size() > 15, "too few to be all: " + names);
  }

  @Test
  void saysWhatMayBeNullAndWhatIsAlwaysThere(TestPlatform platform) {
    JsonNode schemas = describe(platform).path("components").path("schemas");
    JsonNode figure = schemas.path("Figure");
    assertEquals(
        figure.path("properties").size(), figure.path("required").size(), "answers write all");
    assertEquals("[\"number\",\"null\"]", figure.at("/properties/value/type").toString());
    assertEquals("\"boolean\"", figure.at("/properties/summed/type").toString());
    assertEquals(
        "[\"number\",\"null\"]",
        schemas.at("/Frames/properties/values/items/items/type").toString());
    assertEquals(
        "{\"type\":\"null\"}", schemas.at("/SessionView/properties/user/anyOf/1").toString());
    assertFalse(
        schemas.path("PageCaseSummary").path("required").toString().contains("total"),
        "a total that is not known is left out");
    assertEquals(
        "[\"name\",\"permissions\",\"username\"]", schemas.at("/NewKey/required").toString());
  }

  @Test
  void isTheOneTheConsoleIsBuiltFor(TestPlatform platform) throws IOException {
    String live = describe(platform).toPrettyString() + "\n";
    if (Boolean.getBoolean("firebreak.api.refresh")) {
      Files.writeString(COPY, live);
    }
    assertEquals(
        Files.readString(COPY),
        live,
        "console/openapi.json is not what the platform answers; `./firebreak api` writes it anew");
  }
}
