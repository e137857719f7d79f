package org.firebreak.platform.forecasts;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.firebreak.base.Software;
import org.firebreak.epidemic.forecast.Forecast;
import org.firebreak.epidemic.forecast.Measure;
import org.firebreak.epidemic.forecast.Panel;
import org.firebreak.epidemic.forecast.ensemble.PooledEnsemble;
import org.firebreak.epidemic.forecast.score.Scores;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.testing.ApiClient;
import org.firebreak.platform.testing.ApiResponse;
import org.firebreak.platform.testing.CountsLoader;
import org.firebreak.platform.testing.PlatformTest;
import org.firebreak.platform.testing.TestPlatform;
import org.firebreak.platform.testing.Waiting;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import tools.jackson.databind.JsonNode;

/** Forecasts over HTTP: made as the library makes them, kept, scored, exchanged. */
@PlatformTest
class ForecastsTest {

  private static final LocalDate FIRST = LocalDate.of(2021, 3, 1);
  private static final String URL = "/api/v1/forecasts";

  private final TestPlatform platform;
  private final ApiClient analyst;

  ForecastsTest(TestPlatform platform) {
    this.platform = platform;
    this.analyst = platform.signIn("analyst");
  }

  /** A wave with a weekday rhythm and noise. */
  private static double[] wave(int days, double peak, long seed) {
    Random random = new Random(seed);
    double[] values = new double[days];
    for (int t = 0; t < days; t++) {
      double height = peak * Math.exp(-Math.pow((t - 60) / 25.0, 2));
      values[t] =
          Math.rint((height + 5) * (t % 7 == 0 ? 0.6 : 1) * (0.8 + 0.4 * random.nextDouble()));
    }
    return values;
  }

  private static String rows(String country, String indicator, double[] values, int from, int to) {
    StringBuilder rows = new StringBuilder();
    for (int t = from; t < to; t++) {
      rows.append(FIRST.plusDays(t))
          .append(',')
          .append(country)
          .append(',')
          .append(indicator)
          .append(",new,")
          .append((long) values[t])
          .append('\n');
    }
    return rows.toString();
  }

  private static String day(int t) {
    return FIRST.plusDays(t).toString();
  }

  private void make(Map<String, Object> wish) {
    Waiting.job(analyst, analyst.post(URL, wish));
  }

  private JsonNode list(String region, String query) {
    ApiResponse answer = analyst.get(URL + "?region=" + region + query);
    assertEquals(200, answer.status(), answer.text());
    return answer.json().path("items");
  }

  private JsonNode get(JsonNode item) {
    return analyst.get(URL + "/" + item.path("forecast").path("id").asLong()).json();
  }

  private static double[] doubles(JsonNode array) {
    double[] values = new double[array.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = array.get(i).asDouble();
    }
    return values;
  }

  @Test
  void saysWhatTheLibrarySaysAndWithWhat() {
    double[] faroe = wave(80, 200, 1);
    double[] greenland = wave(80, 90, 2);
    CountsLoader loader = new CountsLoader(platform, "forecast-library");
    loader.load(
        rows("Faroe Islands", "tests", faroe, 0, 80) + rows("Greenland", "tests", greenland, 0, 80),
        day(80));
    make(Map.of("region", "FO", "indicator", "tests", "source", "forecast-library"));

    Panel panel =
        new Panel(
            List.of(
                new Panel.Line("FO", FIRST.toEpochDay(), faroe),
                new Panel.Line("GL", FIRST.toEpochDay(), greenland)),
            7,
            Measure.COUNT);
    Forecast expected = new PooledEnsemble(panel).forecast(0, FIRST.toEpochDay() + 80, 14);

    JsonNode items = list("FO", "&indicator=tests");
    assertEquals(1, items.size());
    JsonNode kept = get(items.get(0));
    JsonNode head = kept.path("forecast");
    assertEquals(day(79), head.path("origin").asString());
    assertEquals("Firebreak ensemble", head.path("model").asString());
    assertEquals(Software.VERSION, head.path("version").asString());
    assertEquals("forecast-library", kept.path("datasets").get(0).path("source").asString());
    assertTrue(head.path("vintage").asString().startsWith(day(80)), head.toString());
    assertFalse(head.path("retrospective").asBoolean());
    assertEquals(14, kept.path("targets").size());
    for (int h = 0; h < 14; h++) {
      JsonNode target = kept.path("targets").get(h);
      assertEquals(day(80 + h), target.path("date").asString());
      assertEquals(expected.mean()[h], target.path("point").asDouble(), 1e-9);
      assertArrayEquals(expected.quantiles()[h], doubles(target.path("quantiles")), 1e-9);
    }
    double[] week = doubles(head.path("weekTotal"));
    assertEquals(23, week.length);
    assertTrue(week[0] >= 0 && week[22] > week[0], "a week has an interval");

    make(Map.of("region", "FO", "indicator", "tests", "source", "forecast-library"));
    assertEquals(1, list("FO", "&indicator=tests").size(), "the same forecast is kept once");
  }

  @Test
  void scoresAgainstWhatWasFirstKnownAndWhatIsKnownNow() {
    double[] truth = wave(90, 300, 3);
    CountsLoader loader = new CountsLoader(platform, "forecast-revised");
    loader.load(rows("Malta", "calls", truth, 0, 60), day(60));
    make(Map.of("region", "MT", "indicator", "calls", "horizonDays", 7));
    loader.load(rows("Malta", "calls", truth, 60, 65), day(65));
    double[] revised = truth.clone();
    revised[62] += 500;
    loader.load(rows("Malta", "calls", revised, 62, 67), day(75));
    Waiting.job(analyst, analyst.post(URL + "/scores", Map.of()));

    JsonNode kept = get(list("MT", "&indicator=calls").get(0));
    assertEquals(14, kept.path("scores").size(), "seven days, each scored twice");
    Map<String, JsonNode> targets = new HashMap<>();
    kept.path("targets").forEach(target -> targets.put(target.path("date").asString(), target));
    Map<String, Double> observed = new HashMap<>();
    for (JsonNode score : kept.path("scores")) {
      String date = score.path("date").asString();
      String basis = score.path("basis").asString();
      double value = score.path("observed").asDouble();
      double[] quantiles = doubles(Objects.requireNonNull(targets.get(date)).path("quantiles"));
      assertEquals(
          Scores.weightedInterval(quantiles, value), score.path("wis").asDouble(), 1e-9, date);
      assertEquals(Scores.covers(quantiles, 1, value), score.path("inside95").asBoolean(), date);
      assertTrue(score.path("baselineWis").asDouble() > 0, date);
      observed.put(date + basis, value);
    }
    assertEquals(truth[62], observed.get(day(62) + "first"));
    assertEquals(revised[62], observed.get(day(62) + "latest"));
    assertEquals(truth[61], observed.get(day(61) + "first"));
    assertEquals(truth[61], observed.get(day(61) + "latest"));
    assertEquals(truth[66], observed.get(day(66) + "first"), "known since the last vintage");

    JsonNode first = scores("MT", "calls", "first");
    JsonNode latest = scores("MT", "calls", "latest");
    assertEquals(1, first.path("forecasts").asInt());
    assertEquals(7, first.path("days").asInt());
    assertNotEquals(first.path("wis").asDouble(), latest.path("wis").asDouble());
    assertTrue(first.path("coverage50").asDouble() <= first.path("coverage80").asDouble());
    assertTrue(first.path("relativeWis").asDouble() > 0);
  }

  private JsonNode scores(String region, String indicator, String basis) {
    return analyst
        .get(URL + "/scores?region=" + region + "&indicator=" + indicator + "&basis=" + basis)
        .json()
        .path("models")
        .get(0);
  }

  @Test
  void makesThoseOfPastWeeksFromWhatWasKnownThen() {
    double[] values = wave(80, 150, 4);
    CountsLoader loader = new CountsLoader(platform, "forecast-past");
    double[] then = values.clone();
    then[50] = 1;
    loader.load(rows("Cyprus", "icu", then, 0, 66), day(66));
    loader.load(rows("Cyprus", "icu", values, 0, 80), day(80));
    make(Map.of("region", "CY", "indicator", "icu", "pastWeeks", 3));
    JsonNode items = list("CY", "&indicator=icu");
    assertEquals(4, items.size());
    Map<String, Boolean> retrospective = new HashMap<>();
    items.forEach(item ->
        retrospective.put(
            item.path("forecast").path("origin").asString(),
            item.path("forecast").path("retrospective").asBoolean()));
    assertEquals(
        Map.of(day(79), false, day(72), true, day(65), false, day(58), true), retrospective);
    assertTrue(items.get(3).path("score").path("days").asInt() == 14, "scored at once");
    assertEquals(0, items.get(0).path("score").path("days").asInt());
  }

  @Test
  void hubFilesGoOutAndComeInUnchanged() {
    CountsLoader loader = new CountsLoader(platform, "forecast-hub");
    loader.load(rows("Monaco", "deaths", wave(70, 40, 5), 0, 70), day(70));
    make(Map.of("region", "MC", "indicator", "deaths", "kind", "cumulative", "horizonDays", 5));
    for (String format : List.of("forecast-hub", "hubverse")) {
      String file = hub("Firebreak+ensemble", format);
      assertEquals(1 + 5 * 24, file.lines().count());
      JsonNode came = upload(file, "Team-" + format).json();
      assertEquals(1, came.path("kept").asInt(), came.toString());
      assertEquals(file, hub("Team-" + format, format));
      assertEquals(0, upload(file, "Team-" + format).json().path("kept").asInt());
    }
    JsonNode outside = list("MC", "&indicator=deaths&kind=cumulative&model=Team-hubverse");
    assertTrue(outside.get(0).path("forecast").path("method").isNull());
  }

  private String hub(String model, String format) {
    return analyst
        .get(
            URL
                + "/hub.csv?region=MC&indicator=deaths&kind=cumulative&model="
                + model
                + "&format="
                + format)
        .text();
  }

  private ApiResponse upload(String file, String model) {
    return analyst.upload(
        URL + "/hub", "file.csv", file.getBytes(StandardCharsets.UTF_8), Map.of("model", model));
  }

  @Test
  void brokenHubFilesNameRowAndColumn() {
    String header = "forecast_date,target,target_end_date,location,type,quantile,value\n";
    String good = "2020-06-01,1 day ahead inc case,2020-06-02,MC,quantile,0.010,1\n";
    refused(header + good + good.replace(",1\n", ",many\n"), "hub-number", "row 3, column value");
    refused(header + good.replace("MC", "ZZZ"), "hub-location", "row 2, column location");
    refused(header + good.replace("0.010", "0.011"), "hub-level", "row 2, column quantile");
    refused(header + good.replace("1 day", "one day"), "hub-target", "row 2, column target");
    refused(header + good.replace("2020-06-02", "2.6.2020"), "hub-date", "column target_end_date");
    refused(header + good, "hub-quantiles", "row 2");
    refused("a,b\n1,2\n", "hub-columns", "row 1");
    assertEquals("model-missing", upload(header + good, "").code());
    assertEquals("model-reserved", upload(header + good, "Firebreak ensemble").code());
  }

  private void refused(String file, String code, String where) {
    ApiResponse answer = upload(file, "Team-Broken");
    assertEquals(code, answer.code(), answer.text());
    assertTrue(answer.json().path("detail").asString().contains(where), answer.text());
  }

  @Test
  void rolesAndRegionsLimitWhoMayWhat() {
    CountsLoader loader = new CountsLoader(platform, "forecast-roles");
    loader.load(rows("Andorra", "hospitalised", wave(40, 40, 6), 0, 40), day(40));
    Map<String, Object> wish = Map.of("region", "AD", "indicator", "hospitalised");
    ApiClient viewer = platform.signIn("viewer");
    assertEquals(403, viewer.post(URL, wish).status());
    make(wish);
    JsonNode kept = list("AD", "&indicator=hospitalised").get(0);
    String address = URL + "/" + kept.path("forecast").path("id").asLong();
    assertEquals(200, viewer.get(address).status());
    ApiClient elsewhere = platform.signInFor("FR", "analyst");
    assertEquals("forecast-not-found", elsewhere.get(address).code());
    assertEquals("forbidden", elsewhere.post(URL, wish).code());
    assertEquals("horizon-invalid", analyst.post(URL, Map.of("horizonDays", 400)).code());
    assertEquals("method-unknown", analyst.post(URL, Map.of("method", "oracle")).code());
    assertEquals(
        "series-not-found",
        analyst.post(URL, Map.of("region", "AD", "indicator", "severe")).code());
    assertThrows(
        DataAccessException.class,
        () -> platform.sql().sql("update forecasts.forecast set model = 'x'").update());
    assertThrows(
        DataAccessException.class,
        () -> platform.sql().sql("delete from forecasts.target").update());
  }

  @Test
  void renewsByItselfOnceAWeekHasCome() {
    double[] values = wave(80, 90, 7);
    CountsLoader loader = new CountsLoader(platform, "forecast-weekly");
    loader.load(rows("Liechtenstein", "contacts_traced", values, 0, 60), day(60));
    Map<String, Object> wish = Map.of("region", "LI", "indicator", "contacts_traced");
    JsonNode saved = analyst.put(URL + "/schedules", wish).json();
    assertTrue(saved.toString().contains("contacts_traced"));
    Schedules schedules = platform.bean(Schedules.class);
    schedules.renew(new Quiet());
    assertEquals(1, list("LI", "&indicator=contacts_traced").size());
    loader.load(rows("Liechtenstein", "contacts_traced", values, 60, 66), day(66));
    schedules.renew(new Quiet());
    assertEquals(1, list("LI", "&indicator=contacts_traced").size(), "six days are no week");
    loader.load(rows("Liechtenstein", "contacts_traced", values, 66, 67), day(67));
    schedules.renew(new Quiet());
    assertEquals(2, list("LI", "&indicator=contacts_traced").size());
    long id = saved.get(saved.size() - 1).path("id").asLong();
    assertEquals(204, analyst.delete(URL + "/schedules/" + id).status());
  }

  /** A job that nobody watches. */
  private static final class Quiet implements JobControl {

    @Override
    public java.util.UUID id() {
      return new java.util.UUID(0, 0);
    }

    @Override
    public void progress(long done, @org.jspecify.annotations.Nullable Long total) {}

    @Override
    public void message(org.firebreak.base.LocalizedText message) {}

    @Override
    public boolean isCancelled() {
      return false;
    }
  }
}
