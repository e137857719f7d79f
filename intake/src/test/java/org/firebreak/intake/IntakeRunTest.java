package org.firebreak.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.problem.Severity;
import org.firebreak.intake.region.WorldRegions;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class IntakeRunTest {

  private static final IntakeContext CONTEXT =
      new IntakeContext(LocalDate.of(2020, 12, 31), WorldRegions.shipped());

  @TempDir private Path folder;

  /** A run with all it delivered. */
  private record Result(IntakeSummary summary, Mapping mapping, List<Outcome> outcomes) {

    List<TypedRecord> accepted() {
      return outcomes.stream()
          .filter(Outcome.Accepted.class::isInstance)
          .map(outcome -> ((Outcome.Accepted) outcome).record())
          .toList();
    }

    List<Outcome.Quarantined> quarantined() {
      return outcomes.stream()
          .filter(Outcome.Quarantined.class::isInstance)
          .map(Outcome.Quarantined.class::cast)
          .toList();
    }
  }

  private Result run(String standardKey, String csv) throws IOException {
    Path path = Files.writeString(folder.resolve("data.csv"), csv);
    Standard standard = StandardLibrary.shipped().get(standardKey);
    SourceFile file = SourceFile.of(path);
    Mapping mapping =
        MappingJson.read(
            MappingJson.write(MappingProposer.propose(standard, file, CONTEXT.regions())));
    List<Outcome> outcomes = new ArrayList<>();
    try (RowSource rows = mapping.open(file)) {
      IntakeSummary summary = new IntakeRun(standard, mapping, CONTEXT).run(rows, outcomes::add);
      return new Result(summary, mapping, outcomes);
    }
  }

  @Test
  void readsAChineseLineList() throws IOException {
    Result result =
        run(
            "case",
            """
            病例编号,姓名,性别,年龄,身份证号,联系电话,病例分类,发病日期,报告日期,省份,转归
            1,张三,男,11个月,,13800138000,确诊病例,2020年1月14日,2020/1/21,湖北,治愈
            2,李四,女,70,11010519491231002X,,疑似,2020-01-15,2020-01-20,北京市,
            """);
    assertEquals(2, result.summary().accepted());
    Map<String, Object> first = result.accepted().get(0).toMap();
    assertEquals("male", first.get("sex"));
    assertEquals(0.917, first.get("age"));
    assertEquals("confirmed", first.get("classification"));
    assertEquals("2020-01-14", first.get("date_onset"));
    assertEquals("2020-01-21", first.get("date_report"));
    assertEquals("420000", first.get("region"));
    assertEquals("recovered", first.get("outcome"));
    assertEquals("suspected", result.accepted().get(1).text("classification"));
    assertTrue(result.summary().rules().isEmpty(), result.summary().rules().toString());
  }

  /** Each row breaks one rule and is refused or flagged for it. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,,,,2020-02-30,2020-03-01,,|not-a-date|ERROR",
        "1,,,,2020-02-02,2020-02-01,,|dates-in-order|ERROR",
        "1,,,,2020-02-02,2021-02-01,,|date-in-future|ERROR",
        "1,q,,,2020-02-02,,,|code-left-out|WARNING",
        "1,,old,,2020-02-02,,,|not-an-age|ERROR",
        "1,,140,,2020-02-02,,,|out-of-range|ERROR",
        "1,,,110105194912310021,2020-02-02,,,|id-check-digit|ERROR",
        "1,,,1101051949123100,2020-02-02,,,|id-form|ERROR",
        "1,m,,11010519491231002X,2020-02-02,,,|id-sex-differs|WARNING",
        "1,,30,11010519491231002X,2020-02-02,,,|id-age-differs|WARNING",
        "1,,,,,,,|at-least-one|WARNING",
        "1,,,,2020-02-02,,,Atlantis|region-unknown|WARNING",
        "1,,,,2020-02-02,,200,|not-a-coordinate|ERROR",
        "1,,,,2020-02-02,,20,|coordinates-pair|WARNING",
        "1,,,,2020-02-02|row-malformed|ERROR"
      })
  void reportsTheRule(String row, String rule, Severity severity) throws IOException {
    Result result =
        run("case", "case_id,sex,age,id number,onset,date_report,lon,country\n" + row + "\n");
    assertEquals(1L, result.summary().rules().get(rule), result.summary().rules().toString());
    boolean refused = severity == Severity.ERROR;
    assertEquals(refused ? 1 : 0, result.summary().quarantined());
    Problem problem = problems(result).getFirst();
    assertEquals(2, problem.row());
    assertEquals(severity, problem.severity());
    for (String text : List.of(problem.message().en(), problem.message().zh())) {
      assertFalse(text.contains("{"), text);
    }
  }

  private static List<Problem> problems(Result result) {
    List<Problem> problems = new ArrayList<>();
    for (Outcome outcome : result.outcomes()) {
      switch (outcome) {
        case Outcome.Accepted accepted -> problems.addAll(accepted.warnings());
        case Outcome.Quarantined refused -> problems.addAll(refused.problems());
        case Outcome.Noted noted -> problems.add(noted.problem());
        case Outcome.Repeated ignored -> {}
      }
    }
    return problems;
  }

  @Test
  void equalRowsCountOnceAndContradictingOnesAreRefused() throws IOException {
    Result result =
        run("case", "case_id,onset\nA,2020-01-01\nA,2020-01-01\nA,2020-01-02\nB,2020-01-02\n");
    assertEquals(2, result.summary().records());
    assertEquals(1, result.summary().repeated());
    assertEquals(1, result.summary().quarantined());
    assertTrue(result.quarantined().getFirst().problems().getFirst().message().en().contains("2"));
  }

  @Test
  void hashesStayTheSameAcrossImportsAndColumnOrder() throws IOException {
    ContentHash first =
        run("case", "id,onset,sex\nA,2020-01-01,m\n").accepted().getFirst().contentHash();
    ContentHash again =
        run("case", "id,onset,sex\nA,2020-01-01,m\n").accepted().getFirst().contentHash();
    ContentHash other =
        run("case", "gender,id,date of onset\nmale,A,1/13/2020\n")
            .accepted()
            .getFirst()
            .contentHash();
    ContentHash same =
        run("case", "gender,id,date of onset\nmale,A,2020/1/1\n")
            .accepted()
            .getFirst()
            .contentHash();
    assertEquals(first, again);
    assertEquals(first, same);
    assertFalse(first.equals(other));
  }

  @Test
  void quarantineComesBackCorrected() throws IOException {
    String csv = "case_id,onset,notes\nA,2020-01-01,=1+1\nB,2020-13-01,=cmd()\n";
    Result result = run("case", csv);
    assertEquals(1, result.summary().quarantined());
    Path out = folder.resolve("quarantine.csv");
    try (QuarantineCsv writer =
        new QuarantineCsv(Files.newBufferedWriter(out), List.of("case_id", "onset", "notes"))) {
      result.quarantined().forEach(writer::write);
    }
    String text = Files.readString(out);
    assertTrue(text.contains("'=cmd()") && text.contains("not-a-date"), text);
    Result again = run("case", text.replace("2020-13-01", "2020-01-03"));
    assertEquals(0, again.summary().quarantined());
    assertEquals("=cmd()", again.accepted().getFirst().text("notes"));
    assertTrue(again.mapping().ignored().stream().allMatch(name -> name.startsWith("firebreak_")));
  }

  @Test
  void seriesRulesFlagAndNeverRefuse() throws IOException {
    StringBuilder csv = new StringBuilder("date,country,confirmed\n");
    int[] values = {0, 20, 40, 60, 80, 100, 120, 140, 140, 160, 150, 900};
    for (int i = 0; i < values.length; i++) {
      csv.append(LocalDate.of(2020, 2, 1).plusDays(i))
          .append(",Italy,")
          .append(values[i])
          .append('\n');
    }
    Result result = run("daily-count", csv.toString());
    assertEquals(values.length, result.summary().records());
    assertEquals(1L, result.summary().rules().get("value-repeated"));
    assertEquals(1L, result.summary().rules().get("cumulative-falls"));
    assertEquals(1L, result.summary().rules().get("sudden-jump"));
    assertEquals("cumulative", result.accepted().getFirst().text("kind"));
    assertEquals("IT", result.accepted().getFirst().text("region"));
  }

  @Test
  void partsThatDoNotAddUpAreNotedOnceWhileTheDifferenceStays() throws IOException {
    Result result =
        run(
            "daily-count",
            """
            date,country,province,confirmed
            2020-02-01,China,,30
            2020-02-01,China,Hubei,20
            2020-02-01,China,Hunan,10
            2020-02-02,China,,40
            2020-02-02,China,Hubei,25
            2020-02-02,China,Hunan,10
            2020-02-03,China,,50
            2020-02-03,China,Hubei,30
            2020-02-03,China,Hunan,15
            """);
    assertEquals(1L, result.summary().rules().get("parts-do-not-add-up"));
    Problem problem = problems(result).getLast();
    assertEquals(5, problem.row());
    assertTrue(problem.message().en().contains("add up to 35, but the whole is 40"));
  }

  @Test
  void aRowOfSeveralCountsGoesInAsFarAsItIsRight() throws IOException {
    Result result =
        run(
            "daily-count",
            "date,country,confirmed,deaths\n2020-02-01,Italy,5,x\n2020-02-02,Italy,6,\n2020-02-03,Italy,7,1\n");
    assertEquals(3, result.summary().rows());
    assertEquals(1, result.summary().quarantined());
    assertEquals(4, result.summary().records());
  }

  @Test
  void coordinatesAreConverted() throws IOException {
    Result result =
        run("facility", "name,lon_gcj02,lat_gcj02\n医院,116.41024449916938,39.91640428150164\n");
    TypedRecord hospital = result.accepted().getFirst();
    Number longitude = Objects.requireNonNull(hospital.number("longitude"));
    Number latitude = Objects.requireNonNull(hospital.number("latitude"));
    assertEquals(116.404, longitude.doubleValue(), 2e-6);
    assertEquals(39.915, latitude.doubleValue(), 2e-6);
  }
}
