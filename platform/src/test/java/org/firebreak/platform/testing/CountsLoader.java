package org.firebreak.platform.testing;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/** Brings daily counts in, by the way every user takes. */
public final class CountsLoader {

  private static final String HEADER = "date,country,indicator,kind,value\n";
  private static final int PATIENCE_SECONDS = 120;

  private final ApiClient steward;
  private final String source;

  public CountsLoader(TestPlatform platform, String source) {
    this.steward = platform.signIn("data-steward");
    this.source = source;
  }

  /**
   * Imports rows and waits until they are in.
   *
   * @param rows lines of date, country, indicator, kind, value
   * @param asOf day as of which they are known
   */
  public void load(String rows, String asOf) {
    JsonNode begun =
        steward
            .upload(
                "/api/v1/imports",
                "counts.csv",
                (HEADER + rows).getBytes(StandardCharsets.UTF_8),
                Map.of("standard", "daily-count", "source", source, "asOf", asOf))
            .json();
    String address = "/api/v1/imports/" + begun.path("id").asLong();
    JsonNode now =
        Waiting.until(
            PATIENCE_SECONDS,
            () -> steward.get(address).json(),
            answer -> !Set.of("queued", "running").contains(answer.path("state").asString()));
    if (!now.path("state").asString().equals("done") || now.path("quarantined").asLong() > 0) {
      throw new AssertionError("The counts did not go in: " + now);
    }
  }
}
