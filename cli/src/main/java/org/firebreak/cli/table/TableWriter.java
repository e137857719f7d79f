package org.firebreak.cli.table;

import java.io.PrintWriter;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Prints a result table: CSV with a header, or a JSON array of objects with the same names. Numbers
 * are written in full (the shortest text that reads back as the same double), a whole number
 * without a decimal point, a missing value or NaN as an empty cell or {@code null}.
 *
 * <p>Call {@link #close} at the end. Not safe for several threads.
 */
public final class TableWriter implements AutoCloseable {

  private static final double EXACT_LONG = 1L << 53;

  private final PrintWriter out;
  private final boolean json;
  private final List<String> columns;
  private boolean first = true;

  /** Starts a table; CSV prints its header at once. */
  public TableWriter(PrintWriter out, boolean json, List<String> columns) {
    this.out = out;
    this.json = json;
    this.columns = List.copyOf(columns);
    out.print(
        json ? "[" : String.join(",", columns.stream().map(TableWriter::csv).toList()) + "\n");
  }

  /** Prints a row: text, numbers, booleans or null, as many as there are columns. */
  public void row(@Nullable Object... cells) {
    if (cells.length != columns.size()) {
      throw new IllegalArgumentException(cells.length + " cells for " + columns.size());
    }
    StringBuilder line = new StringBuilder(json ? (first ? "\n{" : ",\n{") : "");
    for (int i = 0; i < cells.length; i++) {
      line.append(i == 0 ? "" : ",");
      if (json) {
        line.append(quoted(columns.get(i))).append(':');
      }
      line.append(cell(cells[i]));
    }
    out.print(line.append(json ? "}" : "\n"));
    first = false;
  }

  private String cell(@Nullable Object cell) {
    return switch (cell) {
      case null -> json ? "null" : "";
      case Double number when !Double.isFinite(number) -> json ? "null" : infinite(number);
      case Double number -> number(number);
      case Number number -> number.toString();
      case Boolean bool -> bool.toString();
      default -> json ? quoted(cell.toString()) : csv(cell.toString());
    };
  }

  private static String infinite(double number) {
    return Double.isNaN(number) ? "" : number > 0 ? "Inf" : "-Inf";
  }

  private static String number(double number) {
    return number == Math.rint(number) && Math.abs(number) < EXACT_LONG
        ? Long.toString((long) number)
        : Double.toString(number);
  }

  private static String csv(String text) {
    return text.matches("[^\",\\r\\n]*") ? text : '"' + text.replace("\"", "\"\"") + '"';
  }

  private static String quoted(String text) {
    StringBuilder json = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> json.append('\\').append(c);
        case '\n' -> json.append("\\n");
        case '\r' -> json.append("\\r");
        case '\t' -> json.append("\\t");
        default -> json.append(c < ' ' ? String.format("\\u%04x", (int) c) : String.valueOf(c));
      }
    }
    return json.append('"').toString();
  }

  @Override
  public void close() {
    if (json) {
      out.print(first ? "]\n" : "\n]\n");
    }
    out.flush();
  }
}
