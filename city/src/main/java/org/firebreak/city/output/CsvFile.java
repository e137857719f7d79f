package org.firebreak.city.output;

import java.io.BufferedWriter;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.firebreak.base.error.ResourceException;

/**
 * Writes one CSV file (RFC 4180 quoting) row by row, so memory does not grow with the file. For one
 * thread.
 */
public final class CsvFile implements Closeable {

  /** How a file is written. */
  public enum Style {
    /** UTF-8, comma, line feed. */
    PLAIN(StandardCharsets.UTF_8, "", ',', "\n"),
    /** GB18030, comma, as Chinese desktop programs write it. */
    CHINESE(Charset.forName("GB18030"), "", ',', "\r\n"),
    /** UTF-8 with byte order mark and semicolons, as a spreadsheet writes it. */
    SPREADSHEET(StandardCharsets.UTF_8, "\uFEFF", ';', "\r\n");

    private final Charset charset;
    private final String mark;
    private final char delimiter;
    private final String lineEnd;

    Style(Charset charset, String mark, char delimiter, String lineEnd) {
      this.charset = charset;
      this.mark = mark;
      this.delimiter = delimiter;
      this.lineEnd = lineEnd;
    }
  }

  private final Path path;
  private final Style style;
  private final BufferedWriter writer;
  private final StringBuilder line = new StringBuilder();

  /**
   * Opens the file and writes the header.
   *
   * @throws ResourceException if the file cannot be written
   */
  public CsvFile(Path path, Style style, List<String> header) {
    this.path = path;
    this.style = style;
    try {
      Files.createDirectories(path.toAbsolutePath().getParent());
      this.writer = Files.newBufferedWriter(path, style.charset);
      writer.write(style.mark);
    } catch (IOException e) {
      throw failure(e);
    }
    row(header.toArray());
  }

  /** A plain file. */
  public CsvFile(Path path, String... header) {
    this(path, Style.PLAIN, List.of(header));
  }

  /** Writes one row; null is an empty field. */
  public void row(@org.jspecify.annotations.Nullable Object... fields) {
    line.setLength(0);
    for (int i = 0; i < fields.length; i++) {
      if (i > 0) {
        line.append(style.delimiter);
      }
      Object field = fields[i];
      append(field == null ? "" : field.toString());
    }
    line.append(style.lineEnd);
    try {
      writer.append(line);
    } catch (IOException e) {
      throw failure(e);
    }
  }

  private void append(String field) {
    boolean plain = true;
    for (int i = 0; i < field.length() && plain; i++) {
      char c = field.charAt(i);
      plain = c != style.delimiter && c != '"' && c != '\n' && c != '\r';
    }
    if (plain) {
      line.append(field);
    } else {
      line.append('"').append(field.replace("\"", "\"\"")).append('"');
    }
  }

  private ResourceException failure(IOException e) {
    return new ResourceException("file-unwritable", path + ": cannot be written: " + e, e);
  }

  @Override
  public void close() {
    try {
      writer.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
