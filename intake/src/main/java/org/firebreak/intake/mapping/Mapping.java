package org.firebreak.intake.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.jspecify.annotations.Nullable;

/**
 * How the columns of a foreign file become the fields of a standard. Proposed by {@link
 * MappingProposer}, corrected by a person, remembered per source as JSON ({@link MappingJson}).
 *
 * @param standard key of the standard
 * @param standardVersion version of the standard it was made for
 * @param bindings bindings that all records of a row share
 * @param variants the records each row makes, in order; empty means one, of the shared bindings
 *     only
 * @param wideDateFormat date format (as {@link Binding#format}) of column names where the file has
 *     one column a date (then it is read as columns {@code date} and {@code value}); null for a
 *     long file
 * @param coordinateSystem system of the file's coordinates
 * @param ignored columns that map to nothing; they stay in the raw row
 */
public record Mapping(
    String standard,
    int standardVersion,
    List<Binding> bindings,
    List<Variant> variants,
    @Nullable String wideDateFormat,
    CoordinateSystem coordinateSystem,
    List<String> ignored) {

  public Mapping {
    bindings = List.copyOf(bindings);
    variants = List.copyOf(variants);
    ignored = List.copyOf(ignored);
  }

  /** The same with some fields the same in every row, whatever the file says. */
  public Mapping withConstants(Map<String, String> values) {
    List<Binding> shared = new ArrayList<>(without(bindings, values));
    values.forEach((field, value) ->
        shared.add(
            Binding.ofConstant(field, value, 1, new LocalizedText("stated by a person", "由人指定"))));
    return new Mapping(
        standard,
        standardVersion,
        shared,
        variants.stream()
            .map(variant -> new Variant(variant.name(), without(variant.bindings(), values)))
            .toList(),
        wideDateFormat,
        coordinateSystem,
        ignored);
  }

  private static List<Binding> without(List<Binding> bindings, Map<String, String> values) {
    return bindings.stream().filter(binding -> !values.containsKey(binding.field())).toList();
  }

  /** The same for coordinates of another system. */
  public Mapping withCoordinates(CoordinateSystem system) {
    return new Mapping(
        standard, standardVersion, bindings, variants, wideDateFormat, system, ignored);
  }

  /** The rows of a file as this mapping names their columns. */
  public RowSource open(SourceFile file) {
    return file.open(wideDateFormat);
  }
}
