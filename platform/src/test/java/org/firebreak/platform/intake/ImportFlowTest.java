package org.firebreak.platform.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/**
 * A file on its way through the door: good rows in, bad rows in quarantine, put right, sent again,
 * corrected. Each test has a source of its own.
 */
@PlatformTest
class ImportFlowTest {

  private static final String HEADER =
      "case_id,name,sex,age,country,date_onset,date_report,classification\n";
  private static final String DIRTY =
      HEADER
          + "A1,Li Wei,f,34,France,2020-02-01,2020-02-04,confirmed\n"
          + "A2,Wang Fang,m,51,France,2020-03-09,2020-02-04,confirmed\n"
          + "A3,Zhao Min,f,230,France,2020-02-02,2020-02-05,confirmed\n"
          + "A4,Chen Jie,m,8,France,2020-02-03,2020-02-05,suspected\n";

  private final TestPlatform platform;
  private final ApiClient steward;

  ImportFlowTest(TestPlatform platform) {
    this.platform = platform;
    this.steward = platform.signIn("data-steward", "case-worker");
  }

  private JsonNode importCases(String source, String csv, Map<String, String> more) {
    Map<String, String> fields = new HashMap<>(Map.of("standard", "case", "source", source));
    fields.putAll(more);
    ApiResponse answer =
        steward.upload(
            "/api/v1/imports", "cases.csv", csv.getBytes(StandardCharsets.UTF_8), fields);
    assertEquals(202, answer.status(), answer.text());
    long id = answer.json().path("id").asLong();
    platform.bean(Imports.class).await(id, 60);
    return steward.get("/api/v1/imports/" + id).json();
  }

  private static void assertCounts(
      JsonNode done, long rows, long accepted, long quarantined, long unchanged) {
    assertEquals("done", done.path("state").asString(), done.toString());
    assertEquals(rows, done.path("rows").asLong(), done.toString());
    assertEquals(accepted, done.path("accepted").asLong(), done.toString());
    assertEquals(quarantined, done.path("quarantined").asLong(), done.toString());
    assertEquals(unchanged, done.path("unchanged").asLong(), done.toString());
  }

  private long storedVersions(String source) {
    return platform
        .sql()
        .sql("select count(*) from records.record where source = ?")
        .param(source)
        .query(Long.class)
        .single();
  }

  @Test
  void goodRowsGoInBadOnesAreKeptAndNothingEntersTwice() {
    assertCounts(importCases("flow-1", DIRTY, Map.of()), 4, 2, 2, 0);
    assertCounts(importCases("flow-1", DIRTY, Map.of()), 4, 0, 2, 2);
    assertEquals(2, storedVersions("flow-1"));
    JsonNode second =
        importCases(
            "flow-1", DIRTY + "A5,Sun Li,f,20,France,2020-02-03,2020-02-06,confirmed\n", Map.of());
    assertCounts(second, 5, 1, 2, 2);
    long open =
        platform
            .sql()
            .sql(
                "select count(*) from intake.quarantine where source = 'flow-1' and state = 'open'")
            .query(Long.class)
            .single();
    assertEquals(2, open, "the same bad row waits once");
  }

  @Test
  void aDryRunCountsAndStoresNothing() {
    assertCounts(importCases("flow-2", DIRTY, Map.of("dryRun", "true")), 4, 2, 2, 0);
    assertEquals(0, storedVersions("flow-2"));
    assertCounts(importCases("flow-2", DIRTY, Map.of()), 4, 2, 2, 0);
  }

  @Test
  void aRefusedRowIsPutRightInPlace() {
    JsonNode done = importCases("flow-3", DIRTY, Map.of());
    String rows = "/api/v1/imports/" + done.path("id").asLong() + "/quarantine";
    JsonNode refused = steward.get(rows).json().path("items");
    assertEquals(2, refused.size());
    JsonNode late = refused.get(0);
    assertEquals(3, late.path("row").asLong());
    assertFalse(late.toString().contains("Wang Fang"), "personal cells are masked");
    assertFalse(late.path("problems").get(0).path("message").path("zh").asString().isBlank());

    ApiResponse still = steward.put(rows + "/3", Map.of("date_onset", "2020-03-10"));
    assertFalse(still.json().path("accepted").asBoolean(), still.text());
    ApiResponse right = steward.put(rows + "/3", Map.of("date_onset", "2020-02-01"));
    assertTrue(right.json().path("accepted").asBoolean(), right.text());
    assertEquals(409, steward.put(rows + "/3", Map.of("date_onset", "2020-02-01")).status());
    assertEquals(3, storedVersions("flow-3"));
    assertCounts(importCases("flow-3", DIRTY, Map.of()), 4, 0, 1, 3);
  }

  @Test
  void theExportedQuarantineCanBeFixedAndSentAgain() {
    JsonNode done = importCases("flow-4", DIRTY, Map.of());
    String csv =
        steward.get("/api/v1/imports/" + done.path("id").asLong() + "/quarantine.csv").text();
    assertTrue(csv.contains("Wang Fang"), csv);
    String fixed = csv.replace("2020-03-09", "2020-02-02").replace(",230,", ",23,");
    assertCounts(importCases("flow-4", fixed, Map.of()), 2, 2, 0, 0);
    assertEquals(4, storedVersions("flow-4"));
  }

  @Test
  void aCorrectionIsANewVersionAndTheOldFileChangesNothing() {
    String first = HEADER + "B1,Hu Bo,m,40,France,2020-02-01,2020-02-04,suspected\n";
    String corrected = first.replace("suspected", "confirmed");
    assertCounts(importCases("flow-5", first, Map.of()), 1, 1, 0, 0);
    assertCounts(importCases("flow-5", corrected, Map.of()), 1, 1, 0, 0);
    assertCounts(importCases("flow-5", first, Map.of()), 1, 0, 0, 1);
    assertEquals(2, storedVersions("flow-5"));
    JsonNode items = steward.get("/api/v1/cases?source=flow-5").json().path("items");
    assertEquals(1, items.size());
    assertEquals("confirmed", items.get(0).path("classification").asString());
    JsonNode detail = steward.get("/api/v1/cases/" + items.get(0).path("id").asLong()).json();
    assertEquals(2, detail.path("history").size());
    assertEquals(
        "suspected", detail.path("history").get(0).path("changes").get(0).path("from").asString());
    assertFalse(detail.toString().contains("Hu Bo"), "a case shows no personal field");
    JsonNode curve = steward.get("/api/v1/situation/epi-curve?by=report").json();
    assertTrue(curve.path("datasets").toString().contains("flow-5"), curve.toString());
    assertFalse(curve.path("asOf").isNull());
  }

  @Test
  void recordsOfOtherSystemsAreTakenOnce() {
    Map<String, Object> record =
        Map.of(
            "sex",
            "f",
            "country",
            "France",
            "date_report",
            "2020-02-04",
            "classification",
            "confirmed");
    String path = "/api/v1/records/case/flow-6/X-1";
    assertCounts(steward.put(path, record).json(), 1, 1, 0, 0);
    assertCounts(steward.put(path, record).json(), 1, 0, 0, 1);
    String bulk =
        """
        {"case_id":"X-1","sex":"f","country":"France","date_report":"2020-02-04","classification":"confirmed"}
        {"case_id":"X-2","sex":"m","country":"France","date_report":"2020-02-05","classification":"confirmed"}
        """;
    assertCounts(steward.post("/api/v1/records/case/bulk?source=flow-6", bulk).json(), 2, 1, 0, 1);
  }

  @Test
  void whatIsNoTableFailsWithAClearSentenceAndLeavesNothing() {
    JsonNode failed = importCases("flow-7", "", Map.of());
    assertEquals("failed", failed.path("state").asString());
    assertTrue(failed.at("/error/message").asString().contains("cases.csv"), failed.toString());
    assertEquals(0, storedVersions("flow-7"));
  }
}
