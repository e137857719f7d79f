package org.firebreak.intake.standard;

import java.util.List;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * One field of a standard.
 *
 * @param name stable English name in lower case with underscores; key in canonical JSON
 * @param label name for people
 * @param description what it holds, for people
 * @param type type of the canonical value
 * @param unit unit of the canonical value, if it has one
 * @param required whether a record without it is refused
 * @param personal whether it points to a person and is kept apart from the first row on
 * @param min smallest allowed value of a number, if limited
 * @param max greatest allowed value of a number, if limited
 * @param pattern regular expression of the whole canonical text, if limited
 * @param codes the code list of a {@link FieldType#CODE}, else empty
 * @param aliases names of columns as real sources write them
 * @param example an example as a source may write it, for the template
 */
public record FieldSpec(
    String name,
    LocalizedText label,
    LocalizedText description,
    FieldType type,
    @Nullable String unit,
    boolean required,
    boolean personal,
    @Nullable Double min,
    @Nullable Double max,
    @Nullable String pattern,
    List<CodeValue> codes,
    List<String> aliases,
    String example) {

  public FieldSpec {
    if (!name.matches("[a-z][a-z0-9_]*")) {
      throw new IllegalArgumentException(
          "A field name is lower-case letters, digits and '_': " + name);
    }
    if ((type == FieldType.CODE) == codes.isEmpty()) {
      throw new IllegalArgumentException(
          "A code list belongs to a field of type code and only there: " + name);
    }
    codes = List.copyOf(codes);
    aliases = List.copyOf(aliases);
  }
}
