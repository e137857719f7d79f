package org.firebreak.genome.sequence;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Reads FASTA files record by record; memory holds one record, never the file.
 *
 * <p>Understood: the IUPAC nucleotide letters in either case, T or U, gaps as {@code -} or {@code
 * .}, blanks and digits between letters ignored, {@code ;} comment lines, line ends of any system,
 * gzip (seen by content, not by name). A record with a wrong letter, without letters, or longer
 * than the limit is reported to the problem consumer and skipped; the next one is read. A file that
 * is no FASTA file at all, or broken in its gzip layer, ends the reading with a {@link
 * DataException}.
 *
 * <p>Cost: some two operations a byte for A, C, G and T in upper case, taken eight at once, and one
 * table look-up for each other. For one thread.
 */
public final class FastaReader implements AutoCloseable {

  /** Longest sequence read unless told otherwise; no virus or bacterium is near. */
  public static final int DEFAULT_LIMIT = 1 << 28;

  private static final int BUFFER_BYTES = 1 << 16;
  private static final int HEADER_LIMIT = 1 << 14;
  private static final byte SKIP = 0;
  private static final byte WRONG = -1;
  private static final byte LINE_END = -2;
  private static final byte[] LETTERS = letterTable();
  private static final VarHandle WORDS =
      MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
  private static final long ONES = 0x0101_0101_0101_0101L;
  private static final long A = 'A';
  private static final long C = 'C';
  private static final long G = 'G';
  private static final long T = 'T';

  private final String file;
  private final InputStream input;
  private final int limit;
  private final Consumer<FastaProblem> problems;

  private final byte[] buffer = new byte[BUFFER_BYTES];
  private int at;
  private int end;
  private long line = 1;
  private long number;
  private byte[] bases = new byte[1 << 15];

  private FastaReader(String file, InputStream input, int limit, Consumer<FastaProblem> problems) {
    this.file = file;
    this.input = input;
    this.limit = limit;
    this.problems = problems;
  }

  /**
   * Opens a file.
   *
   * @throws UserException if it cannot be read
   */
  public static FastaReader open(Path path, Consumer<FastaProblem> problems) {
    return open(path, DEFAULT_LIMIT, problems);
  }

  /**
   * Opens a file.
   *
   * @param limit longest sequence read, in letters
   * @throws UserException if it cannot be read
   */
  public static FastaReader open(Path path, int limit, Consumer<FastaProblem> problems) {
    try {
      if (Files.isDirectory(path)) {
        throw new UserException("file-unreadable", path + ": is a folder, not a FASTA file");
      }
      return of(path.toString(), Files.newInputStream(path), limit, problems);
    } catch (NoSuchFileException e) {
      throw new UserException("file-unreadable", path + ": no such file", e);
    } catch (IOException e) {
      throw unreadable(path.toString(), e);
    }
  }

  /**
   * Reads from a stream, which is closed with the reader.
   *
   * @param file its name in messages
   */
  public static FastaReader of(
      String file, InputStream stream, int limit, Consumer<FastaProblem> problems) {
    try {
      PushbackInputStream pushback = new PushbackInputStream(stream, 2);
      byte[] magic = pushback.readNBytes(2);
      pushback.unread(magic);
      boolean gzip = magic.length == 2 && (magic[0] & 0xff) == 0x1f && (magic[1] & 0xff) == 0x8b;
      InputStream plain = gzip ? new GZIPInputStream(pushback, BUFFER_BYTES) : pushback;
      return new FastaReader(file, plain, limit, problems);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  /**
   * The next good record, empty at the end of the file.
   *
   * @throws DataException if the file is empty, does not begin with a header, or its gzip layer is
   *     broken
   */
  public Optional<FastaRecord> next() {
    try {
      while (findHeader()) {
        FastaRecord record = readRecord();
        if (record != null) {
          return Optional.of(record);
        }
      }
      return Optional.empty();
    } catch (EOFException | ZipException e) {
      throw new DataException(
          "gzip-broken",
          "%s, line %d, record %d: the compressed file is truncated or damaged; fetch it again"
              .formatted(file, line, number),
          e);
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  @Override
  public void close() {
    try {
      input.close();
    } catch (IOException e) {
      throw unreadable(file, e);
    }
  }

  private static UserException unreadable(String file, IOException cause) {
    return new UserException(
        "file-unreadable", file + ": cannot be read: " + cause.getMessage(), cause);
  }

  /** Moves to the byte after the next {@code >}; false at the end of the file. */
  private boolean findHeader() throws IOException {
    int b = read();
    while (b == '\n' || b == ' ' || b == '\t' || b == '\r' || b == ';' || isByteOrderMark(b)) {
      if (b == ';') {
        readLine(0);
      } else if (b == '\n') {
        line++;
      }
      b = read();
    }
    if (b < 0 && number == 0) {
      throw new DataException("fasta-empty", file + ": holds no sequence; expected FASTA records");
    }
    if (b >= 0 && b != '>') {
      throw new DataException(
          "fasta-no-header",
          "%s, line %d: not a FASTA file: expected a header starting with '>' and found %s"
              .formatted(file, line, show(b)));
    }
    return b >= 0;
  }

  private boolean isByteOrderMark(int b) {
    return number == 0 && line == 1 && (b == 0xef || b == 0xbb || b == 0xbf);
  }

  private @Nullable FastaRecord readRecord() throws IOException {
    number++;
    long headerLine = line;
    String header = readLine(HEADER_LIMIT).strip();
    int space = 0;
    while (space < header.length() && !Character.isWhitespace(header.charAt(space))) {
      space++;
    }
    String id = space == 0 ? "record-" + number : header.substring(0, space);
    int length = readBases(id);
    if (length < 0) {
      return null;
    }
    if (length == 0) {
      refuse("sequence-empty", id, headerLine, "has no sequence; the file may be truncated here");
      return null;
    }
    return new FastaRecord(
        id, header.substring(space).strip(), number, headerLine, Arrays.copyOf(bases, length));
  }

  /** Reads letters up to the next header into {@link #bases}; -1 if the record was refused. */
  private int readBases(String id) throws IOException {
    int length = 0;
    boolean atLineStart = true;
    while (at < end || fill()) {
      int plain = copyPlain(length);
      if (plain > 0) {
        at += plain;
        length += plain;
        atLineStart = false;
        continue;
      }
      int b = buffer[at] & 0xff;
      if (atLineStart && b == '>') {
        return length;
      }
      at++;
      if (atLineStart && b == ';') {
        readLine(0);
        continue;
      }
      byte letter = LETTERS[b];
      atLineStart = letter == LINE_END;
      if (letter > 0) {
        if (length == limit) {
          refuse("sequence-long", id, line, "is longer than " + limit + " letters");
          skipToHeader();
          return -1;
        }
        if (length == bases.length) {
          bases = Arrays.copyOf(bases, (int) Math.min(limit, 2L * length));
        }
        bases[length++] = letter;
      } else if (letter == LINE_END) {
        line++;
      } else if (letter == WRONG) {
        refuse(
            "letter-wrong",
            id,
            line,
            show(b) + " is not a nucleotide letter (IUPAC ACGTURYSWKMBDHVN or gap '-')");
        skipToHeader();
        return -1;
      }
    }
    return length;
  }

  /**
   * Copies the letters A, C, G and T in upper case from here on, eight at once: bits 1 and 2 of a
   * letter tell which of the four it would be, and it must be just that. What lies after the last
   * such letter is overwritten later.
   *
   * @return number of letters copied; 0 at anything else
   */
  private int copyPlain(int length) {
    int most = Math.min(end - at, Math.min(bases.length, limit) - length) - Long.BYTES;
    int n = 0;
    while (n <= most) {
      long word = (long) WORDS.get(buffer, at + n);
      long x = word >>> 1 & ONES;
      long y = word >>> 2 & ONES;
      long both = x & y;
      long plain = A * ONES + (x ^ both) * (C - A) + (y ^ both) * (T - A) + both * (G - A);
      WORDS.set(bases, length + n, word);
      if (plain != word) {
        return n + (Long.numberOfTrailingZeros(plain ^ word) >>> 3);
      }
      n += Long.BYTES;
    }
    return n;
  }

  private void refuse(String code, String id, long atLine, String reason) {
    problems.accept(new FastaProblem(code, file, number, id, atLine, reason));
  }

  private void skipToHeader() throws IOException {
    int before = at > 0 ? buffer[at - 1] : '\n';
    while (at < end || fill()) {
      int b = buffer[at];
      if (b == '>' && before == '\n') {
        return;
      }
      if (b == '\n') {
        line++;
      }
      before = b;
      at++;
    }
  }

  /** The rest of the line, cut to {@code keep} bytes. */
  private String readLine(int keep) throws IOException {
    byte[] text = new byte[Math.min(keep, 256)];
    int length = 0;
    for (int b = read(); b >= 0; b = read()) {
      if (b == '\n') {
        line++;
        break;
      }
      if (length < keep) {
        if (length == text.length) {
          text = Arrays.copyOf(text, Math.min(keep, 2 * length));
        }
        text[length++] = (byte) b;
      }
    }
    return new String(text, 0, length, StandardCharsets.UTF_8);
  }

  private int read() throws IOException {
    return at < end || fill() ? buffer[at++] & 0xff : -1;
  }

  private boolean fill() throws IOException {
    at = 0;
    end = Math.max(0, input.read(buffer));
    return end > 0;
  }

  private static String show(int b) {
    return b > ' ' && b < 127 ? "'" + (char) b + "'" : "byte 0x" + Integer.toHexString(b);
  }

  private static byte[] letterTable() {
    byte[] table = new byte[256];
    Arrays.fill(table, WRONG);
    for (char letter : "ACGTRYSWKMBDHVN-".toCharArray()) {
      table[letter] = (byte) letter;
      table[Character.toLowerCase(letter)] = (byte) letter;
    }
    table['U'] = 'T';
    table['u'] = 'T';
    table['.'] = '-';
    for (char skipped : " \t\r0123456789".toCharArray()) {
      table[skipped] = SKIP;
    }
    table['\n'] = LINE_END;
    return table;
  }
}
