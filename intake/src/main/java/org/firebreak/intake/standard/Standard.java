package org.firebreak.intake.standard;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.firebreak.base.LocalizedText;

/**
 * A data standard: what a record of one kind looks like and which rules it obeys. Read from a file
 * by {@link StandardLibrary}; adding a standard is adding a file.
 *
 * @param key stable key in lower case, for example {@code daily-count}
 * @param version counts up when a field or rule changes meaning
 * @param title name for people
 * @param description what one record is, for people
 * @param shape record or series
 * @param fields the fields; their order is that of canonical JSON and templates
 * @param identity names of the fields that together tell two records apart; empty if nothing does
 * @param rules rules beyond type, required, code list and range, which each field carries itself
 */
public record Standard(
    String key,
    int version,
    LocalizedText title,
    LocalizedText description,
    Shape shape,
    List<FieldSpec> fields,
    List<String> identity,
    List<RuleSpec> rules) {

  public Standard {
    if (!key.matches("[a-z][a-z0-9]*(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException("A key is lower-case words joined by '-': " + key);
    }
    if (version < 1) {
      throw new IllegalArgumentException("Version must be 1 or more, was " + version);
    }
    if (fields.isEmpty()) {
      throw new IllegalArgumentException("A standard needs at least one field");
    }
    fields = List.copyOf(fields);
    identity = List.copyOf(identity);
    rules = List.copyOf(rules);
    Set<String> names = new HashSet<>();
    for (FieldSpec field : fields) {
      if (!names.add(field.name())) {
        throw new IllegalArgumentException("The field '" + field.name() + "' stands twice");
      }
    }
    for (String name : identity) {
      requireField(names, name, "identity");
    }
    for (RuleSpec rule : rules) {
      rule.fields().forEach(name -> requireField(names, name, "rule " + rule.code()));
    }
  }

  private static void requireField(Set<String> names, String name, String where) {
    if (!names.contains(name)) {
      throw new IllegalArgumentException(
          where + " names the field '" + name + "' that is not there");
    }
  }

  /** The field of that name, if there is one. */
  public Optional<FieldSpec> findField(String name) {
    return fields.stream().filter(field -> field.name().equals(name)).findFirst();
  }

  /** Index of a field in {@link #fields()}, or -1. */
  public int indexOf(String name) {
    for (int i = 0; i < fields.size(); i++) {
      if (fields.get(i).name().equals(name)) {
        return i;
      }
    }
    return -1;
  }
}
