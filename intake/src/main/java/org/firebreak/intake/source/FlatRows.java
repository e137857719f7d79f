package org.firebreak.intake.source;

import java.io.IOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * JSON and XML as rows. Records need not have the same fields, so the file is read twice: first for
 * the names of all fields, then for the rows; memory stays flat. Not thread-safe.
 */
final class FlatRows implements RowSource {

  private final SourceFile file;
  private final FlatReader reader;
  private final Map<String, Integer> columns;
  private final List<String> header;

  private FlatRows(SourceFile file, FlatReader reader, Map<String, Integer> columns) {
    this.file = file;
    this.reader = reader;
    this.columns = columns;
    this.header = HeaderNames.distinct(file.name(), columns.keySet().toArray(String[]::new));
  }

  static FlatRows open(SourceFile file, FlatReader.Factory factory) throws IOException {
    Map<String, Integer> columns = new LinkedHashMap<>();
    try (FlatReader reader = factory.open(file)) {
      for (FlatRecord record = reader.next(); record != null; record = reader.next()) {
        for (String name : record.cells().keySet()) {
          columns.putIfAbsent(name, columns.size());
        }
        checkColumns(file, columns.size());
      }
    }
    if (columns.isEmpty()) {
      throw new DataException("no-records", file.name() + ": holds no records");
    }
    return new FlatRows(file, factory.open(file), columns);
  }

  private static void checkColumns(SourceFile file, int columns) {
    if (columns > SourceLimits.COLUMNS_MAX) {
      throw new DataException(
          "too-many-columns",
          "%s: more than %d different fields".formatted(file.name(), SourceLimits.COLUMNS_MAX));
    }
  }

  @Override
  public String name() {
    return file.name();
  }

  @Override
  public List<String> header() {
    return header;
  }

  @Override
  public @Nullable SourceRow next() {
    try {
      for (FlatRecord record = reader.next(); record != null; record = reader.next()) {
        SourceRow row = new SourceRow(record.number(), cells(record));
        if (!row.isBlank()) {
          return row;
        }
      }
      return null;
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  private String[] cells(FlatRecord record) {
    String[] cells = new String[columns.size()];
    Arrays.fill(cells, "");
    record
        .cells()
        .forEach((name, text) -> {
          Integer column = columns.get(name);
          if (column != null) {
            cells[column] = text;
          }
        });
    return cells;
  }

  @Override
  public long bytesRead() {
    return reader.bytesRead();
  }

  @Override
  public void close() {
    try {
      reader.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }
}
