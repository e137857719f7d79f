package org.firebreak.intake.source;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Locale;
import org.firebreak.base.error.DataException;

/** Formats of foreign files, told from their first bytes. */
enum SourceFormat {
  CSV,
  XLSX,
  /** One JSON document, or one on each line (NDJSON). */
  JSON,
  XML;

  static SourceFormat detect(SourceFile file) throws IOException {
    byte[] head = file.head();
    if (head.length == 0) {
      throw new DataException("file-empty", file.name() + ": the file is empty");
    }
    if (starts(head, 'P', 'K', 3, 4)) {
      return XLSX;
    }
    if (starts(head, 0xD0, 0xCF, 0x11, 0xE0)) {
      throw new DataException(
          "format-old-excel",
          file.name() + ": the old Excel format (.xls) is not read; save it as .xlsx or CSV");
    }
    if (starts(head, '%', 'P', 'D', 'F')) {
      throw new DataException("format-pdf", file.name() + ": a PDF holds no rows that can be read");
    }
    String text = new String(head, TextEncoding.detect(new ByteArrayInputStream(head))).strip();
    if (text.startsWith("\uFEFF")) {
      text = text.substring(1).strip();
    }
    boolean namedCsv = file.name().toLowerCase(Locale.ROOT).matches(".*\\.(csv|tsv|txt)(\\.gz)?");
    if (namedCsv || text.isEmpty()) {
      return CSV;
    }
    char first = text.charAt(0);
    return first == '<' ? XML : first == '{' || first == '[' ? JSON : CSV;
  }

  private static boolean starts(byte[] head, int... mark) {
    for (int i = 0; i < mark.length; i++) {
      if (i >= head.length || (head[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
