package org.firebreak.cli.trace;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.ingest.TimeParser;
import org.jspecify.annotations.Nullable;

/**
 * A CSV file of any length, row by row: UTF-8, gzip if the name ends in {@code .gz}, comma,
 * semicolon or tab. A row that breaks a rule is refused and remembered; the others go on. For one
 * thread.
 */
final class RowFile {

  private static final int HEADER_CHARS_MAX = 10_000;

  /** Takes a row. */
  interface Taker {
    void take(RowFile row) throws RefusedRow;
  }

  /** Why a row was refused. */
  static final class RefusedRow extends Exception {
    private static final long serialVersionUID = 1L;

    RefusedRow(String message) {
      super(message);
    }
  }

  private final Path file;
  private final TimeParser times;
  private final Map<String, Integer> columns = new HashMap<>();
  private CsvRecord record;

  private RowFile(Path file, @Nullable Integer defaultOffsetSeconds, CsvRecord header) {
    this.file = file;
    this.times = new TimeParser(defaultOffsetSeconds);
    this.record = header;
    for (int i = 0; i < header.getFieldCount(); i++) {
      columns.put(header.getField(i).strip(), i);
    }
  }

  /**
   * Reads all rows.
   *
   * @param defaultOffsetSeconds of times without an offset; null refuses them
   * @param required columns that must be there
   */
  static void read(
      Path file,
      @Nullable Integer defaultOffsetSeconds,
      List<String> required,
      RefusedRows refused,
      Taker taker) {
    try (InputStream raw = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
        InputStream in = file.toString().endsWith(".gz") ? new GZIPInputStream(raw, 1 << 16) : raw;
        PushbackReader text =
            new PushbackReader(
                new InputStreamReader(in, StandardCharsets.UTF_8), HEADER_CHARS_MAX)) {
      char delimiter = delimiter(text);
      try (CsvReader<CsvRecord> csv =
          CsvReader.builder()
              .fieldSeparator(delimiter)
              .commentStrategy(CommentStrategy.NONE)
              .skipEmptyLines(true)
              .allowMissingFields(true)
              .allowExtraFields(true)
              .ofCsvRecord(text)) {
        readAll(file, defaultOffsetSeconds, required, refused, taker, csv);
      }
    } catch (CsvParseException e) {
      throw new DataException("csv-malformed", file + ": not a CSV file: " + e.getMessage(), e);
    } catch (IOException | UncheckedIOException e) {
      String why = e instanceof java.nio.file.NoSuchFileException ? "no such file" : e.getMessage();
      throw new UserException("file-unreadable", file + ": cannot be read: " + why, e);
    }
  }

  private static void readAll(
      Path file,
      @Nullable Integer defaultOffsetSeconds,
      List<String> required,
      RefusedRows refused,
      Taker taker,
      CsvReader<CsvRecord> csv) {
    RowFile row = null;
    for (CsvRecord record : csv) {
      if (row == null) {
        row = new RowFile(file, defaultOffsetSeconds, record);
        row.require(required);
      } else {
        row.record = record;
        try {
          if (record.getFieldCount() != row.columns.size()) {
            throw new RefusedRow(
                record.getFieldCount() + " fields, but the header has " + row.columns.size());
          }
          taker.take(row);
          refused.taken();
        } catch (RefusedRow e) {
          refused.add(file + ", line " + record.getStartingLineNumber() + ", " + e.getMessage());
        }
      }
    }
    if (row == null) {
      throw new DataException("no-header", file + ", line 1: the first line must name the columns");
    }
  }

  /** The most frequent delimiter of the first line; a byte order mark is skipped. */
  private static char delimiter(PushbackReader text) throws IOException {
    char[] buffer = new char[HEADER_CHARS_MAX - 1];
    int length = fill(text, buffer);
    int start = length > 0 && buffer[0] == '\uFEFF' ? 1 : 0;
    int[] counts = new int[3];
    for (int i = start; i < length && buffer[i] != '\n'; i++) {
      int index = ",;\t".indexOf(buffer[i]);
      if (index >= 0) {
        counts[index]++;
      }
    }
    text.unread(buffer, start, length - start);
    return counts[1] > counts[0] ? ';' : counts[2] > counts[0] ? '\t' : ',';
  }

  private static int fill(Reader text, char[] buffer) throws IOException {
    int length = 0;
    int read = text.read(buffer, 0, buffer.length);
    while (read > 0) {
      length += read;
      read = text.read(buffer, length, buffer.length - length);
    }
    return length;
  }

  private void require(List<String> required) {
    for (String column : required) {
      if (!columns.containsKey(column)) {
        throw new UserException(
            "column-missing",
            "%s, line 1: no column '%s'; the columns are %s"
                .formatted(file, column, String.join(", ", record.getFields())));
      }
    }
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  /** A cell; empty if the column is not there. */
  String find(String column) {
    Integer index = columns.get(column);
    return index == null ? "" : record.getField(index).strip();
  }

  /** A cell that must not be empty. */
  String get(String column) throws RefusedRow {
    String value = find(column);
    if (value.isEmpty()) {
      throw new RefusedRow("column " + column + ": is empty");
    }
    return value;
  }

  /** Seconds since 1970. */
  long time(String column) throws RefusedRow {
    String value = get(column);
    byte[] bytes = value.getBytes(StandardCharsets.UTF_8);
    long time = times.parse(bytes, 0, bytes.length);
    if (time == TimeParser.INVALID) {
      throw new RefusedRow(
          times.offsetMissing()
              ? "column " + column + ": '" + value + "' says no offset from UTC; give --offset"
              : "column " + column + ": '" + value + "' is not a time");
    }
    return time;
  }

  /** A number, {@code otherwise} if the cell is empty. */
  double number(String column, double otherwise) throws RefusedRow {
    String value = find(column);
    if (value.isEmpty()) {
      return otherwise;
    }
    try {
      return Double.parseDouble(value);
    } catch (NumberFormatException e) {
      throw refuse(column, "is not a number");
    }
  }

  /** An error in one cell, ready to throw. */
  RefusedRow refuse(String column, String rule) {
    return new RefusedRow("column " + column + ": '" + find(column) + "' " + rule);
  }
}
