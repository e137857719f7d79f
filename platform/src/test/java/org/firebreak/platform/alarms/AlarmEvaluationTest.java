package org.firebreak.platform.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.epidemic.alarm.NegativeBinomialDetector;
import org.firebreak.platform.intake.Imports;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Rules on imported series: what they raise, once, and what corrected data do to it. */
@PlatformTest
class AlarmEvaluationTest {

  private static final LocalDate FIRST = LocalDate.parse("2020-03-02");
  private static final int DAYS = 70;

  private final TestPlatform platform;
  private final ApiClient steward;
  private final ApiClient analyst;

  AlarmEvaluationTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward");
    this.analyst = platform.signIn("analyst");
  }

  private static double[] of(Map<String, double[]> series, String region) {
    return Objects.requireNonNull(series.get(region));
  }

  /** Counts a day around a level with a weekday rhythm. */
  private static double[] quiet(Random random, double level) {
    double[] values = new double[DAYS];
    for (int day = 0; day < DAYS; day++) {
      double mean = level * (day % 7 >= 5 ? 0.6 : 1.15);
      values[day] = Math.max(0, Math.rint(mean + Math.sqrt(mean) * random.nextGaussian()));
    }
    return values;
  }

  private void load(String source, Map<String, double[]> series, String asOf) {
    StringBuilder csv = new StringBuilder("date,region_code,indicator,kind,value\n");
    series.forEach((country, values) -> {
      for (int day = 0; day < values.length; day++) {
        csv.append(FIRST.plusDays(day)).append(',').append(country).append(",confirmed,new,");
        csv.append((long) values[day]).append('\n');
      }
    });
    load("daily-count", source, csv.toString(), asOf);
  }

  private void load(String standard, String source, String csv, String asOf) {
    JsonNode begun =
        steward
            .upload(
                "/api/v1/imports",
                standard + ".csv",
                csv.getBytes(StandardCharsets.UTF_8),
                Map.of("standard", standard, "source", source, "asOf", asOf))
            .json();
    platform.bean(Imports.class).await(begun.path("id").asLong(), 120);
    JsonNode done = steward.get("/api/v1/imports/" + begun.path("id").asLong()).json();
    assertEquals("done", done.path("state").asString(), done.toString());
  }

  private static void await(String what, BooleanSupplier holds) throws InterruptedException {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(120);
    while (!holds.getAsBoolean()) {
      assertTrue(System.nanoTime() < deadline, "in vain waited for: " + what);
      TimeUnit.MILLISECONDS.sleep(50);
    }
  }

  private List<JsonNode> rules(String source) {
    List<JsonNode> found = new ArrayList<>();
    for (JsonNode rule : analyst.get("/api/v1/alarm-rules").json()) {
      if (source.equals(rule.path("definition").path("source").asString(""))) {
        found.add(rule);
      }
    }
    return found;
  }

  /** The rule made by itself, once it was evaluated on data known at a time. */
  private JsonNode ruleEvaluatedOn(String source, String vintage) throws InterruptedException {
    await(
        "an evaluation of " + source + " as known at " + vintage,
        () ->
            rules(source).stream()
                .anyMatch(rule ->
                    rule.path("lastEvaluation").path("vintage").asString("").startsWith(vintage)));
    return rules(source).getFirst();
  }

  private void evaluate(long rule, @Nullable String asOf) throws InterruptedException {
    ApiResponse begun =
        analyst.post(
            "/api/v1/alarm-rules/evaluate?rule=" + rule + (asOf == null ? "" : "&asOf=" + asOf),
            "");
    assertEquals(202, begun.status(), begun.toString());
    UUID job = UUID.fromString(begun.json().path("id").asString());
    assertEquals("DONE", platform.bean(JobService.class).await(job, seen -> {}).state().name());
  }

  private JsonNode alarms(long rule) {
    return analyst.get("/api/v1/alarms?limit=500&rule=" + rule).json().path("items");
  }

  private static JsonNode of(JsonNode alarms, String region) {
    for (JsonNode alarm : alarms) {
      if (alarm.path("region").asString().equals(region)) {
        return alarm;
      }
    }
    throw new AssertionError("no alarm for " + region + " in " + alarms);
  }

  @Test
  void raisesWhatTheLibraryFlagsAndEachOnce() throws InterruptedException {
    Random random = new Random(5);
    Map<String, double[]> series = new LinkedHashMap<>();
    for (String country : List.of("IS", "NO", "SE", "FI", "DK", "EE", "LV", "LT")) {
      series.put(country, quiet(random, 4 + random.nextInt(60)));
    }
    double[] rising = of(series, "SE");
    rising[DAYS - 2] *= 4;
    rising[DAYS - 1] *= 5;
    load("alarm-library", series, "2020-05-11");
    JsonNode rule = ruleEvaluatedOn("alarm-library", "2020-05-11");
    long id = rule.path("id").asLong();
    assertEquals("auto", rule.path("definition").path("method").asString());
    assertEquals(8, rule.path("lastEvaluation").path("assessed").asInt());

    int flagged = 0;
    NegativeBinomialDetector library =
        NegativeBinomialDetector.daily(NegativeBinomialDetector.DAILY_ALPHA);
    for (Map.Entry<String, double[]> one : series.entrySet()) {
      Assessment says = library.assess(one.getValue());
      Set<String> expected = new TreeSet<>();
      for (int day = DAYS - 7; day < DAYS; day++) {
        if (says.alarm()[day]) {
          expected.add(FIRST.plusDays(day) + " " + says.expected()[day] + " " + says.upper()[day]);
        }
      }
      Set<String> stored =
          new TreeSet<>(
              platform
                  .sql()
                  .sql(
                      "select s.date, s.expected, s.upper from alarms.signal s join alarms.alarm a"
                          + " on a.id = s.alarm where a.rule = ? and a.region = ?")
                  .params(id, one.getKey())
                  .query((row, i) ->
                      row.getObject(1, LocalDate.class)
                          + " "
                          + row.getDouble(2)
                          + " "
                          + row.getDouble(3))
                  .list());
      assertEquals(expected, stored, one.getKey());
      flagged += expected.size();
    }
    assertTrue(flagged >= 2, "the rise in SE is flagged");
    JsonNode swedish = of(alarms(id), "SE");
    assertEquals("high", swedish.path("severity").asString());
    assertEquals(of(series, "SE")[DAYS - 1], swedish.path("evidence").path("observed").asDouble());
    assertEquals("alarm-library", swedish.path("evidence").path("dataset").asString());
    assertEquals("2020-05-11T23:59:59.999Z", swedish.path("evidence").path("vintage").asString());

    String before = alarms(id).toString();
    evaluate(id, null);
    load("alarm-library", series, "2020-05-11");
    evaluate(id, null);
    assertEquals(before, alarms(id).toString(), "evaluating the same data again changes nothing");
  }

  @Test
  void notesWhatACorrectionTookAwayAndWhatWasKnownThen() throws InterruptedException {
    Random random = new Random(8);
    Map<String, double[]> series = new LinkedHashMap<>();
    series.put("PT", quiet(random, 20));
    series.put("ES", quiet(random, 30));
    double calm = of(series, "PT")[DAYS - 1];
    of(series, "PT")[DAYS - 1] = 120;
    load("alarm-revision", series, "2020-05-11");
    long rule = ruleEvaluatedOn("alarm-revision", "2020-05-11").path("id").asLong();
    long alarm = of(alarms(rule), "PT").path("id").asLong();

    of(series, "PT")[DAYS - 1] = calm;
    load("alarm-revision", series, "2020-05-13");
    ruleEvaluatedOn("alarm-revision", "2020-05-13");
    JsonNode revised = analyst.get("/api/v1/alarms/" + alarm).json();
    assertFalse(revised.path("present").asBoolean(), "the newest data no longer show it");
    assertEquals("signal", revised.path("state").asString(), "it is not deleted, nor decided");
    JsonNode steps = analyst.get("/api/v1/alarms/" + alarm + "/steps").json();
    assertEquals("gone", steps.get(steps.size() - 1).path("action").asString());

    JsonNode now = analyst.get("/api/v1/alarms/" + alarm + "/chart").json();
    JsonNode then =
        analyst.get("/api/v1/alarms/" + alarm + "/chart?asOf=2020-05-12T00:00:00Z").json();
    int last = now.path("observed").size() - 1;
    assertEquals(calm, now.path("observed").get(last).asDouble());
    assertEquals(120, then.path("observed").get(last).asDouble());
    assertFalse(now.path("flagged").get(last).asBoolean());
    assertTrue(then.path("flagged").get(last).asBoolean());
    assertEquals(7, then.path("opinions").size());

    long late = addRule("alarm-revision", "c2", "world").path("id").asLong();
    evaluate(late, "2020-05-12T00:00:00Z");
    JsonNode asKnownThen = of(alarms(late), "PT");
    assertTrue(asKnownThen.path("present").asBoolean());
    evaluate(late, null);
    assertFalse(of(alarms(late), "PT").path("present").asBoolean());
    evaluate(late, "2020-05-12T00:00:00Z");
    assertFalse(of(alarms(late), "PT").path("present").asBoolean(), "older data do not undo it");
    assertEquals(asKnownThen.path("id").asLong(), of(alarms(late), "PT").path("id").asLong());
  }

  private static Map<String, Object> definition(String source, String method, String region) {
    Map<String, Object> definition = new HashMap<>();
    definition.put("title", Map.of("en", "Test of " + method, "zh", "测试"));
    definition.put("indicator", "confirmed");
    definition.put("source", source);
    definition.put("region", region);
    definition.put("method", method);
    definition.put("cadence", "auto");
    definition.put("years", 3);
    definition.put("watchSteps", 7);
    definition.put("quietDays", 7);
    return definition;
  }

  private JsonNode addRule(String source, String method, String region) {
    ApiResponse added =
        analyst.post(
            "/api/v1/alarm-rules",
            Map.of(
                "definition",
                definition(source, method, region),
                "active",
                true,
                "reason",
                "for a test"));
    assertEquals(201, added.status(), added.toString());
    return added.json();
  }

  @Test
  void keepsEveryVersionOfARuleAndRefusesALateOne() {
    JsonNode rule = addRule("alarm-versions", "c1", "IS");
    String url = "/api/v1/alarm-rules/" + rule.path("id").asLong();
    Map<String, Object> changed = definition("alarm-versions", "c1", "IS");
    changed.put("threshold", 0.01);
    Map<String, Object> request =
        Map.of("definition", changed, "active", true, "version", 1, "reason", "too quiet");
    assertEquals(2, analyst.put(url, request).json().path("version").asInt());
    assertEquals("alarm-rule-conflict", analyst.put(url, request).code());
    JsonNode versions = analyst.get(url + "/versions").json();
    assertEquals(2, versions.size());
    assertEquals("too quiet", versions.get(0).path("reason").asString());

    ApiClient norwegian = platform.signInFor("NO", "analyst");
    assertEquals(404, norwegian.get(url).status());
    assertNotEquals(200, norwegian.put(url, request).status());
    ApiResponse beyond =
        norwegian.post(
            "/api/v1/alarm-rules",
            Map.of("definition", definition("x", "c1", "world"), "active", true, "reason", "mine"));
    assertEquals("forbidden", beyond.code());
    changed.put("threshold", 0.9);
    assertEquals(400, analyst.put(url, request).status());
    changed.put("threshold", null);
    changed.put("method", "magic");
    assertEquals(400, analyst.put(url, request).status());
  }

  @Test
  void tellsWhatAThresholdCosts() {
    Random random = new Random(11);
    Map<String, double[]> series = new LinkedHashMap<>();
    for (String country : List.of("AT", "CH", "LI", "SI")) {
      series.put(country, quiet(random, 15));
    }
    load("alarm-cost", series, "2020-05-11");
    Map<String, Object> request =
        Map.of("definition", definition("alarm-cost", "c2", "world"), "seed", 7);
    ApiResponse first = analyst.post("/api/v1/alarm-rules/cost", request);
    assertEquals(200, first.status(), first.toString());
    assertEquals(
        first.text(),
        analyst.post("/api/v1/alarm-rules/cost", request).text(),
        "the same seed gives the same answer");
    JsonNode lines = first.json().path("lines");
    assertEquals(4, first.json().path("seriesTried").asInt());
    assertEquals(7, lines.size());
    double before = 0;
    for (JsonNode line : lines) {
      double falseAlarms = line.path("falsePerMonth").asDouble();
      assertTrue(falseAlarms >= before - 1, "more at a higher level: " + lines);
      before = falseAlarms;
      double detection = line.path("detection").asDouble();
      assertTrue(detection >= 0 && detection <= 1);
    }
    assertTrue(
        lines.get(6).path("falsePerMonth").asDouble()
            > lines.get(0).path("falsePerMonth").asDouble(),
        lines.toString());
    assertTrue(lines.get(6).path("detection").asDouble() > 0.2, lines.toString());
  }

  @Test
  void findsAClusterOfNeighbours() throws InterruptedException {
    Random random = new Random(3);
    Map<String, double[]> series = new LinkedHashMap<>();
    StringBuilder regions =
        new StringBuilder("code,name_en,name_zh,level,parent,longitude,latitude\n");
    regions.append("QZ,Gridland,格国,0,,150.5,30.5\n");
    for (int place = 0; place < 16; place++) {
      String code = "QZ-" + (char) ('A' + place);
      regions.append(code).append(",Cell ").append(place).append(",格").append(place);
      regions.append(",1,QZ,").append(150 + place % 4).append(',').append(30 + place / 4);
      regions.append('\n');
      series.put(code, quiet(random, 6));
    }
    load("region", "alarm-scan", regions.toString(), "2020-05-11");
    Set<String> corner = Set.of("QZ-A", "QZ-B", "QZ-E");
    for (String code : corner) {
      for (int day = DAYS - 4; day < DAYS; day++) {
        of(series, code)[day] += 12;
      }
    }
    load("alarm-scan", series, "2020-05-11");
    long rule = addRule("alarm-scan", "scan", "QZ").path("id").asLong();
    evaluate(rule, null);
    JsonNode found = alarms(rule);
    assertEquals(1, found.size(), found.toString());
    JsonNode details = found.get(0).path("evidence").path("details");
    Set<String> places = new TreeSet<>();
    details.path("places").forEach(place -> places.add(place.asString()));
    assertTrue(places.containsAll(corner), places.toString());
    assertTrue(places.size() <= 5, places.toString());
    assertEquals(1000, details.path("recurrenceDays").asDouble(), 1e-6);

    evaluate(rule, null);
    assertEquals(found.toString(), alarms(rule).toString());
    JsonNode chart =
        analyst.get("/api/v1/alarms/" + found.get(0).path("id").asLong() + "/chart").json();
    double sum = places.stream().mapToDouble(p -> of(series, p)[DAYS - 1]).sum();
    assertEquals(
        sum, chart.path("observed").get(chart.path("observed").size() - 1).asDouble(), 1e-9);
  }
}
