package org.firebreak.intake.source;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.base.error.DataException;

/** Makes the names of columns distinct and non-empty, and finds the header among the first rows. */
final class HeaderNames {

  private HeaderNames() {}

  /**
   * Names as the file has them, stripped; an empty one becomes {@code column_3}, the second of a
   * name {@code name_2}.
   */
  static List<String> distinct(String file, String[] cells) {
    if (cells.length > SourceLimits.COLUMNS_MAX) {
      throw new DataException(
          "too-many-columns",
          "%s: %d columns; at most %d are read"
              .formatted(file, cells.length, SourceLimits.COLUMNS_MAX));
    }
    List<String> names = new ArrayList<>();
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.length; i++) {
      String plain = cells[i].strip().replaceAll("\\s+", " ");
      String base = plain.isEmpty() ? "column_" + (i + 1) : plain;
      String name = base;
      for (int n = 2; !seen.add(name); n++) {
        name = base + "_" + n;
      }
      names.add(name);
    }
    return names;
  }

  /**
   * Index of the header among the first rows: the first that fills at least half as many cells as
   * the fullest of them, so that titles above the table are passed over.
   */
  static int find(List<SourceRow> first) {
    long most = 0;
    for (SourceRow row : first) {
      most = Math.max(most, filled(row));
    }
    for (int i = 0; i < first.size(); i++) {
      if (2 * filled(first.get(i)) > most) {
        return i;
      }
    }
    return 0;
  }

  private static long filled(SourceRow row) {
    return row.cells().stream().filter(cell -> !cell.isBlank()).count();
  }
}
