package org.firebreak.intake.source;

import de.siegmar.fastcsv.reader.CommentStrategy;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/** A CSV file; the delimiter is told from its first lines. Not thread-safe. */
final class CsvRows extends TableRows {

  private static final int SAMPLE_CHARACTERS = 1 << 15;
  private static final char[] DELIMITERS = {',', ';', '\t', '|'};

  private final SourceFile file;
  private final SourceFile.Text text;
  private final CsvReader<CsvRecord> csv;
  private final Iterator<CsvRecord> records;
  private long lastLine;

  private CsvRows(SourceFile file, SourceFile.Text text, char delimiter) {
    super(file.name());
    this.file = file;
    this.text = text;
    this.csv =
        CsvReader.builder()
            .fieldSeparator(delimiter)
            .commentStrategy(CommentStrategy.NONE)
            .skipEmptyLines(true)
            .allowMissingFields(true)
            .allowExtraFields(true)
            .allowExtraCharsAfterClosingQuote(true)
            .maxBufferSize(SourceLimits.CELL_CHARACTERS_MAX)
            .ofCsvRecord(text.reader());
    this.records = csv.iterator();
  }

  static CsvRows open(SourceFile file) throws IOException {
    char delimiter = delimiterOf(file);
    SourceFile.Text text = file.text();
    CsvRows rows = new CsvRows(file, text, delimiter);
    try {
      rows.readHeader();
      return rows;
    } catch (RuntimeException e) {
      rows.close();
      throw e;
    }
  }

  @Override
  @Nullable SourceRow nextRaw() {
    try {
      if (!records.hasNext()) {
        return null;
      }
      CsvRecord record = records.next();
      lastLine = record.getStartingLineNumber();
      return new SourceRow(lastLine, record.getFields().toArray(String[]::new));
    } catch (CsvParseException e) {
      throw new DataException(
          "csv-malformed",
          "%s, after line %d: not readable as CSV; a quotation mark is not closed or a cell is too long (%s)"
              .formatted(name(), lastLine, e.getMessage()),
          e);
    } catch (UncheckedIOException e) {
      throw file.unreadable(Objects.requireNonNull(e.getCause()));
    }
  }

  @Override
  public long bytesRead() {
    return text.bytes().raw().bytes();
  }

  @Override
  public void close() {
    try {
      csv.close();
    } catch (IOException e) {
      throw file.unreadable(e);
    }
  }

  /**
   * The delimiter that cuts most of the first lines into the same number of cells, more than one;
   * among equals the one that cuts most. Text within quotation marks does not count.
   */
  private static char delimiterOf(SourceFile file) throws IOException {
    char[] sample = new char[SAMPLE_CHARACTERS];
    int length = 0;
    try (SourceFile.Text text = file.text()) {
      for (int n = 0; n >= 0 && length < sample.length; ) {
        length += n;
        n = text.reader().read(sample, length, sample.length - length);
      }
    }
    char best = ',';
    long bestScore = 0;
    for (char candidate : DELIMITERS) {
      long score = score(sample, length, candidate);
      if (score > bestScore) {
        bestScore = score;
        best = candidate;
      }
    }
    return best;
  }

  private static long score(char[] sample, int length, char delimiter) {
    Map<Integer, Integer> linesByCount = new HashMap<>();
    boolean quoted = false;
    int count = 0;
    for (int i = 0; i < length; i++) {
      char c = sample[i];
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == delimiter) {
        count++;
      } else if (!quoted && c == '\n') {
        linesByCount.merge(count, 1, Integer::sum);
        count = 0;
      }
    }
    if (count > 0 && length < sample.length) {
      linesByCount.merge(count, 1, Integer::sum);
    }
    long best = 0;
    for (Map.Entry<Integer, Integer> entry : linesByCount.entrySet()) {
      if (entry.getKey() > 0) {
        best = Math.max(best, entry.getValue() * 1000L + Math.min(entry.getKey(), 999));
      }
    }
    return best;
  }
}
