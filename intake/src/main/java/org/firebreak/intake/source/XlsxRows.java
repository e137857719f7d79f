package org.firebreak.intake.source;

import java.io.File;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.Collections;
import java.util.Enumeration;
import java.util.Iterator;
import java.util.Locale;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.ReadingOptions;
import org.dhatim.fastexcel.reader.Row;
import org.dhatim.fastexcel.reader.Sheet;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.jspecify.annotations.Nullable;

/**
 * The first sheet of an XLSX workbook that holds anything. Cells formatted as dates come as ISO
 * 8601 text, numbers with all their digits, errors such as {@code #N/A} empty. Not thread-safe.
 */
final class XlsxRows extends TableRows {

  private final @Nullable Path temporary;
  private final ReadableWorkbook workbook;
  private Iterator<Row> rows = Collections.emptyIterator();
  private int lastRow;

  private XlsxRows(String name, ReadableWorkbook workbook, @Nullable Path temporary) {
    super(name);
    this.workbook = workbook;
    this.temporary = temporary;
  }

  static XlsxRows open(SourceFile file) throws IOException {
    Path plain = plainFile(file);
    Path temporary = plain.equals(file.path()) ? null : plain;
    try {
      checkSizes(file.name(), plain.toFile());
      XlsxRows rows =
          new XlsxRows(
              file.name(),
              new ReadableWorkbook(plain.toFile(), new ReadingOptions(true, true)),
              temporary);
      try {
        rows.openFirstSheet();
        rows.readHeader();
        return rows;
      } catch (RuntimeException | IOException e) {
        rows.close();
        throw e;
      }
    } catch (ZipException e) {
      throw malformed(file.name(), 0, e);
    } catch (IOException e) {
      throw damaged(file, e);
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      throw malformed(file.name(), 0, e);
    }
  }

  /** A missing part of the workbook is the file's fault; a missing file is the caller's. */
  private static RuntimeException damaged(SourceFile file, IOException e) {
    return Files.isReadable(file.path()) ? malformed(file.name(), 0, e) : file.unreadable(e);
  }

  /** A workbook inside gzip is unpacked to a temporary file: its parts are read in any order. */
  private static Path plainFile(SourceFile file) throws IOException {
    if (!file.isGzip()) {
      return file.path();
    }
    Path temporary = Files.createTempFile("firebreak-", ".xlsx");
    try (SourceFile.Bytes bytes = file.bytes()) {
      Files.copy(bytes.stream(), temporary, StandardCopyOption.REPLACE_EXISTING);
    }
    return temporary;
  }

  private static void checkSizes(String name, File plain) throws IOException {
    try (ZipFile zip = new ZipFile(plain)) {
      long size = 0;
      for (Enumeration<? extends ZipEntry> all = zip.entries(); all.hasMoreElements(); ) {
        size += Math.max(all.nextElement().getSize(), 0);
      }
      LimitedInputStream.checkRatio(name, size, plain.length());
    }
  }

  private void openFirstSheet() throws IOException {
    for (Sheet sheet : workbook.getSheets().toList()) {
      Iterator<Row> candidate = sheet.openStream().iterator();
      if (candidate.hasNext()) {
        rows = candidate;
        return;
      }
    }
  }

  @Override
  @Nullable SourceRow nextRaw() {
    try {
      if (!rows.hasNext()) {
        return null;
      }
      Row row = rows.next();
      lastRow = row.getRowNum();
      if (row.getCellCount() > SourceLimits.COLUMNS_MAX) {
        throw new DataException(
            "too-many-columns",
            "%s, row %d: %d columns; at most %d are read"
                .formatted(name(), lastRow, row.getCellCount(), SourceLimits.COLUMNS_MAX));
      }
      String[] cells = new String[row.getCellCount()];
      for (int i = 0; i < cells.length; i++) {
        Cell cell = row.hasCell(i) ? row.getCell(i) : null;
        cells[i] = cell == null ? "" : text(cell);
      }
      return new SourceRow(lastRow, trimmed(cells));
    } catch (DataException e) {
      throw e;
    } catch (RuntimeException e) {
      // The library answers damaged sheets with all kinds of unchecked exceptions.
      throw malformed(name(), lastRow, e);
    }
  }

  private static DataException malformed(String name, int row, Exception e) {
    return new DataException(
        "xlsx-malformed",
        "%s, after row %d: not readable as an XLSX workbook (%s)"
            .formatted(name, row, e.getMessage()),
        e);
  }

  /** Cells beyond the last filled one say nothing. */
  private static String[] trimmed(String[] cells) {
    int length = cells.length;
    while (length > 0 && cells[length - 1].isBlank()) {
      length--;
    }
    return Arrays.copyOf(cells, length);
  }

  /** A sheet leaves empty cells out: no row is too short. */
  @Override
  SourceRow fitted(SourceRow row) {
    if (row.size() >= header().size()) {
      return row;
    }
    String[] cells = new String[header().size()];
    for (int i = 0; i < cells.length; i++) {
      cells[i] = row.cell(i);
    }
    return new SourceRow(row.number(), cells);
  }

  private static String text(Cell cell) {
    CellType type = cell.getType();
    if (type == CellType.EMPTY || type == CellType.ERROR) {
      return "";
    }
    String format = cell.getDataFormatString();
    Object value = cell.getValue();
    if (value instanceof BigDecimal number) {
      return isDateFormat(format) ? dateText(cell, number) : number.toPlainString();
    }
    return value == null ? "" : value.toString();
  }

  private static boolean isDateFormat(@Nullable String format) {
    if (format == null) {
      return false;
    }
    String bare = format.replaceAll("\"[^\"]*\"|\\[[^\\]]*\\]|\\\\.", "").toLowerCase(Locale.ROOT);
    return bare.matches(".*(yy|d|年|月|日|h:|mmm).*") && !bare.contains("general");
  }

  private static String dateText(Cell cell, BigDecimal number) {
    if (number.signum() < 0 || number.doubleValue() > 2_958_465) {
      return number.toPlainString();
    }
    LocalDateTime moment = cell.asDate();
    return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
        ? moment.toLocalDate().toString()
        : moment.toString();
  }

  @Override
  public void close() {
    try {
      workbook.close();
      if (temporary != null) {
        Files.deleteIfExists(temporary);
      }
    } catch (IOException e) {
      throw new ResourceException(
          "file-unreadable", name() + ": cannot be closed: " + e.getMessage(), e);
    }
  }
}
