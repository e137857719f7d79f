package org.firebreak.intake.source;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/**
 * A foreign file on disk. Format, compression, encoding and delimiter are told from its content,
 * not from its name. It can be opened any number of times.
 *
 * @param path where it is
 * @param name its name for people, without folders
 */
public record SourceFile(Path path, String name) {

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int SNIFF_BYTES = 1 << 14;

  /** A file under its own name. */
  public static SourceFile of(Path path) {
    Path last = path.getFileName();
    return new SourceFile(path, last == null ? path.toString() : last.toString());
  }

  /** Size on disk, for progress. */
  public long sizeBytes() {
    try {
      return Files.size(path);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens the file.
   *
   * @throws UserException if there is no such file
   * @throws DataException if it is none of the formats, has no header, or breaks a limit
   * @throws ResourceException if it cannot be read
   */
  public RowSource open() {
    try {
      return open(SourceFormat.detect(this));
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /**
   * Opens the file; with a date pattern, the columns whose names are such dates become rows (see
   * {@link WideSeries}).
   */
  public RowSource open(@Nullable String wideDateFormat) {
    RowSource rows = open();
    return wideDateFormat == null ? rows : WideSeries.of(rows, wideDateFormat);
  }

  private RowSource open(SourceFormat format) throws IOException {
    return switch (format) {
      case CSV -> CsvRows.open(this);
      case XLSX -> XlsxRows.open(this);
      case JSON -> FlatRows.open(this, JsonRecords::new);
      case XML -> FlatRows.open(this, XmlRecords::new);
    };
  }

  boolean isGzip() throws IOException {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 0x1F && in.read() == 0x8B;
    }
  }

  /** The bytes after decompression. */
  Bytes bytes() throws IOException {
    boolean gzip = isGzip();
    CountingInputStream raw = new CountingInputStream(Files.newInputStream(path));
    if (!gzip) {
      return new Bytes(raw, new BufferedInputStream(raw, BUFFER_BYTES));
    }
    try {
      InputStream plain = new GZIPInputStream(raw, BUFFER_BYTES);
      return new Bytes(
          raw,
          new BufferedInputStream(new LimitedInputStream(name, plain, raw::bytes), BUFFER_BYTES));
    } catch (IOException e) {
      raw.close();
      throw e;
    }
  }

  /** The text after decompression; a byte order mark is skipped. */
  Text text() throws IOException {
    Charset charset;
    try (Bytes sample = bytes()) {
      charset = TextEncoding.detect(sample.stream());
    }
    Bytes bytes = bytes();
    BufferedReader reader =
        new BufferedReader(new InputStreamReader(bytes.stream(), charset), BUFFER_BYTES);
    reader.mark(1);
    if (reader.read() != '\uFEFF') {
      reader.reset();
    }
    return new Text(bytes, reader);
  }

  /** The first bytes after decompression, to tell the format. */
  byte[] head() throws IOException {
    try (Bytes bytes = bytes()) {
      return bytes.stream().readNBytes(SNIFF_BYTES);
    }
  }

  /** An input error as one of ours; damaged compression is the file's fault, not the machine's. */
  FirebreakException unreadable(IOException e) {
    if (e instanceof NoSuchFileException) {
      return new UserException("file-not-found", path + ": no such file", e);
    }
    if (e instanceof EOFException || e instanceof ZipException) {
      return new DataException(
          "file-damaged", name + ": the compressed file is damaged or cut off", e);
    }
    return new ResourceException(
        "file-unreadable", path + ": cannot be read: " + e.getMessage(), e);
  }

  /**
   * @param raw counts the bytes on disk
   * @param stream the decompressed bytes
   */
  record Bytes(CountingInputStream raw, InputStream stream) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      stream.close();
    }
  }

  /**
   * @param bytes below the reader
   * @param reader the decoded text; what cannot be decoded is U+FFFD
   */
  record Text(Bytes bytes, BufferedReader reader) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      reader.close();
    }
  }
}
