package org.firebreak.cli.series;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.base.EpiWeekRule;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The file and the column options that every command over a series shares; a picocli mixin. */
public final class SeriesOptions {

  @Parameters(
      index = "0",
      paramLabel = "FILE",
      description = "CSV file with a date and a value column, and a group column if several series")
  private Path file;

  @Option(
      names = "--date",
      paramLabel = "COL",
      defaultValue = SeriesColumns.DATE,
      description =
          "column of the date: days (2020-02-10), epi weeks (2020-W07) or integers; default date")
  private String date;

  @Option(
      names = "--value",
      paramLabel = "COL",
      defaultValue = SeriesColumns.VALUE,
      description = "column of the value; default value")
  private String value;

  @Option(
      names = "--group",
      paramLabel = "COL",
      description = "column of the group; default: group, if the file has it")
  private @Nullable String group;

  @Option(
      names = "--week-rule",
      defaultValue = "ISO",
      description = "how epi weeks are numbered: ${COMPLETION-CANDIDATES}; default ISO")
  private EpiWeekRule weekRule;

  @Option(
      names = "--cadence",
      description = "read the dates as DAY or WEEK; default: found from the dates")
  private @Nullable Cadence cadence;

  /** Reads the file and states its gaps on {@code err}. */
  public SeriesFile read(PrintWriter err) {
    return read(err, List.of());
  }

  /** The cadence of a file; a file of plain integers has the one that was asked for, if any. */
  public Cadence cadenceOf(SeriesFile file) {
    Cadence asked = cadence;
    return asked != null && file.cadence() == Cadence.STEP ? asked : file.cadence();
  }

  /** Reads the file with further number columns where it has them; gaps go to {@code err}. */
  public SeriesFile read(PrintWriter err, List<String> optionalColumns) {
    SeriesFile series =
        SeriesFile.read(
            file, new SeriesColumns(date, value, group, optionalColumns, weekRule, cadence));
    for (String gap : series.gaps()) {
      err.println("firebreak: " + gap);
    }
    err.flush();
    return series;
  }
}
