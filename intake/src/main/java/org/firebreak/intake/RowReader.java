package org.firebreak.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.convert.DateFormat;
import org.firebreak.intake.convert.FieldConverter;
import org.firebreak.intake.convert.Missing;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.Variant;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.rule.RecordFields;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.FieldType;
import org.firebreak.intake.standard.Shape;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * One record that every row of a file makes: its bindings, resolved to columns and converters. Not
 * thread-safe.
 */
final class RowReader {

  private final Standard standard;
  private final List<Source> sources;
  private final RecordFields fields;
  private final int valueColumn;
  private final int ageUnitIndex;

  /** Where one field comes from. */
  private record Source(
      int field, int column, String constant, @Nullable String name, FieldConverter converter) {}

  private RowReader(Standard standard, List<Source> sources, RecordFields fields, int valueColumn) {
    this.standard = standard;
    this.sources = sources;
    this.fields = fields;
    this.valueColumn = valueColumn;
    this.ageUnitIndex = standard.indexOf("age_unit");
  }

  /**
   * One reader per record that a row makes.
   *
   * @throws UserException if the mapping names a field or a column that is not there
   */
  static List<RowReader> of(Standard standard, Mapping mapping, List<String> header) {
    if (mapping.variants().isEmpty()) {
      return List.of(of(standard, mapping.bindings(), List.of(), header));
    }
    List<RowReader> readers = new ArrayList<>();
    for (Variant variant : mapping.variants()) {
      readers.add(of(standard, mapping.bindings(), variant.bindings(), header));
    }
    return readers;
  }

  private static RowReader of(
      Standard standard, List<Binding> shared, List<Binding> own, List<String> header) {
    Map<String, Binding> bindings = new LinkedHashMap<>();
    shared.forEach(binding -> bindings.put(binding.field(), binding));
    own.forEach(binding -> bindings.put(binding.field(), binding));
    @Nullable String[] columns = new String[standard.fields().size()];
    List<Source> sources = new ArrayList<>();
    for (Binding binding : bindings.values()) {
      Source source = source(standard, binding, header);
      columns[source.field()] = binding.column();
      if (standard.fields().get(source.field()).name().endsWith("_unit")) {
        sources.addFirst(source);
      } else {
        sources.add(source);
      }
    }
    int valueColumn =
        own.stream()
            .filter(binding -> binding.column() != null)
            .mapToInt(binding -> header.indexOf(binding.column()))
            .findFirst()
            .orElse(-1);
    return new RowReader(standard, sources, new RecordFields(standard, columns), valueColumn);
  }

  private static Source source(Standard standard, Binding binding, List<String> header) {
    int field = standard.indexOf(binding.field());
    if (field < 0) {
      throw new UserException(
          "mapping-field",
          "The mapping names the field '%s', which the standard '%s' does not have"
              .formatted(binding.field(), standard.key()));
    }
    FieldSpec spec = standard.fields().get(field);
    String word = binding.format();
    DateFormat format;
    try {
      format = word == null ? null : DateFormat.of(word);
    } catch (IllegalArgumentException e) {
      throw new UserException(
          "mapping-format", "Field '" + spec.name() + "': " + e.getMessage(), e);
    }
    String column = binding.column();
    String constant = binding.constant();
    Map<String, String> codes = new HashMap<>(binding.codes());
    if (constant != null && spec.type() != FieldType.CODE) {
      // Somebody meant it: the constant NA is Namibia.
      codes.put(constant, constant);
    }
    FieldConverter converter =
        new FieldConverter(spec, format, binding.unit(), codes, isDispensable(standard, spec));
    if (column == null) {
      return new Source(field, -1, constant == null ? "" : constant, null, converter);
    }
    int index = header.indexOf(column);
    if (index < 0) {
      throw new UserException(
          "mapping-column",
          "The file has no column '%s' for the field '%s'; its columns are %s"
              .formatted(column, spec.name(), String.join(", ", header)));
    }
    return new Source(field, index, "", column, converter);
  }

  /**
   * A count without its age group would be another count; a case without its severity is a case.
   */
  private static boolean isDispensable(Standard standard, FieldSpec field) {
    return standard.shape() == Shape.RECORD
        && !field.required()
        && !standard.identity().contains(field.name());
  }

  RecordFields fields() {
    return fields;
  }

  /** Whether the row has nothing for this record: the cell of its value stands empty. */
  boolean isEmpty(SourceRow row) {
    return valueColumn >= 0 && Missing.isMissing(row.cell(valueColumn).strip());
  }

  /** The converted values of a row; what does not convert is reported and left empty. */
  @Nullable Object[] read(SourceRow row, ProblemCollector problems) {
    @Nullable Object[] values = new Object[standard.fields().size()];
    for (Source source : sources) {
      String text = source.column() < 0 ? source.constant() : clean(row.cell(source.column()));
      FieldConverter converter = source.converter();
      boolean hasUnit =
          ageUnitIndex >= 0
              && converter.field().type() == FieldType.AGE
              && values[ageUnitIndex] instanceof String;
      values[source.field()] =
          hasUnit
              ? converter.convert(
                  text, source.name(), problems, String.valueOf(values[ageUnitIndex]))
              : converter.convert(text, source.name(), problems);
    }
    if (ageUnitIndex >= 0 && values[ageUnitIndex] != null) {
      values[ageUnitIndex] = "year";
    }
    return values;
  }

  /** Without white space around it, and without the quote that guards a formula in our own CSV. */
  private static String clean(String cell) {
    String text = cell.strip();
    boolean guarded =
        text.length() > 1 && text.charAt(0) == '\'' && QuarantineCsv.isFormula(text.substring(1));
    return guarded ? text.substring(1) : text;
  }
}
