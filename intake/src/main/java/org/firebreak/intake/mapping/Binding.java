package org.firebreak.intake.mapping;

import java.util.Map;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Where the value of one field comes from: a column, or a constant.
 *
 * @param field name of the field of the standard
 * @param column name of the column in the file, or null for a constant
 * @param constant the value for every row as a source would write it, or null for a column
 * @param format how the column writes dates, a pattern of {@link
 *     java.time.format.DateTimeFormatter} or {@code excel}; null for what is not a date
 * @param unit unit of the column where it differs from the field's, for example {@code month}; null
 *     if it is the same
 * @param codes the source's own values to codes of the standard, beyond the standard's aliases
 * @param confidence 0 to 1: how sure the proposal is; 1 after a person confirmed it
 * @param reason why this column was taken, for the person who checks it
 */
public record Binding(
    String field,
    @Nullable String column,
    @Nullable String constant,
    @Nullable String format,
    @Nullable String unit,
    Map<String, String> codes,
    double confidence,
    LocalizedText reason) {

  public Binding {
    if ((column == null) == (constant == null)) {
      throw new IllegalArgumentException(
          "A binding has either a column or a constant: field " + field);
    }
    if (!(confidence >= 0 && confidence <= 1)) {
      throw new IllegalArgumentException("Confidence must be 0..1, was " + confidence);
    }
    codes = Map.copyOf(codes);
  }

  /** A column taken as it is. */
  public static Binding ofColumn(
      String field, String column, double confidence, LocalizedText reason) {
    return new Binding(field, column, null, null, null, Map.of(), confidence, reason);
  }

  /** The same value for every row. */
  public static Binding ofConstant(
      String field, String constant, double confidence, LocalizedText reason) {
    return new Binding(field, null, constant, null, null, Map.of(), confidence, reason);
  }

  public Binding withFormat(@Nullable String newFormat) {
    return new Binding(field, column, constant, newFormat, unit, codes, confidence, reason);
  }

  public Binding withUnit(@Nullable String newUnit) {
    return new Binding(field, column, constant, format, newUnit, codes, confidence, reason);
  }
}
