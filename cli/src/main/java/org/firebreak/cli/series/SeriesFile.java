package org.firebreak.cli.series;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.firebreak.base.error.DataException;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.cli.table.CsvTable.Row;

/**
 * A CSV file of one or more series: a date column (days, weeks, epi weeks or plain integers), a
 * value column and, if there is one, a group column. Rows may stand in any order. The cadence is
 * found from the dates: weeks if every two dates of every group are whole weeks apart and no group
 * says otherwise, else days. A date without a row, and an empty or {@code NA} value, is a gap (NaN)
 * and is listed in {@link #gaps()}.
 *
 * <p>Immutable but for the arrays, which callers must not change.
 */
public final class SeriesFile {

  /** Name of the only series of a file without a group column. */
  public static final String NO_GROUP = "all";

  private final String file;
  private final boolean grouped;
  private final String valueColumn;
  private final List<Series> series;
  private final List<String> gaps;

  SeriesFile(
      String file, boolean grouped, String valueColumn, List<Series> series, List<String> gaps) {
    this.file = file;
    this.grouped = grouped;
    this.valueColumn = valueColumn;
    this.series = List.copyOf(series);
    this.gaps = List.copyOf(gaps);
  }

  /**
   * Reads a file.
   *
   * @throws org.firebreak.base.error.UserException if it cannot be read or lacks a column
   * @throws DataException if a cell is wrong, a date stands twice in a group, or there is no row
   */
  public static SeriesFile read(Path path, SeriesColumns columns) {
    return new SeriesReader(CsvTable.read(path), columns).read();
  }

  /** The file's name as given, for messages. */
  public String file() {
    return file;
  }

  /** Whether the file has a group column. */
  public boolean grouped() {
    return grouped;
  }

  /** The series in order of first appearance, at least one. */
  public List<Series> series() {
    return series;
  }

  /** The cadence all series share. */
  public Cadence cadence() {
    return series.getFirst().axis().cadence();
  }

  /** One sentence per series that has gaps, ready for standard error. */
  public List<String> gaps() {
    return gaps;
  }

  /** An error in one value, ready to throw; names file, line and column. */
  public DataException valueError(Series of, int index, String rule) {
    return cellError(of, index, valueColumn, of.values()[index], rule);
  }

  /** An error in a further column, ready to throw; names file, line and column. */
  public DataException extraError(Series of, String column, int index, String rule) {
    double[] cells = of.findExtra(column).orElseThrow();
    return cellError(of, index, column, cells[index], rule);
  }

  private DataException cellError(Series of, int index, String column, double value, String rule) {
    return new DataException(
        "cell-invalid",
        "%s, line %d, column %s: '%s' %s"
            .formatted(file, of.lines()[index], column, Numbers.plain(value), rule));
  }

  /** All series, with every value checked to be a count (zero or more, whole or not). */
  public List<Series> nonNegativeSeries() {
    for (Series one : series) {
      double[] values = one.values();
      for (int i = 0; i < values.length; i++) {
        if (values[i] < 0) {
          throw valueError(one, i, "is negative; a count is zero or more");
        }
      }
    }
    return series;
  }

  /**
   * All series as counts: a negative value is a correction of earlier days, says nothing about its
   * own and becomes a gap; {@code tell} is told where.
   */
  public List<Series> countSeries(Consumer<String> tell) {
    return series.stream().map(one -> withoutCorrections(one, tell)).toList();
  }

  /** One series as in {@link #countSeries}. */
  public Series withoutCorrections(Series one, Consumer<String> tell) {
    double[] values = one.values().clone();
    for (int i = 0; i < values.length; i++) {
      if (values[i] < 0) {
        tell.accept(
            "%s, line %d, column %s: '%s' is negative, a correction; taken as missing"
                .formatted(file, one.lines()[i], valueColumn, Numbers.plain(values[i])));
        values[i] = Double.NaN;
      }
    }
    return new Series(one.group(), one.axis(), values, one.lines(), one.extras());
  }

  /** Rows of one group while reading. */
  record Rows(String group, List<Row> rows, List<DateCell> dates) {
    Rows(String group) {
      this(group, new ArrayList<>(), new ArrayList<>());
    }
  }
}
