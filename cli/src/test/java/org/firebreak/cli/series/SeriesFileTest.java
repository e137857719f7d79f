package org.firebreak.cli.series;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.base.EpiWeekRule;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.FirebreakException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesFileTest {

  @TempDir Path folder;

  private SeriesFile read(String text) throws IOException {
    return SeriesFile.read(Files.writeString(folder.resolve("s.csv"), text), SeriesColumns.DEFAULT);
  }

  private String message(String text) {
    return withoutFolder(assertThrows(FirebreakException.class, () -> read(text)));
  }

  private static String withoutFolder(Throwable failure) {
    return String.valueOf(failure.getMessage()).replaceFirst(".*(?=s\\.csv)", "");
  }

  @Test
  void readsDaysInAnyOrderAndStatesGaps() throws IOException {
    SeriesFile file = read("date,value\n2020-02-12,5\n2020-02-10,3\n2020/02/13,NA\n2020-02-15,2\n");
    Series series = file.series().getFirst();
    assertEquals(Cadence.DAY, file.cadence());
    assertArrayEquals(new double[] {3, Double.NaN, 5, Double.NaN, Double.NaN, 2}, series.values());
    assertEquals("2020-02-12", series.axis().label(2));
    assertEquals("2020-02-17", series.axis().label(7));
    assertTrue(
        file.gaps()
            .getFirst()
            .endsWith("3 of 6 days without a value: 2020-02-11, 2020-02-13..2020-02-14"),
        file.gaps()::toString);
  }

  @Test
  void findsWeeksPerGroup() throws IOException {
    SeriesFile file =
        read("group,date,value\na,2020-02-10,1\na,2020-02-24,2\nb,2020-02-12,3\nb,2020-02-19,4\n");
    assertEquals(Cadence.WEEK, file.cadence());
    assertEquals(List.of("a", "b"), file.series().stream().map(Series::group).toList());
    assertArrayEquals(new double[] {1, Double.NaN, 2}, file.series().get(0).values());
    assertArrayEquals(new double[] {3, 4}, file.series().get(1).values());
  }

  @Test
  void readsEpiWeeksAcrossTheYear() throws IOException {
    SeriesFile file = read("date,value\n2020-W52,1\n2020-W53,2\n2021-W01,3\n");
    assertArrayEquals(new double[] {1, 2, 3}, file.series().getFirst().values());
    assertEquals("2021-W02", file.series().getFirst().axis().label(3));
    assertTrue(message("date,value\n2021-W53,1\n").startsWith("s.csv, line 2, column date:"));
    SeriesColumns mmwr =
        new SeriesColumns("date", "value", null, List.of(), EpiWeekRule.MMWR, null);
    SeriesFile american =
        SeriesFile.read(
            Files.writeString(folder.resolve("m.csv"), "date,value\n2020-W53,1\n"), mmwr);
    assertEquals("2020-12-27", american.series().getFirst().axis().findDay(0).orElseThrow() + "");
  }

  @Test
  void readsPlainSteps() throws IOException {
    SeriesFile file = read("date,value\n1,4\n2,5.5\n");
    assertEquals(Cadence.STEP, file.cadence());
    assertEquals("3", file.series().getFirst().axis().label(2));
  }

  @Test
  void namesFileLineAndColumn() {
    assertEquals(
        "s.csv, line 3, column value: 'x' is not a number; write 1234.5, with a point and without separators",
        message("date,value\n2020-01-01,1\n2020-01-02,x\n"));
    assertEquals(
        "s.csv, line 3, column date: '2020-01-01' stands twice, first on line 2",
        message("date,value\n2020-01-01,1\n2020-01-01,2\n"));
    assertTrue(
        message("date,value\n1/22/20,1\n").startsWith("s.csv, line 2, column date: '1/22/20' is"));
    assertTrue(message("date,value\n2020-02-30,1\n").startsWith("s.csv, line 2, column date"));
    assertTrue(message("date,value\n2020-02-20,1\n2020-W10,1\n").startsWith("s.csv, line 3"));
    assertTrue(message("date,value\n").startsWith("s.csv, line 2: no data"));
    assertEquals(
        "s.csv, line 1: no column 'value'; the columns are date, cases",
        message("date,cases\n2020-01-01,1\n"));
    assertEquals(
        "s.csv, line 2, column value: '-3' is negative; a count is zero or more",
        withoutFolder(
            assertThrows(
                DataException.class,
                () -> read("date,value\n2020-01-01,-3\n").nonNegativeSeries())));
  }

  @Test
  void readsDistributions() throws IOException {
    Path file = Files.writeString(folder.resolve("d.csv"), "day,p\n0,0\n1,0.25\n2,0.75\n");
    assertArrayEquals(new double[] {0, 0.25, 0.75}, DistributionFile.read(file));
    for (String bad : List.of("1,1\n", "0,0.5\n", "0,-1\n", "0,x\n", "0,0\n2,1\n", "")) {
      Files.writeString(file, "day,p\n" + bad);
      assertThrows(DataException.class, () -> DistributionFile.read(file), bad);
    }
  }
}
