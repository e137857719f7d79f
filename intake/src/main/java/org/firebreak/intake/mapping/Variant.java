package org.firebreak.intake.mapping;

import java.util.List;

/**
 * One of several records that every row of the file makes: its own bindings come on top of the
 * shared ones of the {@link Mapping}. So a row with confirmed and deaths becomes two counts.
 *
 * @param name for people and messages, for example {@code confirmed}
 * @param bindings the bindings of this variant; the first that has a column is its value: a row
 *     where that cell is empty makes no record of this variant
 */
public record Variant(String name, List<Binding> bindings) {

  public Variant {
    bindings = List.copyOf(bindings);
  }
}
