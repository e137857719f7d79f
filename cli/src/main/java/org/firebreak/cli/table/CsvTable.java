package org.firebreak.cli.table;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;

/**
 * A small CSV file held in memory, with a header, UTF-8 (a byte order mark is skipped), comma,
 * semicolon or tab as delimiter (the one most frequent in the header), gzip if the name ends in
 * {@code .gz}. Every error names file, line (1 = header) and column. Not for bulk data: the intake
 * streams.
 *
 * <p>Immutable; safe for use by several threads.
 */
public final class CsvTable {

  private final String file;
  private final Map<String, Integer> columns;
  private final List<Row> rows;

  private CsvTable(String file, Map<String, Integer> columns, List<Row> rows) {
    this.file = file;
    this.columns = columns;
    this.rows = rows;
  }

  /**
   * Reads a whole file.
   *
   * @throws UserException if the file cannot be read
   * @throws DataException if it is empty, has two columns of one name, or a row of another length
   */
  public static CsvTable read(Path path) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(path));
        InputStream plain = path.toString().endsWith(".gz") ? new GZIPInputStream(raw) : raw;
        Reader text = new InputStreamReader(plain, StandardCharsets.UTF_8)) {
      return parse(path.toString(), text);
    } catch (IOException | UncheckedIOException e) {
      throw new UserException("file-unreadable", path + ": cannot be read: " + reason(e), e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "no such file"
        : String.valueOf(e.getMessage());
  }

  private static CsvTable parse(String file, Reader reader) throws IOException {
    String text = readAll(reader);
    int lineEnd = text.indexOf('\n');
    String header = lineEnd < 0 ? text : text.substring(0, lineEnd);
    if (header.isBlank()) {
      throw new DataException(
          "no-header", file + ", line 1: no header; the first line must name the columns");
    }
    try (CsvReader<CsvRecord> csv =
        CsvReader.builder()
            .fieldSeparator(delimiterOf(header))
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .ofCsvRecord(text)) {
      Map<String, Integer> columns = new LinkedHashMap<>();
      List<Row> rows = new ArrayList<>();
      for (CsvRecord record : csv) {
        if (columns.isEmpty()) {
          readHeader(file, record, columns);
        } else {
          rows.add(readRow(file, record, columns));
        }
      }
      return new CsvTable(file, columns, rows);
    } catch (CsvParseException e) {
      throw new DataException("csv-malformed", file + ": not a CSV file: " + e.getMessage(), e);
    }
  }

  private static String readAll(Reader reader) throws IOException {
    StringBuilder text = new StringBuilder();
    char[] buffer = new char[1 << 16];
    for (int n = reader.read(buffer); n >= 0; n = reader.read(buffer)) {
      text.append(buffer, 0, n);
    }
    boolean mark = !text.isEmpty() && text.charAt(0) == '\uFEFF';
    return mark ? text.substring(1) : text.toString();
  }

  private static char delimiterOf(String header) {
    char best = ',';
    long most = 0;
    for (char candidate : new char[] {',', ';', '\t'}) {
      long count = header.chars().filter(c -> c == candidate).count();
      if (count > most) {
        most = count;
        best = candidate;
      }
    }
    return best;
  }

  private static void readHeader(String file, CsvRecord record, Map<String, Integer> columns) {
    for (int i = 0; i < record.getFieldCount(); i++) {
      String name = record.getField(i).strip();
      if (columns.putIfAbsent(name, i) != null) {
        throw new DataException(
            "column-twice", file + ", line 1: the column '" + name + "' stands twice; rename one");
      }
    }
  }

  private static Row readRow(String file, CsvRecord record, Map<String, Integer> columns) {
    if (record.getFieldCount() != columns.size()) {
      throw new DataException(
          "row-length",
          "%s, line %d: %d fields, but the header has %d columns"
              .formatted(
                  file, record.getStartingLineNumber(), record.getFieldCount(), columns.size()));
    }
    return new Row(record.getStartingLineNumber(), List.copyOf(record.getFields()));
  }

  /** The file's name as given, for messages. */
  public String file() {
    return file;
  }

  /** Names of the columns, in the file's order. */
  public List<String> columns() {
    return List.copyOf(columns.keySet());
  }

  /** The data rows, in the file's order. */
  public List<Row> rows() {
    return rows;
  }

  /** Index of a column, if it is there. */
  public Optional<Integer> findColumn(String name) {
    return Optional.ofNullable(columns.get(name));
  }

  /**
   * Index of a column.
   *
   * @throws UserException if it is not there; the message lists the columns that are
   */
  public int getColumn(String name) {
    Integer index = columns.get(name);
    if (index == null) {
      throw new UserException(
          "column-missing",
          "%s, line 1: no column '%s'; the columns are %s"
              .formatted(file, name, String.join(", ", columns.keySet())));
    }
    return index;
  }

  /** An error in one cell, ready to throw. */
  public DataException cellError(Row row, int column, String rule) {
    return new DataException(
        "cell-invalid",
        "%s, line %d, column %s: '%s' %s"
            .formatted(file, row.line(), columns().get(column), row.get(column), rule));
  }

  /**
   * One data row.
   *
   * @param line line in the file where the row starts, header = 1
   * @param fields the cells as text
   */
  public record Row(long line, List<String> fields) {

    /** The cell as text, without surrounding white space. */
    public String get(int column) {
      return fields.get(column).strip();
    }
  }
}
