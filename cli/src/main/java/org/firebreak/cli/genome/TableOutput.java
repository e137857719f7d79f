package org.firebreak.cli.genome;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/** Rows as TSV with a header, or as one JSON object a line. */
final class TableOutput implements AutoCloseable {

  private final Writer out;
  private final boolean json;
  private final boolean owned;
  private List<String> columns = List.of();

  private TableOutput(Writer out, boolean json, boolean owned) {
    this.out = out;
    this.json = json;
    this.owned = owned;
  }

  /** Writes to a file, or to the given writer if there is none. */
  static TableOutput open(@Nullable Path file, PrintWriter standard, boolean json) {
    if (file == null) {
      return new TableOutput(new BufferedWriter(standard, 1 << 16), json, false);
    }
    try {
      return new TableOutput(Files.newBufferedWriter(file), json, true);
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  void header(List<String> names) {
    columns = names;
    if (!json) {
      line(String.join("\t", names));
    }
  }

  void row(String... cells) {
    if (!json) {
      StringBuilder text = new StringBuilder(512);
      for (int i = 0; i < cells.length; i++) {
        (i == 0 ? text : text.append('\t')).append(clean(cells[i]));
      }
      line(text.toString());
      return;
    }
    StringBuilder text = new StringBuilder("{");
    for (int i = 0; i < cells.length; i++) {
      text.append(i == 0 ? "" : ",");
      quote(columns.get(i), text);
      text.append(':');
      if (isNumber(cells[i])) {
        text.append(cells[i]);
      } else {
        quote(cells[i], text);
      }
    }
    line(text.append('}').toString());
  }

  private static String clean(String cell) {
    boolean dirty = cell.indexOf('\t') >= 0 || cell.indexOf('\n') >= 0;
    return dirty ? cell.replace('\t', ' ').replace('\n', ' ') : cell;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?(0|[1-9]\\d{0,15})(\\.\\d+)?");
  }

  static void quote(String value, StringBuilder text) {
    text.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        text.append('\\').append(c);
      } else if (c < ' ') {
        text.append(String.format("\\u%04x", (int) c));
      } else {
        text.append(c);
      }
    }
    text.append('"');
  }

  private void line(String text) {
    try {
      out.write(text);
      out.write('\n');
    } catch (IOException e) {
      throw new UserException("output-failed", "The output cannot be written: " + e, e);
    }
  }

  @Override
  public void close() {
    try {
      if (owned) {
        out.close();
      } else {
        out.flush();
      }
    } catch (IOException e) {
      throw new UserException("output-failed", "The output cannot be written: " + e, e);
    }
  }
}
