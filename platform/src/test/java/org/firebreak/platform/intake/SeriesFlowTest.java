package org.firebreak.platform.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Daily counts: vintages stay apart, and what was known when can be asked for. */
@PlatformTest
class SeriesFlowTest {

  private static final String HEADER = "date,country,indicator,kind,value\n";
  private static final String FIRST =
      HEADER
          + "2020-05-01,Iceland,confirmed,cumulative,100\n"
          + "2020-05-02,Iceland,confirmed,cumulative,110\n";
  private static final String REVISED =
      HEADER
          + "2020-05-01,Iceland,confirmed,cumulative,100\n"
          + "2020-05-02,Iceland,confirmed,cumulative,107\n"
          + "2020-05-03,Iceland,confirmed,cumulative,120\n";

  private final TestPlatform platform;
  private final ApiClient steward;

  SeriesFlowTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward");
  }

  private JsonNode importCounts(String csv, String asOf) {
    JsonNode begun =
        steward
            .upload(
                "/api/v1/imports",
                "counts.csv",
                csv.getBytes(StandardCharsets.UTF_8),
                Map.of("standard", "daily-count", "source", "series-flow", "asOf", asOf))
            .json();
    platform.bean(Imports.class).await(begun.path("id").asLong(), 60);
    return steward.get("/api/v1/imports/" + begun.path("id").asLong()).json();
  }

  private String known(String query) {
    JsonNode answer =
        steward
            .get(
                "/api/v1/situation/series?regions=IS&indicator=confirmed&kind=cumulative&source=series-flow"
                    + query)
            .json();
    return answer.path("series").get(0).path("values").toString();
  }

  @Test
  void keepsWhatWasKnownWhen() {
    assertEquals(2, importCounts(FIRST, "2020-05-02").path("accepted").asLong());
    JsonNode second = importCounts(REVISED, "2020-05-04");
    assertEquals(2, second.path("accepted").asLong(), second.toString());
    assertEquals(1, second.path("unchanged").asLong(), second.toString());
    assertEquals(3, importCounts(REVISED, "2020-05-04").path("unchanged").asLong());
    assertEquals(2, importCounts(FIRST, "2020-05-02").path("unchanged").asLong());

    assertEquals("[100.0,107.0,120.0]", known(""));
    assertEquals("[100.0,110.0]", known("&asOf=2020-05-03T00:00:00Z"));

    ApiResponse before =
        steward.get(
            "/api/v1/situation/series?regions=IS&source=series-flow&asOf=2019-01-01T00:00:00Z");
    assertEquals(200, before.status(), "nothing was known then, which is an answer");

    JsonNode map =
        steward
            .get(
                "/api/v1/situation/map?parent=world&indicator=confirmed&measure=cumulative&date=2020-05-03&source=series-flow")
            .json();
    assertTrue(map.path("items").size() > 200, "every country is on the map");
    for (JsonNode item : map.path("items")) {
      boolean iceland = item.path("code").asString().equals("IS");
      assertEquals(iceland, !item.path("value").isNull(), item.toString());
    }
    assertEquals("series-flow", map.path("datasets").get(0).path("source").asString());
  }
}
