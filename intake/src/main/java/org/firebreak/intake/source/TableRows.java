package org.firebreak.intake.source;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * A table whose header is one of its first rows: the base of CSV and XLSX. A subclass calls {@link
 * #readHeader} once it can deliver rows. Not thread-safe.
 */
abstract class TableRows implements RowSource {

  private final String name;
  private final Deque<SourceRow> ahead = new ArrayDeque<>();
  private List<String> header = List.of();

  TableRows(String name) {
    this.name = name;
  }

  /** The next row of the file as it stands, or null at the end. */
  abstract @Nullable SourceRow nextRaw();

  final void readHeader() {
    List<SourceRow> first = new ArrayList<>();
    while (first.size() < SourceLimits.HEADER_SEARCH_ROWS) {
      SourceRow row = nextRaw();
      if (row == null) {
        break;
      }
      if (!row.isBlank()) {
        first.add(row);
      }
    }
    if (first.isEmpty()) {
      throw new DataException(
          "no-header", name + ": no header; the first row must name the columns");
    }
    int at = HeaderNames.find(first);
    header = HeaderNames.distinct(name, first.get(at).cells().toArray(String[]::new));
    ahead.addAll(first.subList(at + 1, first.size()));
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final List<String> header() {
    return header;
  }

  @Override
  public final @Nullable SourceRow next() {
    SourceRow row = ahead.isEmpty() ? nextRaw() : ahead.poll();
    while (row != null && row.isBlank()) {
      row = nextRaw();
    }
    return row == null ? null : fitted(row);
  }

  /** The row as wide as the header, where the format leaves empty cells out. */
  SourceRow fitted(SourceRow row) {
    return row;
  }
}
