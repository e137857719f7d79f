package org.firebreak.intake.source;

import java.util.Arrays;
import java.util.List;

/**
 * One row of a foreign file, as text.
 *
 * <p>Immutable by contract: nobody writes to the array after construction.
 */
public final class SourceRow {

  private final long number;
  private final String[] cells;

  /**
   * A row of the given cells.
   *
   * @param number line of a CSV or NDJSON file (header = 1), row of a sheet, or element of an array
   *     or document counted from 1
   * @param cells one text per column of the header; empty where there is nothing
   */
  public SourceRow(long number, String[] cells) {
    this.number = number;
    this.cells = cells;
  }

  public long number() {
    return number;
  }

  /** The cell as the file writes it; empty if the row is shorter. */
  public String cell(int column) {
    return column < cells.length ? cells[column] : "";
  }

  public int size() {
    return cells.length;
  }

  public List<String> cells() {
    return List.of(cells);
  }

  /** Whether no cell holds anything but white space. */
  public boolean isBlank() {
    return Arrays.stream(cells).allMatch(String::isBlank);
  }

  @Override
  public String toString() {
    return number + ":" + Arrays.toString(cells);
  }
}
