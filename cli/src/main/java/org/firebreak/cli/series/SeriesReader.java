package org.firebreak.cli.series;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.cli.series.SeriesFile.Rows;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.cli.table.CsvTable.Row;
import org.jspecify.annotations.Nullable;

/** Turns a table into series: groups, cadence, even axis, gaps. */
final class SeriesReader {

  /** Longest series that is accepted; a longer one has a wrong date. */
  private static final int MAX_STEPS = 100_000;

  private final CsvTable table;
  private final SeriesColumns columns;
  private final int dateColumn;
  private final int valueColumn;
  private final int groupColumn;
  private final List<String> extraColumns;

  SeriesReader(CsvTable table, SeriesColumns columns) {
    this.table = table;
    this.columns = columns;
    this.dateColumn = table.getColumn(columns.date());
    this.valueColumn = table.getColumn(columns.value());
    this.groupColumn =
        columns.group() == null
            ? table.findColumn(SeriesColumns.GROUP).orElse(-1)
            : table.getColumn(columns.group());
    this.extraColumns =
        columns.optional().stream().filter(name -> table.findColumn(name).isPresent()).toList();
  }

  SeriesFile read() {
    List<Rows> groups = groups();
    boolean epiWeeks = groups.getFirst().dates().getFirst().kind() == DateCell.Kind.EPI_WEEK;
    Cadence cadence = cadence(groups);
    List<Series> series = new ArrayList<>();
    List<String> gaps = new ArrayList<>();
    for (Rows rows : groups) {
      Series one = series(rows, cadence, epiWeeks);
      series.add(one);
      if (one.missing() > 0) {
        gaps.add(Gaps.describe(table.file(), one, groupColumn >= 0));
      }
    }
    return new SeriesFile(table.file(), groupColumn >= 0, columns.value(), series, gaps);
  }

  private List<Rows> groups() {
    Map<String, Rows> groups = new LinkedHashMap<>();
    DateCell.@Nullable Kind kind = null;
    for (Row row : table.rows()) {
      String text = row.get(dateColumn);
      DateCell date =
          DateCell.find(text, columns.weekRule())
              .orElseThrow(() -> table.cellError(row, dateColumn, DateCell.RULE));
      if (kind != null && kind != date.kind()) {
        throw table.cellError(
            row, dateColumn, "is not written like the dates before it; keep to one form");
      }
      kind = date.kind();
      String group = groupColumn < 0 ? SeriesFile.NO_GROUP : row.get(groupColumn);
      Rows rows = groups.computeIfAbsent(group, Rows::new);
      rows.rows().add(row);
      rows.dates().add(date);
    }
    if (groups.isEmpty()) {
      throw new DataException("no-rows", table.file() + ", line 2: no data below the header");
    }
    return List.copyOf(groups.values());
  }

  private Cadence cadence(List<Rows> groups) {
    DateCell.Kind kind = groups.getFirst().dates().getFirst().kind();
    Cadence asked = columns.cadence();
    if (kind != DateCell.Kind.DAY) {
      return kind == DateCell.Kind.EPI_WEEK ? Cadence.WEEK : Cadence.STEP;
    }
    if (asked != null) {
      return asked == Cadence.STEP ? Cadence.DAY : asked;
    }
    boolean severalDates = false;
    for (Rows rows : groups) {
      long first = rows.dates().getFirst().at();
      for (DateCell date : rows.dates()) {
        if ((date.at() - first) % Cadence.WEEK.unitsPerStep() != 0) {
          return Cadence.DAY;
        }
        severalDates |= date.at() != first;
      }
    }
    return severalDates ? Cadence.WEEK : Cadence.DAY;
  }

  private Series series(Rows rows, Cadence cadence, boolean epiWeeks) {
    long first = Long.MAX_VALUE;
    long last = Long.MIN_VALUE;
    for (DateCell date : rows.dates()) {
      first = Math.min(first, date.at());
      last = Math.max(last, date.at());
    }
    int unit = cadence.unitsPerStep();
    long steps = (last - first) / unit + 1;
    if (steps > MAX_STEPS) {
      throw new DataException(
          "series-too-long",
          "%s, column %s: the dates of %s span %d steps, more than %d; is one of them wrong?"
              .formatted(table.file(), columns.date(), rows.group(), steps, MAX_STEPS));
    }
    int length = (int) steps;
    double[] values = new double[length];
    Arrays.fill(values, Double.NaN);
    Map<String, double[]> extras = new LinkedHashMap<>();
    extraColumns.forEach(name -> extras.put(name, values.clone()));
    long[] lines = new long[length];
    for (int i = 0; i < rows.rows().size(); i++) {
      Row row = rows.rows().get(i);
      int index = index(row, rows.dates().get(i).at() - first, unit);
      if (lines[index] != 0) {
        throw table.cellError(
            row, dateColumn, "stands twice%s, first on line %d".formatted(of(rows), lines[index]));
      }
      lines[index] = row.line();
      values[index] = number(row, valueColumn);
      extras.forEach((name, cells) -> cells[index] = number(row, table.getColumn(name)));
    }
    TimeAxis axis = new TimeAxis(cadence, first, epiWeeks ? columns.weekRule() : null);
    return new Series(rows.group(), axis, values, lines, extras);
  }

  private String of(Rows rows) {
    return groupColumn < 0 ? "" : " in group '" + rows.group() + "'";
  }

  private int index(Row row, long distance, int unit) {
    if (distance % unit != 0) {
      throw table.cellError(row, dateColumn, "is not whole weeks after the first date");
    }
    return (int) (distance / unit);
  }

  private double number(Row row, int column) {
    String text = row.get(column);
    if (text.isEmpty() || "NA".equals(text) || "NaN".equals(text)) {
      return Double.NaN;
    }
    double value;
    try {
      value = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw table.cellError(
          row, column, "is not a number; write 1234.5, with a point and without separators");
    }
    if (!Double.isFinite(value)) {
      throw table.cellError(row, column, "is not a finite number");
    }
    return value;
  }
}
