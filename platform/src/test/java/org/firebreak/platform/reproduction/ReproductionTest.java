package org.firebreak.platform.reproduction;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.firebreak.base.Software;
import org.firebreak.epidemic.rt.Cori;
import org.firebreak.epidemic.rt.Renewal;
import org.firebreak.epidemic.rt.ReportedCases;
import org.firebreak.epidemic.rt.RtEstimate;
import org.firebreak.epidemic.rt.SerialInterval;
import org.firebreak.epidemic.rt.Windows;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.CountsLoader;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.firebreak.platform.testing.Waiting;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** Reproduction numbers over HTTP: the library's figures, with what they were made from. */
@PlatformTest
class ReproductionTest {

  private static final LocalDate FIRST = LocalDate.of(2022, 1, 1);
  private static final int DAYS = 60;
  private static final String URL = "/api/v1/reproduction";

  private final TestPlatform platform;
  private final ApiClient viewer;

  ReproductionTest(TestPlatform platform) {
    this.platform = platform;
    this.viewer = platform.signIn("viewer");
  }

  private static double[] growing(double rate, double start) {
    double[] cases = new double[DAYS];
    for (int t = 0; t < DAYS; t++) {
      cases[t] = Math.rint(start * Math.exp(rate * t));
    }
    return cases;
  }

  private static String rows(String country, String indicator, double[] cases) {
    StringBuilder rows = new StringBuilder();
    for (int t = 0; t < cases.length; t++) {
      rows.append(
          "%s,%s,%s,new,%d\n".formatted(FIRST.plusDays(t), country, indicator, (long) cases[t]));
    }
    return rows.toString();
  }

  private JsonNode get(String query) {
    ApiResponse answer = viewer.get(URL + query);
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  @Test
  void givesTheFiguresOfTheLibraryWithAManifest() {
    double[] cases = growing(0.05, 20);
    new CountsLoader(platform, "rt-library").load(rows("Nauru", "severe", cases), "2022-03-02");
    SerialInterval interval =
        SerialInterval.ofGamma(4.7, 2.9, SerialInterval.coveringDays(4.7, 2.9));

    JsonNode cori = get("?region=NR&indicator=severe&method=cori&disease=covid-19");
    RtEstimate expected =
        Cori.DEFAULT.estimate(cases, interval, Windows.sliding(2, DAYS, RtEstimator.WINDOW_DAYS));
    JsonNode last = cori.path("days").get(cori.path("days").size() - 1);
    int window = expected.windows().count() - 1;
    assertEquals(FIRST.plusDays(DAYS - 1).toString(), last.path("date").asString());
    assertEquals(expected.mean()[window], last.path("mean").asDouble(), 1e-12);
    assertEquals(expected.quantile(window, 0), last.path("low95").asDouble(), 1e-12);
    assertEquals(expected.aboveOne()[window], last.path("aboveOne").asDouble(), 1e-12);
    assertFalse(last.path("provisional").asBoolean());

    JsonNode renewal = get("?region=NR&indicator=severe&disease=covid-19");
    Disease covid = platform.bean(DiseaseTable.class).get("covid-19");
    double[] delay = new RtEstimator(RtMethod.RENEWAL, covid).delay();
    assertEquals(1, java.util.Arrays.stream(delay).sum(), 1e-5);
    Renewal.Result result = Renewal.DEFAULT.estimate(ReportedCases.of(cases, 1, delay), interval);
    JsonNode day = renewal.path("days").get(30);
    assertEquals(result.rt().quantile(30, 3), day.path("median").asDouble(), 1e-12);
    assertEquals(result.infections().quantile(30, 3), day.path("infections").asDouble(), 1e-9);
    assertEquals("rising", renewal.path("standing").path("verdict").asString());
    double doubling = renewal.path("standing").path("doublingDays").asDouble();
    assertEquals(Math.log(2) / 0.05, doubling, 1.5, "grows by 5 % a day");

    JsonNode days = renewal.path("days");
    assertTrue(days.get(days.size() - 1).path("provisional").asBoolean());
    JsonNode settled = renewal.path("standing").path("settled");
    assertTrue(settled.path("date").asString().compareTo("2022-02-20") < 0, settled.toString());

    JsonNode manifest = renewal.path("manifest");
    assertEquals(Software.VERSION, manifest.path("version").asString());
    assertEquals("renewal", manifest.path("method").asString());
    assertEquals("rt-library", manifest.path("datasets").get(0).path("source").asString());
    assertTrue(manifest.path("asOf").asString().startsWith("2022-03-02"));
    assertTrue(manifest.path("disease").path("source").asString().contains("Nishiura"));
  }

  @Test
  void computesEachRegionOnceAndKnowsVintages() {
    CountsLoader loader = new CountsLoader(platform, "rt-regions");
    double[] falling = growing(-0.04, 900);
    loader.load(
        rows("Tonga", "clinical", growing(0.06, 20))
            + rows("Samoa", "clinical", falling)
            + rows("Fiji", "clinical", new double[DAYS]),
        "2022-03-02");
    String query = "/regions?parent=world&indicator=clinical&source=rt-regions";
    JsonNode answer = Waiting.until(60, () -> get(query), now -> now.path("pending").asInt() == 0);
    Map<String, String> verdicts = new HashMap<>();
    answer
        .path("items")
        .forEach(
            item -> verdicts.put(item.path("region").asString(), item.path("verdict").asString()));
    assertEquals(Map.of("TO", "rising", "WS", "falling", "FJ", "few"), verdicts);
    long kept = kept();
    assertEquals(answer.toString(), get(query).toString());
    get("?region=TO&indicator=clinical&source=rt-regions");
    assertEquals(kept, kept(), "nothing is computed twice");

    falling[DAYS - 1] = 999;
    loader.load(rows("Samoa", "clinical", falling), "2022-03-20");
    JsonNode then =
        get("?region=WS&indicator=clinical&source=rt-regions&asOf=2022-03-10T00:00:00Z");
    JsonNode now = get("?region=WS&indicator=clinical&source=rt-regions");
    assertTrue(now.path("reports").get(DAYS - 1).path("cases").asDouble() == 999);
    assertTrue(then.path("reports").get(DAYS - 1).path("cases").asDouble() < 200);
    assertEquals(kept + 1, kept(), "only what changed is computed anew");
  }

  private long kept() {
    return platform
        .sql()
        .sql("select count(*) from reproduction.estimate")
        .query(Long.class)
        .single();
  }

  @Test
  void parametersAreTheAdministratorsAndCheckedAndAudited() {
    Map<String, Object> fever =
        Map.of(
            "name",
            "test-fever",
            "title",
            Map.of("en", "Test fever", "zh", "测试热"),
            "intervalMeanDays",
            6.5,
            "intervalSdDays",
            3,
            "delayMeanDays",
            4,
            "delaySdDays",
            2,
            "source",
            "Made up for a test");
    assertEquals(403, viewer.put(URL + "/diseases/test-fever", fever).status());
    ApiClient administrator = platform.signIn("administrator");
    Map<String, Object> wrong = new HashMap<>(fever);
    wrong.put("intervalMeanDays", 0.5);
    ApiResponse refused = administrator.put(URL + "/diseases/test-fever", wrong);
    assertEquals(400, refused.status());
    assertTrue(refused.text().contains("intervalMeanDays must be above 1"), refused.text());
    JsonNode changed = administrator.put(URL + "/diseases/test-fever", fever).json();
    assertEquals("test-fever", changed.path("chosen").asString());
    JsonNode audit =
        platform.signIn("auditor").get("/api/v1/audit?action=disease-parameters-changed").json();
    assertTrue(audit.toString().contains("test-fever"));
    Disease covid = platform.bean(DiseaseTable.class).get("covid-19");
    platform.bean(DiseaseTable.class).choose(covid, "test");
    assertEquals("method-unknown", viewer.get(URL + "?method=guess").code());
  }
}
