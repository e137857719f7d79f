package org.firebreak.platform.cases;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The line list in every order and found by words, against a plain sort and a plain search. */
@PlatformTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CaseListTest {

  private static final String SOURCE = "case-list-test";
  private static final int CASES = 60;
  private static final List<String> REGIONS =
      List.of("China,Hubei", "China,Beijing", "France,", ",");
  private static final List<String> WORK = List.of("医务人员", "nurse in ward 7", "Market trader", "");

  /** A case as the file has it. */
  private record Line(
      String number,
      String name,
      String age,
      String region,
      String onset,
      String work,
      String severity) {

    String csv() {
      return String.join(
          ",", number, name, age, region, onset, "2020-02-20", work, severity, "confirmed");
    }
  }

  private final List<Line> lines = new ArrayList<>();
  private TestPlatform platform;
  private ApiClient client;

  @BeforeAll
  void load(TestPlatform shared) {
    platform = shared;
    client = platform.signIn("data-steward", "analyst");
    Random random = new Random(42);
    StringBuilder csv =
        new StringBuilder(
            "case_id,name,age,country,province,onset,date_report,occupation,severity,classification\n");
    for (int i = 0; i < CASES; i++) {
      Line line =
          new Line(
              "Z" + (char) ('A' + random.nextInt(4)) + "-" + i,
              "Secretname" + i,
              random.nextInt(5) == 0 ? "" : String.valueOf(random.nextInt(9) * 10),
              REGIONS.get(random.nextInt(REGIONS.size())),
              random.nextInt(5) == 0 ? "" : "2020-02-" + (10 + random.nextInt(9)),
              WORK.get(random.nextInt(WORK.size())),
              i == 7 ? "unclassfied" : "mild");
      lines.add(line);
      csv.append(line.csv()).append('\n');
    }
    ApiResponse begun =
        client.upload(
            "/api/v1/imports",
            "cases.csv",
            csv.toString().getBytes(StandardCharsets.UTF_8),
            Map.of("standard", "case", "source", SOURCE));
    assertEquals(202, begun.status(), begun.toString());
    JsonNode done = await(begun.json().path("id").asLong());
    assertEquals(CASES, done.path("accepted").asLong(), done.toString());
  }

  private JsonNode await(long id) {
    Instant end = Instant.now().plus(Duration.ofMinutes(2));
    while (true) {
      JsonNode now = client.get("/api/v1/imports/" + id).json();
      if (!now.path("endedAt").isNull()) {
        return now;
      }
      assertTrue(Instant.now().isBefore(end), "still " + now);
      Thread.onSpinWait();
    }
  }

  private List<JsonNode> list(String query) {
    List<JsonNode> all = new ArrayList<>();
    String cursor = "";
    do {
      ApiResponse answer =
          client.get("/api/v1/cases?source=" + SOURCE + "&limit=7&" + query + cursor);
      assertEquals(200, answer.status(), answer.toString());
      answer.json().path("items").forEach(all::add);
      JsonNode next = answer.json().path("nextCursor");
      cursor = next.isNull() ? "" : "&cursor=" + encoded(next.asString());
    } while (!cursor.isEmpty());
    return all;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private static Comparator<JsonNode> by(String sort) {
    return switch (sort) {
      case "reportDate" -> Comparator.comparing(row -> row.path("reportDate").asString(""));
      case "onsetDate" -> Comparator.comparing(row -> row.path("onsetDate").asString(""));
      case "caseNumber" -> Comparator.comparing(row -> row.path("caseNumber").asString());
      case "ageYears" -> Comparator.comparingDouble(row -> row.path("ageYears").asDouble(-1));
      case "region" -> Comparator.comparing(row -> row.path("region").path("path").asString(""));
      default -> throw new IllegalArgumentException(sort);
    };
  }

  @ParameterizedTest
  @ValueSource(strings = {"reportDate", "onsetDate", "caseNumber", "ageYears", "region"})
  void pagesComeInTheOrderOfAPlainSort(String sort) {
    Comparator<JsonNode> order = by(sort).thenComparingLong(row -> row.path("id").asLong());
    List<JsonNode> all = list("sort=" + sort);
    assertEquals(CASES, all.size());
    assertEquals(ids(all.stream().sorted(order).toList()), ids(all));
    assertEquals(ids(all.reversed()), ids(list("sort=-" + sort)));
    assertTrue(all.stream().anyMatch(row -> row.path("region").isObject()), all.toString());
    List<JsonNode> hubei = list("region=420000&sort=" + sort);
    assertEquals(
        ids(
            all.stream()
                .filter(row -> "420000".equals(row.at("/region/code").asString("")))
                .toList()),
        ids(hubei));
  }

  private static List<Long> ids(List<JsonNode> rows) {
    return rows.stream().map(row -> row.path("id").asLong()).toList();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"za", "ZB-1", "人员", "医务", "nurse", "ward 7", "trade", "hubei", "湖北", "京市"})
  void findsWordsInWhatIsOpen(String words) {
    Map<String, String> open = new HashMap<>();
    Map<String, String> names =
        Map.of("China,Hubei", "hubei 湖北省", "China,Beijing", "beijing 北京市", "France,", "", ",", "");
    for (Line line : lines) {
      open.put(
          line.number(),
          (line.number() + " " + names.get(line.region()) + " " + line.work())
              .toLowerCase(Locale.ROOT));
    }
    List<String> expected =
        lines.stream()
            .map(Line::number)
            .filter(number ->
                List.of(words.toLowerCase(Locale.ROOT).split("[ -]")).stream()
                    .allMatch(word -> begins(open.getOrDefault(number, ""), word)))
            .sorted()
            .toList();
    assertEquals(
        expected,
        list("q=" + encoded(words)).stream()
            .map(row -> row.path("caseNumber").asString())
            .sorted()
            .toList());
  }

  private static boolean begins(String text, String word) {
    return word.codePointAt(0) > 0x2000
        ? text.contains(word)
        : List.of(text.split("[ -]")).stream().anyMatch(run -> run.startsWith(word));
  }

  @Test
  void findsNothingByWhatIsPersonal() {
    assertEquals(List.of(), list("q=Secretname3"));
    assertEquals(List.of(), list("q=" + encoded("!?")));
  }

  @Test
  void refusesOrdersAndCursorsItDoesNotKnow() {
    assertEquals("sort-unknown", client.get("/api/v1/cases?sort=name").code());
    String cursor =
        client
            .get("/api/v1/cases?limit=1&source=" + SOURCE + "&sort=caseNumber")
            .json()
            .path("nextCursor")
            .asString();
    assertEquals(
        "cursor-invalid",
        client.get("/api/v1/cases?limit=1&sort=reportDate&cursor=" + encoded(cursor)).code());
  }

  @Test
  void misspeltOptionalCodeStaysWithTheCase() {
    String number = lines.get(7).number();
    JsonNode row =
        list("q=" + number).stream()
            .filter(one -> one.path("caseNumber").asString().equals(number))
            .findFirst()
            .orElseThrow();
    assertTrue(row.path("fields").path("severity").isMissingNode());
    JsonNode detail = client.get("/api/v1/cases/" + row.path("id").asLong()).json();
    assertEquals("unclassfied", detail.path("leftOut").path("severity").asString());
    assertTrue(detail.path("flags").toString().contains("code-left-out"), detail.toString());
    assertFalse(detail.toString().contains("Secretname"), "nothing personal in it");
    assertNull(SearchWords.query(" - "));
  }
}
