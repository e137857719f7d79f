package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.time.LocalDateTime;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * The fields of a standard by place, and the columns of the file they come from, for rules to read
 * values and to report. Immutable by contract.
 */
public final class RecordFields {

  private final Standard standard;
  private final @Nullable String[] columns;

  /**
   * The fields of a standard.
   *
   * @param columns name of the column of each field of the standard, null where it has none
   */
  public RecordFields(Standard standard, @Nullable String[] columns) {
    this.standard = standard;
    this.columns = columns;
  }

  public Standard standard() {
    return standard;
  }

  /** Index of a field, or -1 if the standard lacks it. */
  public int find(String name) {
    return standard.indexOf(name);
  }

  public FieldSpec field(int index) {
    return standard.fields().get(index);
  }

  /** Name of the column a field comes from; null if it comes from none. */
  public @Nullable String column(int index) {
    return columns[index];
  }

  /** Begins a problem of a field with its present value. */
  public ProblemCollector.Report report(
      String rule, int index, @Nullable Object[] values, ProblemCollector problems) {
    FieldSpec field = field(index);
    ProblemCollector.Report report =
        problems.report(rule).field(field.name(), field.label()).column(columns[index]);
    Object value = values[index];
    return value == null ? report : report.value(value.toString());
  }

  /** A calendar day; null if the field is empty or holds none. */
  static @Nullable LocalDate day(@Nullable Object[] values, int index) {
    Object value = index < 0 ? null : values[index];
    return value instanceof LocalDate day
        ? day
        : value instanceof LocalDateTime moment ? moment.toLocalDate() : null;
  }

  static @Nullable String text(@Nullable Object[] values, int index) {
    return index >= 0 && values[index] instanceof String text ? text : null;
  }
}
