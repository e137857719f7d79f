package org.firebreak.cli.forecast;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ForecastCommandTest {

  @TempDir private Path folder;

  private record Run(List<String> out, String err) {}

  private Run run(Callable<Integer> command, String content, String... options) throws IOException {
    Path file = Files.writeString(folder.resolve("series.csv"), content);
    String[] arguments = new String[options.length + 1];
    arguments[0] = file.toString();
    System.arraycopy(options, 0, arguments, 1, options.length);
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    CommandLine line = new CommandLine(command);
    line.setOut(new PrintWriter(out)).setErr(new PrintWriter(err));
    List<Exception> failures = new ArrayList<>();
    line.setExecutionExceptionHandler((failure, ignored, ignoredToo) -> {
      failures.add(failure);
      return 2;
    });
    int status = line.execute(arguments);
    if (!failures.isEmpty() && failures.getFirst() instanceof RuntimeException failure) {
      throw failure;
    }
    assertEquals(0, status, err.toString());
    return new Run(out.toString().lines().toList(), err.toString());
  }

  private static String days(int count, int start) {
    StringBuilder text = new StringBuilder("date,value\n");
    for (int i = 0; i < count; i++) {
      text.append(java.time.LocalDate.of(2020, 3, 1).plusDays(i))
          .append(',')
          .append(start + 3 * i + i % 7)
          .append('\n');
    }
    return text.toString();
  }

  @Test
  void forecastsADailySeriesAWeekAhead() throws IOException {
    Run run = run(new ForecastCommand(), days(60, 20));
    assertEquals(8, run.out().size());
    assertTrue(run.out().getFirst().startsWith("group,date,mean,q0.010,q0.025,q0.050,"));
    assertTrue(run.out().getFirst().endsWith(",q0.975,q0.990,method"));
    assertTrue(run.out().get(1).startsWith("all,2020-04-30,"));
    assertTrue(run.out().get(7).endsWith(",ensemble"));
  }

  @Test
  void epiWeeksAreLabelledAsTheyCameAndGapsAreStated() throws IOException {
    String text = "week,n\n2020-W50,4\n2020-W51,6\n2020-W53,9\n2021-W01,11\n";
    Run run =
        run(new ForecastCommand(), text, "--date", "week", "--value", "n", "--method", "naive");
    assertEquals(5, run.out().size());
    assertTrue(run.out().get(1).startsWith("all,2021-W02,11,"), run.out().get(1));
    assertTrue(run.err().contains("2020-W52"), run.err());
  }

  @Test
  void jsonHasTheSameRows() throws IOException {
    Run run = run(new ForecastCommand(), days(30, 5), "--json", "--horizon", "2");
    String text = String.join("", run.out());
    assertTrue(text.startsWith("[{\"group\":\"all\",\"date\":\"2020-03-31\""), text);
    assertTrue(text.endsWith("}]"), text);
  }

  @Test
  void backtestScoresEveryStepAndSumsUp() throws IOException {
    Run run =
        run(
            new BacktestCommand(),
            days(90, 20),
            "--cuts",
            "2020-05-01:2020-05-15:7",
            "--method",
            "holt");
    assertEquals("group,cut,horizon,mape,wis,coverage50,coverage95", run.out().getFirst());
    assertEquals(1 + 3 * 7, run.out().size());
    assertTrue(run.err().contains("holt: 3 forecasts (1 groups, 3 cuts)"), run.err());
  }

  @Test
  void hubFilesOfBothFormatsComeBackAndAreScored() throws IOException {
    String known = days(60, 20);
    for (String format : List.of("FORECAST_HUB", "HUBVERSE")) {
      Run hub = run(new ForecastCommand(), known, "--hub", format, "--method", "holt");
      assertEquals(1 + 7 * 24, hub.out().size());
      Path stored = Files.writeString(folder.resolve("hub.csv"), String.join("\n", hub.out()));
      Run scored = run(new BacktestCommand(), days(80, 20), "--forecasts", stored.toString());
      Run direct =
          run(
              new BacktestCommand(),
              days(80, 20),
              "--cuts",
              "2020-04-29:2020-04-29:1",
              "--method",
              "holt");
      assertEquals(direct.out(), scored.out());
    }
  }

  @Test
  void growthCurvesFindSizeAndPeakOfAWave() throws IOException {
    StringBuilder wave = new StringBuilder("date,value\n");
    for (int t = 0; t < 60; t++) {
      long total = Math.round(5000 / (1 + Math.exp(-0.25 * (t - 30))));
      wave.append(java.time.LocalDate.of(2020, 2, 1).plusDays(t))
          .append(',')
          .append(total)
          .append('\n');
    }
    Run run = run(new GrowthCommand(), wave.toString(), "--cumulative");
    assertEquals(4, run.out().size());
    assertTrue(run.out().get(1).startsWith("all,logistic,4999.9"), run.out().get(1));
    assertTrue(run.out().get(1).contains(",2020-03-02,"), run.out().get(1));
  }

  @Test
  void errorsNameFileLineAndColumn() {
    DataException cell =
        assertThrows(
            DataException.class,
            () -> run(new ForecastCommand(), "date,value\n2020-01-01,3\n2020-01-02,x\n"));
    assertTrue(String.valueOf(cell.getMessage()).contains("line 3, column value"), cell.toString());
    UserException cuts =
        assertThrows(
            UserException.class,
            () -> run(new BacktestCommand(), days(30, 3), "--cuts", "May:June:7"));
    assertTrue(String.valueOf(cuts.getMessage()).contains("--cuts"), cuts.toString());
    assertThrows(
        UserException.class, () -> run(new ForecastCommand(), days(30, 3), "--horizon", "0"));
    assertThrows(
        DataException.class, () -> run(new ForecastCommand(), "date,value\n2020-01-01,\n"));
  }
}
