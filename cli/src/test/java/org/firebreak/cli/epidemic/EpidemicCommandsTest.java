package org.firebreak.cli.epidemic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The commands from a file to their output. */
class EpidemicCommandsTest {

  private static final LocalDate START = LocalDate.of(2020, 3, 2);

  @TempDir Path folder;

  private record Run(int status, List<String> out, String err) {}

  private Run run(Callable<Integer> command, String... arguments) {
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setOut(new PrintWriter(out));
    line.setErr(new PrintWriter(err));
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      err.write(String.valueOf(failure.getMessage()));
      return 2;
    });
    int status = line.execute(arguments);
    return new Run(status, out.toString().lines().toList(), err.toString());
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  private String growing(int stepDays) throws IOException {
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < 40; i++) {
      long count = Math.round(20 * Math.exp(0.02 * stepDays * i));
      csv.append(START.plusDays((long) i * stepDays)).append(',').append(count).append('\n');
    }
    return file("growing.csv", csv.toString());
  }

  private static double cell(Run run, int row, String column) {
    int index = List.of(run.out().getFirst().split(",", -1)).indexOf(column);
    return Double.parseDouble(run.out().get(row).split(",", -1)[index]);
  }

  @Test
  void rtOfExponentialGrowthByEveryMethod() throws IOException {
    String series = growing(1);
    for (String method : List.of("cori", "wt", "epifilter", "renewal")) {
      Run run = run(new RtCommand(), series, "--method", method, "--si-mean", "5", "--si-sd", "2");
      assertEquals(0, run.status(), run.err());
      assertTrue(
          run.out()
              .getFirst()
              .startsWith(
                  "t_start,t_end,date,mean,sd,q0.025,q0.05,q0.25,q0.5,q0.75,q0.95,q0.975,p_above_1"));
      // R = 1 / sum of w exp(-0.02 s), about 1.1 for a mean of 5 days.
      assertEquals(1.1, cell(run, 20, "mean"), 0.06, method);
      assertEquals(0.02, cell(run, 20, "growth_rate"), 0.012, method);
    }
  }

  @Test
  void rtOfWeeklyTotalsAndGroups() throws IOException {
    String weekly = growing(7);
    for (String method : List.of("cori", "renewal")) {
      Run run = run(new RtCommand(), weekly, "--method", method, "--si-mean", "5", "--si-sd", "2");
      assertEquals(0, run.status(), run.err());
      assertEquals(1.1, cell(run, 150, "mean"), 0.06, method);
    }
    String groups = file("g.csv", "group,date,value\na,2020-01-01,1\na,2020-01-02,2\n");
    Run run = run(new RtCommand(), groups, "--si-mean", "5", "--si-sd", "2", "--json");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.out().get(1).startsWith("{\"group\":\"a\",\"t_start\":1"), run.out().get(1));
  }

  @Test
  void rtErrorsSayWhatIsMissingAndWhere() throws IOException {
    String series = growing(1);
    assertTrue(run(new RtCommand(), series).err().contains("--si FILE"));
    assertEquals(2, run(new RtCommand(), series, "--si-mean", "0.5", "--si-sd", "1").status());
    String negative = file("n.csv", "date,value\n2020-01-01,3\n2020-01-02,-1\n");
    Run run = run(new RtCommand(), negative, "--si-mean", "5", "--si-sd", "2");
    assertEquals(0, run.status());
    assertTrue(run.err().contains("n.csv, line 3, column value: '-1' is negative"), run.err());
    String text = file("t.csv", "date,value\n2020-01-01,3\n2020-01-02,many\n");
    run = run(new RtCommand(), text, "--si-mean", "5", "--si-sd", "2");
    assertEquals(2, run.status());
    assertTrue(run.err().contains("t.csv, line 3, column value: 'many'"), run.err());
  }

  @Test
  void alarmsFindAPeakAndLeaveGapsEmpty() throws IOException {
    StringBuilder csv = new StringBuilder("date,value\n");
    for (int i = 0; i < 80; i++) {
      String value = i == 60 ? "NA" : i == 75 ? "40" : "" + (4 + i % 3);
      csv.append(START.plusDays(i)).append(',').append(value).append('\n');
    }
    String series = file("a.csv", csv.toString());
    for (String method : List.of("auto", "c1", "cusum")) {
      Run run = run(new AlarmsCommand(), series, "--method", method);
      assertEquals(0, run.status(), run.err());
      assertEquals("group,date,observed,expected,upper,score,alarm", run.out().getFirst());
      assertTrue(run.out().get(76).startsWith("all,2020-05-16,40,"), run.out().get(76));
      assertTrue(run.out().get(76).endsWith(",true"), method + run.out().get(76));
      assertEquals("all,2020-05-01,,,,,", run.out().get(61));
      assertTrue(run.err().contains("2020-05-01"));
    }
    Run tooShort = run(new AlarmsCommand(), series, "--method", "farrington-flexible");
    assertTrue(tooShort.err().contains("nothing could be assessed"), tooShort.err());
    assertEquals(2, run(new AlarmsCommand(), series, "--method", "magic").status());
  }

  @Test
  void scanFindsThePlacesOfACluster() throws IOException {
    StringBuilder counts = new StringBuilder("date,place,value\n");
    StringBuilder places = new StringBuilder("place,lat,lon\n");
    for (int p = 0; p < 12; p++) {
      places.append("p").append(p).append(',').append(30 + p).append(",110\n");
      for (int t = 0; t < 14; t++) {
        int count = 2 + (t + p) % 2 + (t >= 12 && (p == 4 || p == 5) ? 12 : 0);
        counts
            .append(START.plusDays(t))
            .append(",p")
            .append(p)
            .append(',')
            .append(count)
            .append('\n');
      }
    }
    String countFile = file("c.csv", counts.toString());
    String placeFile = file("p.csv", places.toString());
    Run first = run(new ScanCommand(), countFile, placeFile, "--seed", "3");
    assertEquals(0, first.status(), first.err());
    assertEquals(
        "cluster,places,from,to,observed,expected,rr,score,p,recurrence_days",
        first.out().getFirst());
    assertTrue(first.out().get(1).startsWith("1,p4;p5,2020-03-14,2020-03-15,"), first.out().get(1));
    assertEquals(1000, cell(first, 1, "recurrence_days"));
    assertEquals(first, run(new ScanCommand(), countFile, placeFile, "--seed", "3"));
    Run unknown = run(new ScanCommand(), countFile, file("q.csv", "place,lat,lon\np0,1,2\n"));
    assertEquals(2, unknown.status());
    assertTrue(unknown.err().contains("'p1' is not in"), unknown.err());
  }
}
