package org.firebreak.platform.intake;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Stream;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;

/** The columns that a mapping reads. */
final class MappingColumns {

  private MappingColumns() {}

  static Set<String> of(Mapping mapping) {
    Set<String> columns = new LinkedHashSet<>();
    Stream.concat(
            mapping.bindings().stream(),
            mapping.variants().stream().flatMap(variant -> variant.bindings().stream()))
        .map(Binding::column)
        .filter(column -> column != null)
        .forEach(columns::add);
    return columns;
  }
}
