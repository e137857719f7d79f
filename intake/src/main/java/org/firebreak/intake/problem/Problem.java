package org.firebreak.intake.problem;

import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One broken rule in one row.
 *
 * @param rule stable code of the rule, for example {@code dates-in-order}
 * @param severity whether the record is refused or only flagged
 * @param row number of the row in its file, as {@code SourceRow#number}; 0 for the whole file
 * @param field name of the field of the standard, if one is concerned
 * @param column name of the column in the file, if one is concerned
 * @param value the value as the file writes it, shortened to at most 200 characters, if there is
 *     one
 * @param message what is wrong, in a sentence for a clerk
 * @param advice what to do about it
 */
public record Problem(
    String rule,
    Severity severity,
    long row,
    @Nullable String field,
    @Nullable String column,
    @Nullable String value,
    LocalizedText message,
    LocalizedText advice) {

  private static final int VALUE_LENGTH_MAX = 200;

  public Problem {
    if (value != null && value.length() > VALUE_LENGTH_MAX) {
      value = value.substring(0, VALUE_LENGTH_MAX - 1) + "…";
    }
  }
}
