package org.firebreak.platform.alarms;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.alarms.Alarms.Raised;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** An alarm from its signal to the decision, by whom it may be moved, and what newer data do. */
@PlatformTest
class AlarmLifeTest {

  private static final Instant KNOWN = Instant.parse("2020-05-10T00:00:00Z");
  private static final LocalDate DAY = LocalDate.parse("2020-05-09");

  private final TestPlatform platform;
  private final Alarms alarms;
  private final ApiClient analyst;

  AlarmLifeTest(TestPlatform platform) {
    this.platform = platform;
    this.alarms = platform.bean(Alarms.class);
    this.analyst = platform.signIn("analyst");
  }

  private static Signal signal(String key, String region, LocalDate to, double seen, Instant asOf) {
    return new Signal(
        "test-life",
        "rise",
        key,
        region,
        "confirmed",
        new LocalizedText("Confirmed cases above expectation", "确诊病例超过预期"),
        Severity.MEDIUM,
        DAY,
        to,
        Evidence.of(seen, 4, 9, "somewhere", asOf),
        null);
  }

  private long raise(String key, String region) {
    Raised raised = alarms.raise(signal(key, region, DAY, 12, KNOWN), "12 seen, 9 the bound");
    assertTrue(raised.isNew());
    return raised.id();
  }

  private JsonNode alarm(long id) {
    return analyst.get("/api/v1/alarms/" + id).json();
  }

  private ApiResponse act(
      ApiClient client, long id, String action, int version, @Nullable String reason) {
    Map<String, Object> body = new HashMap<>(Map.of("action", action, "version", version));
    body.put("reason", reason);
    return client.post("/api/v1/alarms/" + id + "/steps", body);
  }

  /** Acts on the alarm as it stands now. */
  private ApiResponse act(long id, String action) {
    return act(analyst, id, action, alarm(id).path("version").asInt(), "because of " + action);
  }

  @Test
  void goesThroughItsLifeAndRemembersEveryStep() {
    long id = raise("life", "IS");
    for (String action : List.of("check", "drop", "reopen", "check", "confirm")) {
      assertEquals(200, act(id, action).status(), action);
    }
    assertEquals("confirmed", alarm(id).path("state").asString());

    JsonNode steps = analyst.get("/api/v1/alarms/" + id + "/steps").json();
    assertEquals(
        List.of("raised", "checked", "dropped", "reopened", "checked", "confirmed"),
        StreamSupport.stream(steps.spliterator(), false)
            .map(step -> step.path("action").asString())
            .toList());
    assertEquals("because of drop", steps.get(2).path("reason").asString());
    assertEquals("checked", steps.get(2).path("from").asString());
    assertEquals("system", steps.get(0).path("actor").asString());
    assertTrue(steps.get(1).path("actor").asString().startsWith("test-"));

    long audited =
        platform
            .sql()
            .sql("select count(*) from audit.entry where subject = ? and action like 'alarm-%'")
            .param("alarm/" + id)
            .query(Long.class)
            .single();
    assertEquals(6, audited, "each step is in the audit book");
  }

  @Test
  void refusesStepsThatItsStateDoesNotAllowAndStepsWithoutReason() {
    long id = raise("forbidden", "IS");
    for (String action : List.of("confirm", "drop", "reopen")) {
      ApiResponse answer = act(id, action);
      assertEquals(409, answer.status(), action + ": " + answer);
      assertEquals("alarm-step-conflict", answer.code());
    }
    assertEquals("alarm-reason-missing", act(analyst, id, "check", 1, " ").code());
    assertEquals("alarm-reason-missing", act(analyst, id, "check", 1, null).code());
    assertEquals(400, act(analyst, id, "explode", 1, "why not").status());
    assertEquals("signal", alarm(id).path("state").asString());
    assertEquals(1, alarm(id).path("version").asInt());
  }

  @Test
  void letsOneOfSeveralDeciders() throws Exception {
    long id = raise("race", "IS");
    List<Callable<ApiResponse>> calls =
        IntStream.range(0, 8)
            .<Callable<ApiResponse>>mapToObj(
                i -> () -> act(platform.signIn("analyst"), id, "check", 1, "decider " + i))
            .toList();
    int won = 0;
    try (var pool = Executors.newFixedThreadPool(8)) {
      for (Future<ApiResponse> answer : pool.invokeAll(calls)) {
        won += answer.get().status() == 200 ? 1 : 0;
        assertTrue(List.of(200, 409).contains(answer.get().status()), answer.get().toString());
      }
    }
    assertEquals(1, won);
    assertEquals(2, analyst.get("/api/v1/alarms/" + id + "/steps").json().size());
    assertEquals("alarm-version-conflict", act(analyst, id, "confirm", 1, "late").code());
  }

  @Test
  void raisesTheSameSignalOnceAndRenewsWhatIsNewer() {
    long id = raise("same", "IS");
    Signal again = signal("same", "IS", DAY, 12, KNOWN);
    assertFalse(alarms.raise(again, "again").isNew());
    assertEquals(1, alarm(id).path("version").asInt(), "nothing new, nothing changed");

    Instant later = KNOWN.plusSeconds(86_400);
    assertEquals(
        id, alarms.raise(signal("same", "IS", DAY.plusDays(1), 15, later), "goes on").id());
    assertEquals("2020-05-10", alarm(id).path("lastDate").asString());
    assertEquals(15, alarm(id).path("evidence").path("observed").asDouble());

    alarms.raise(signal("same", "IS", DAY, 3, KNOWN.minusSeconds(1)), "known earlier");
    assertEquals(15, alarm(id).path("evidence").path("observed").asDouble());
  }

  @Test
  void notesThatNewerDataNoLongerShowIt() {
    long id = raise("revised", "IS");
    act(id, "check");
    alarms.withdraw("test-life", "revised", KNOWN.minusSeconds(1), "older data say nothing");
    assertTrue(alarm(id).path("present").asBoolean());
    for (int twice = 0; twice < 2; twice++) {
      alarms.withdraw("test-life", "revised", KNOWN.plusSeconds(60), "corrected to 4");
    }
    assertFalse(alarm(id).path("present").asBoolean());
    assertEquals("checked", alarm(id).path("state").asString(), "people decide, not the revision");
    JsonNode steps = analyst.get("/api/v1/alarms/" + id + "/steps").json();
    assertEquals(3, steps.size());
    assertEquals("gone", steps.get(2).path("action").asString());

    alarms.raise(signal("revised", "IS", DAY, 12, KNOWN.plusSeconds(90)), "back to 12");
    assertTrue(alarm(id).path("present").asBoolean());
    assertEquals(
        "returned",
        analyst.get("/api/v1/alarms/" + id + "/steps").json().get(3).path("action").asString());
  }

  @Test
  void givesAnAlarmToSomebodyWhoMayActOnIt() {
    long id = raise("assign", "IS");
    JsonNode people = analyst.get("/api/v1/alarms/" + id + "/assignees").json();
    String me = analyst.get("/api/v1/session").json().path("user").path("username").asString();
    assertTrue(people.toString().contains('"' + me + '"'), people.toString());
    Map<String, Object> give =
        Map.of("action", "assign", "version", 1, "reason", "my district", "assignee", me);
    assertEquals(200, analyst.post("/api/v1/alarms/" + id + "/steps", give).status());
    assertEquals(me, alarm(id).path("assignedTo").asString());
    JsonNode mine = analyst.get("/api/v1/alarms?assignedTo=" + me).json().path("items");
    assertEquals(1, mine.size());

    ApiResponse toNobody =
        analyst.post(
            "/api/v1/alarms/" + id + "/steps",
            Map.of("action", "assign", "version", 2, "reason", "x", "assignee", "nobody-at-all"));
    assertEquals("colleague-not-found", toNobody.code());
  }

  @Test
  void staysWithinTheRegionsOfTheCaller() {
    long here = raise("here", "IS");
    long there = raise("there", "NO");
    ApiClient icelander = platform.signInFor("IS", "analyst");
    assertEquals(200, icelander.get("/api/v1/alarms/" + here).status());
    assertEquals("forbidden", icelander.get("/api/v1/alarms/" + there).code());
    assertEquals("forbidden", icelander.get("/api/v1/alarms/" + there + "/steps").code());
    assertEquals("forbidden", act(icelander, there, "check", 1, "not mine").code());
    assertEquals("forbidden", icelander.get("/api/v1/alarms?region=NO").code());
    for (JsonNode item : icelander.get("/api/v1/alarms?limit=500").json().path("items")) {
      assertEquals("IS", item.path("region").asString());
    }
    assertEquals("IS", icelander.get("/api/v1/alarms/overview").json().path("region").asString());

    ApiClient viewer = platform.signIn("viewer");
    assertEquals(200, viewer.get("/api/v1/alarms/" + here).status());
    assertEquals(403, act(viewer, here, "check", 1, "may only look").status());
  }

  @Test
  void listsOpenOnesFirstPageByPage() {
    for (int i = 0; i < 5; i++) {
      long id = raise("page-" + i, "FO");
      if (i % 2 == 0) {
        act(id, "check");
        act(id, "drop");
      }
    }
    JsonNode first = analyst.get("/api/v1/alarms?region=FO&limit=3").json();
    assertEquals(5, first.path("total").asInt());
    JsonNode second =
        analyst
            .get("/api/v1/alarms?region=FO&limit=3&cursor=" + first.path("nextCursor").asString())
            .json();
    assertEquals(3, first.path("items").size());
    assertEquals(2, second.path("items").size());
    assertEquals("signal", first.path("items").get(1).path("state").asString());
    assertEquals("dropped", first.path("items").get(2).path("state").asString());
    JsonNode overview = analyst.get("/api/v1/alarms/overview?region=world").json();
    int faroes =
        StreamSupport.stream(overview.path("parts").spliterator(), false)
            .filter(part -> part.path("code").asString().equals("FO"))
            .mapToInt(part -> part.path("open").asInt())
            .sum();
    assertEquals(2, faroes, overview.toString());
    assertEquals("word-unknown", analyst.get("/api/v1/alarms?state=asleep").code());
  }
}
