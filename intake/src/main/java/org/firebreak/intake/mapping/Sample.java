package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.intake.convert.Missing;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceRow;

/**
 * The first rows of a file, by which a mapping is proposed.
 *
 * @param fileName name of the file
 * @param header names of the columns
 * @param rows at most {@value #ROWS_MAX} rows
 */
record Sample(String fileName, List<String> header, List<SourceRow> rows) {

  private static final int ROWS_MAX = 10_000;

  static Sample of(RowSource source) {
    List<SourceRow> rows = new ArrayList<>();
    for (SourceRow row = source.next();
        row != null && rows.size() < ROWS_MAX;
        row = source.next()) {
      rows.add(row);
    }
    return new Sample(source.name(), source.header(), rows);
  }

  /** The filled cells of a column, stripped. */
  List<String> cells(int column) {
    List<String> cells = new ArrayList<>(rows.size());
    for (SourceRow row : rows) {
      String cell = row.cell(column).strip();
      if (!Missing.isMissing(cell)) {
        cells.add(cell);
      }
    }
    return cells;
  }
}
