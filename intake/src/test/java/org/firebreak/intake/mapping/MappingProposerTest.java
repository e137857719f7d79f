package org.firebreak.intake.mapping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.intake.region.WorldRegions;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.StandardLibrary;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MappingProposerTest {

  @TempDir private Path folder;

  private Mapping propose(String standard, String name, String csv) throws IOException {
    Path path = Files.writeString(folder.resolve(name), csv);
    Mapping mapping =
        MappingProposer.propose(
            StandardLibrary.shipped().get(standard), SourceFile.of(path), WorldRegions.shipped());
    assertEquals(mapping, MappingJson.read(MappingJson.write(mapping)));
    return mapping;
  }

  private static Map<String, String> shown(List<Binding> bindings) {
    Map<String, String> shown = new TreeMap<>();
    for (Binding binding : bindings) {
      shown.put(
          binding.field(),
          binding.column() == null ? "=" + binding.constant() : String.valueOf(binding.column()));
    }
    return shown;
  }

  private static @Nullable String format(Mapping mapping, String field) {
    return mapping.bindings().stream()
        .filter(binding -> binding.field().equals(field))
        .findFirst()
        .orElseThrow()
        .format();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "01/02/2020;05/02/2020;13/02/2020|dmy",
        "01/02/2020;02/05/2020;02/13/2020|mdy",
        "2020-02-01;2020-02-13|ymd",
        "43862;43874|excel",
        "1.2.20;25.2.20|dmy"
      })
  void wholeSampleDecidesTheOrderOfDates(String cells, String format) throws IOException {
    Mapping mapping = propose("case", "a.csv", "id\tonset\n" + rows(cells));
    assertEquals(format, format(mapping, "date_onset"));
  }

  private static String rows(String cells) {
    StringBuilder rows = new StringBuilder();
    for (String cell : cells.split(";", -1)) {
      rows.append(rows.length()).append('\t').append(cell).append('\n');
    }
    return rows.toString();
  }

  @Test
  void ambiguousDatesFollowTheOtherColumnsOrSaySo() throws IOException {
    Mapping mapping = propose("case", "a.csv", "id,onset,report date\n1,01/02/2020,02/25/2020\n");
    assertEquals("mdy", format(mapping, "date_onset"));
    Mapping alone = propose("case", "b.csv", "id,onset\n1,01/02/2020\n");
    assertEquals("dmy", format(alone, "date_onset"));
    Binding onset = alone.bindings().getLast();
    assertEquals(0.5, onset.confidence());
    assertTrue(onset.reason().en().contains("please check"), onset.reason().en());
  }

  @Test
  void countsOfOneRowBecomeVariants() throws IOException {
    Mapping mapping =
        propose(
            "daily-count",
            "c.csv",
            """
            date,country,cum_confirmed,new_deaths,累计治愈,suspected_now,comment
            2020-02-01,Italy,1,2,3,4,x
            """);
    assertEquals(
        List.of("cum_confirmed", "new_deaths", "累计治愈", "suspected_now"),
        mapping.variants().stream().map(Variant::name).toList());
    assertEquals(
        Map.of("value", "new_deaths", "indicator", "=deaths", "kind", "=new"),
        shown(mapping.variants().get(1).bindings()));
    assertEquals("=cumulative", shown(mapping.variants().get(2).bindings()).get("kind"));
    assertEquals("=current", shown(mapping.variants().get(3).bindings()).get("kind"));
  }

  @Test
  void countsOfTwoLevelsOfRegionsInOneRow() throws IOException {
    Mapping mapping =
        propose(
            "daily-count",
            "d.csv",
            """
            provinceName,cityName,province_confirmedCount,city_confirmedCount,updateTime
            湖北省,武汉,10,5,2020-02-01 10:00:00
            湖南省,长沙,20,6,2020-02-01 10:00:00
            """);
    Map<String, String> shared = shown(mapping.bindings());
    assertEquals("provinceName", shared.get("admin1"));
    assertEquals("=CN", shared.get("country"));
    assertEquals("updateTime", shared.get("as_of"));
    assertNull(shared.get("admin2"));
    assertEquals("cityName", shown(mapping.variants().get(1).bindings()).get("admin2"));
  }

  @Test
  void regionsAsColumns() throws IOException {
    Mapping mapping =
        propose(
            "daily-count",
            "r.csv",
            "date,cases_chn,cases_kor,cases_ita\n2020-02-01,1,2,3\n2020-02-02,2,3,4\n");
    assertEquals(3, mapping.variants().size());
    assertEquals("=KR", shown(mapping.variants().get(1).bindings()).get("region"));
  }

  @Test
  void wideFileTakesItsIndicatorFromItsName() throws IOException {
    Mapping mapping =
        propose(
            "daily-count",
            "time_series_covid19_deaths_global.csv",
            "Province/State,Country/Region,Lat,Long,1/22/20,1/23/20,1/24/20\n,Italy,1,2,0,5,9\n,Spain,1,2,0,1,3\n");
    assertEquals("mdy", mapping.wideDateFormat());
    Map<String, String> shared = shown(mapping.bindings());
    assertEquals("=deaths", shared.get("indicator"));
    assertEquals("Country/Region", shared.get("country"));
    assertEquals("value", shared.get("value"));
    assertEquals("=cumulative", shared.get("kind"));
  }

  @Test
  void contentTellsWhatNamesDoNot() throws IOException {
    Mapping mapping =
        propose(
            "case",
            "k.csv",
            "a,b,c,onset\n11010519491231002X,13800138000,F,2020-01-01\n440524188001010014,13900139000,M,2020-01-02\n");
    Map<String, String> shown = shown(mapping.bindings());
    assertEquals("a", shown.get("national_id"));
    assertEquals("b", shown.get("phone"));
    assertEquals("c", shown.get("sex"));
  }
}
