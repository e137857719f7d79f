package org.firebreak.platform.genomes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.output.IncidentWriter;
import org.firebreak.platform.intake.Imports;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** What the platform says of contacts, held against who really infected whom. */
@PlatformTest
class ClusterTruthTest {

  private final TestPlatform platform;
  private final ApiClient steward;

  ClusterTruthTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward");
  }

  private static Map<String, String> column(Path file, int key, int value) throws IOException {
    Map<String, String> column = new HashMap<>();
    List<String> lines = Files.readAllLines(file);
    for (String line : lines.subList(1, lines.size())) {
      String[] cells = line.split(",", -1);
      column.put(cells[key], cells[value]);
    }
    return column;
  }

  private void load(Path folder, String standard) throws IOException {
    ApiResponse answer =
        steward.upload(
            "/api/v1/imports",
            standard + ".csv",
            Files.readAllBytes(folder.resolve(standard + ".csv")),
            Map.of("standard", standard, "source", "truth", "asOf", "2026-06-30"));
    assertEquals(202, answer.status(), answer.text());
    assertEquals(
        "done", platform.bean(Imports.class).await(answer.json().path("id").asLong(), 120).state());
  }

  /** Pairs by verdict: {true pairs, all pairs}. */
  private Map<String, int[]> judge(long reference, Map<String, String> infectorOf) {
    Map<String, int[]> counts = new HashMap<>();
    String cursor = "";
    do {
      JsonNode page =
          steward
              .get(
                  "/api/v1/genomes/references/%d/findings?limit=500%s".formatted(reference, cursor))
              .json();
      for (JsonNode one : page.path("items")) {
        String a = one.at("/first/name").asString();
        String b = one.at("/second/name").asString();
        boolean direct = b.equals(infectorOf.get(a)) || a.equals(infectorOf.get(b));
        String verdict = one.path("verdict").asString();
        int[] count = counts.computeIfAbsent(verdict, key -> new int[2]);
        count[0] += direct ? 1 : 0;
        count[1]++;
      }
      JsonNode next = page.path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + next.asString();
    } while (!cursor.isEmpty());
    return counts;
  }

  @Test
  void contactsAreBorneOutWhereOneInfectedTheOther() throws IOException {
    Path folder = TestPlatform.temporaryFolder("truth");
    City city =
        City.generate(
            CityParameters.fictitious(3, 250_000, 80, CityParameters.DEFAULT_END), day -> {});
    new IncidentWriter(city, folder, what -> {}).write();
    load(folder, "region");
    load(folder, "contact");
    long accepted = platform.bean(Genomes.class).loadSimulated(folder.resolve("genomes"));
    Map<String, String> infectorOf = column(folder.resolve("truth/genomes.csv"), 0, 3);
    assertEquals(infectorOf.size(), accepted, "all good records, none of the broken ones");

    long reference = 0;
    for (JsonNode one : steward.get("/api/v1/genomes/references").json()) {
      reference = one.path("simulated").asBoolean() ? one.path("id").asLong() : reference;
    }
    Map<String, int[]> judged = judge(reference, infectorOf);
    StringBuilder told = new StringBuilder();
    judged.forEach((verdict, n) -> told.append(verdict + " " + n[0] + "/" + n[1] + "; "));
    int[] none = {0, 0};
    int[] agree = judged.getOrDefault("agree", none);
    int[] contradict = judged.getOrDefault("contradict", none);
    int[] doubtful = judged.getOrDefault("doubtful", none);
    int direct = agree[0] + contradict[0] + doubtful[0];
    assertTrue(direct >= 20, told.toString());
    assertTrue(agree[0] >= 0.9 * direct, "true pairs agree: " + told);
    assertTrue(contradict[0] <= 0.02 * direct, "true pairs are not contradicted: " + told);
    assertTrue(contradict[1] - contradict[0] > 0, "others are: " + told);
    int others = agree[1] + contradict[1] + doubtful[1] - direct;
    double agreeOfOthers = (double) (agree[1] - agree[0]) / Math.max(1, others);
    assertTrue((double) agree[0] / direct > agreeOfOthers, "true pairs agree more often: " + told);
    int[] links = judged.getOrDefault("missing-link", none);
    double known = infectorOf.values().stream().filter(name -> !name.isEmpty()).count();
    double chance = known / (infectorOf.size() * (infectorOf.size() - 1) / 2.0);
    assertTrue(links[1] > 0, told.toString());
    assertTrue(
        (double) links[0] / links[1] > 10 * chance,
        "links are true far more often than any pair (%.5f): %s".formatted(chance, told));

    Set<String> places = new HashSet<>();
    JsonNode tree = steward.get("/api/v1/genomes/references/" + reference + "/tree").json();
    tree.path("places").forEach(place -> places.add(place.path("code").asString()));
    assertTrue(places.size() > 1, "places: " + places);
    JsonNode clock = tree.at("/summary/clock");
    assertTrue(
        clock.path("rateLow").asDouble() < 2.4e-3 * 1.25
            && clock.path("rateHigh").asDouble() > 2.4e-3 / 1.25,
        "the true rate 2.4e-3 lies in or near the interval: " + clock);
  }
}
