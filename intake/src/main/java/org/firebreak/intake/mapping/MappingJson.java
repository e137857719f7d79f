package org.firebreak.intake.mapping;

import org.firebreak.base.error.DataException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** A mapping as JSON, to be remembered and corrected. Thread-safe. */
public final class MappingJson {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private MappingJson() {}

  public static String write(Mapping mapping) {
    return JSON.writeValueAsString(mapping);
  }

  /**
   * Reads a mapping.
   *
   * @throws DataException if the text is no mapping; the message says what is wrong with it
   */
  public static Mapping read(String json) {
    try {
      return JSON.readValue(json, Mapping.class);
    } catch (JacksonException | NullPointerException e) {
      throw new DataException(
          "mapping-malformed", "The mapping cannot be read: " + e.getMessage(), e);
    }
  }
}
