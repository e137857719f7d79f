package org.firebreak.platform.web;

import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Cells of CSV files that people open in a spreadsheet, where a text that begins like a formula
 * would be carried out.
 *
 * @see <a href="https://owasp.org/www-community/attacks/CSV_Injection">OWASP: CSV injection</a>
 */
public final class SafeCsv {

  /** CSV in UTF-8. */
  public static final MediaType MEDIA_TYPE = MediaType.parseMediaType("text/csv;charset=UTF-8");

  private SafeCsv() {}

  /** The value as a cell: empty for null, an apostrophe before what could be a formula. */
  public static String cell(@Nullable Object value) {
    String text = value == null ? "" : value.toString();
    boolean number = value instanceof Number;
    return !number && !text.isEmpty() && "=+-@\t\r".indexOf(text.charAt(0)) >= 0
        ? "'" + text
        : text;
  }
}
