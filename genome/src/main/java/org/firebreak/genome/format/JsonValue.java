package org.firebreak.genome.format;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/** Reads one JSON value at the parser's token as Map, List, String, Double, Boolean or null. */
final class JsonValue {

  private JsonValue() {}

  static @Nullable Object read(JsonParser in) {
    JsonToken token = in.currentToken();
    if (token == JsonToken.START_OBJECT) {
      Map<String, @Nullable Object> object = new LinkedHashMap<>();
      while (in.nextToken() == JsonToken.PROPERTY_NAME) {
        String name = in.currentName();
        in.nextToken();
        object.put(name, read(in));
      }
      return object;
    }
    if (token == JsonToken.START_ARRAY) {
      List<@Nullable Object> array = new ArrayList<>();
      while (in.nextToken() != JsonToken.END_ARRAY) {
        array.add(read(in));
      }
      return array;
    }
    return switch (token) {
      case VALUE_STRING -> in.getString();
      case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> in.getDoubleValue();
      case VALUE_TRUE -> true;
      case VALUE_FALSE -> false;
      default -> null;
    };
  }

  /** A number, NaN for anything else. */
  static double number(@Nullable Object value) {
    return value instanceof Number number ? number.doubleValue() : Double.NaN;
  }

  /** Text of a scalar, empty for anything else. */
  static String text(@Nullable Object value) {
    if (value instanceof Double number) {
      return number == Math.rint(number)
          ? Long.toString(number.longValue())
          : Double.toString(number);
    }
    return value instanceof String || value instanceof Boolean ? value.toString() : "";
  }
}
