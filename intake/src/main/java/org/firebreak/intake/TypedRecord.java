package org.firebreak.intake;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * One record of a standard with typed values, one slot per field (classes: see {@code FieldType}).
 *
 * <p>Immutable by contract: nobody writes to the array after construction. Thread-safe.
 */
public final class TypedRecord {

  private final Standard standard;
  private final @Nullable Object[] values;
  private @Nullable ContentHash hash;

  /**
   * A record of the given values.
   *
   * @param values one value per field of the standard in its order, null where there is none
   */
  public TypedRecord(Standard standard, @Nullable Object[] values) {
    if (values.length != standard.fields().size()) {
      throw new IllegalArgumentException(
          "Needs %d values, has %d".formatted(standard.fields().size(), values.length));
    }
    this.standard = standard;
    this.values = values;
  }

  public Standard standard() {
    return standard;
  }

  /** The value of the field at an index of {@link Standard#fields()}. */
  public @Nullable Object get(int field) {
    return values[field];
  }

  /**
   * The value of a field by name; null if it is empty.
   *
   * @throws IllegalArgumentException if the standard has no such field
   */
  public @Nullable Object get(String field) {
    int index = standard.indexOf(field);
    if (index < 0) {
      throw new IllegalArgumentException("No field '" + field + "' in " + standard.key());
    }
    return values[index];
  }

  /** A text value; null if it is empty. */
  public @Nullable String text(String field) {
    return (String) get(field);
  }

  /** A calendar day; null if it is empty. */
  public @Nullable LocalDate date(String field) {
    return (LocalDate) get(field);
  }

  /** A number (INTEGER, DECIMAL, AGE, coordinates); null if it is empty. */
  public @Nullable Number number(String field) {
    return (Number) get(field);
  }

  /**
   * The filled fields in the standard's order as values JSON knows: String, Long, Double, Boolean,
   * List of String; dates as ISO 8601 text.
   */
  public Map<String, Object> toMap() {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        map.put(standard.fields().get(i).name(), canonical(value));
      }
    }
    return map;
  }

  private static Object canonical(Object value) {
    return value instanceof LocalDate || value instanceof LocalDateTime ? value.toString() : value;
  }

  /** Canonical JSON: the filled fields in the standard's order, without white space. */
  public String toJson() {
    StringBuilder json = new StringBuilder(160).append('{');
    for (int i = 0; i < values.length; i++) {
      Object value = values[i];
      if (value != null) {
        if (json.length() > 1) {
          json.append(',');
        }
        CanonicalJson.appendText(json, standard.fields().get(i).name());
        json.append(':');
        CanonicalJson.appendValue(json, canonical(value));
      }
    }
    return json.append('}').toString();
  }

  /** Hash of standard, version and content; equal for equal records in every import. */
  public ContentHash contentHash() {
    ContentHash known = hash;
    if (known == null) {
      known = ContentHasher.hash(standard.key() + "/" + standard.version() + toJson());
      hash = known;
    }
    return known;
  }

  /**
   * The values of the standard's identity fields as one text, or null if the standard has none or
   * all of them are empty. Equal texts mean the same thing in the world.
   */
  public @Nullable String identity() {
    return identity(identityFields(standard));
  }

  static int[] identityFields(Standard standard) {
    return standard.identity().stream().mapToInt(standard::indexOf).toArray();
  }

  @Nullable String identity(int[] identityFields) {
    boolean any = false;
    StringBuilder text = new StringBuilder(64);
    for (int field : identityFields) {
      Object value = values[field];
      any |= value != null;
      text.append(value == null ? "" : value).append('\u001f');
    }
    return any ? text.toString() : null;
  }

  @Override
  public String toString() {
    return standard.key() + toJson();
  }
}
