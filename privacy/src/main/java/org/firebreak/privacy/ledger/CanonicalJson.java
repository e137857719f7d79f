package org.firebreak.privacy.ledger;

import java.util.Iterator;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The one spelling of an object that is hashed: members in order of their names, no spaces, the
 * shortest escapes (the JSON Canonicalization Scheme, RFC 8785, for texts, whole numbers, null and
 * objects of these).
 */
public final class CanonicalJson {

  /** Whole numbers beyond this are not the same in every reader of JSON. */
  private static final long LARGEST_NUMBER = (1L << 53) - 1;

  private CanonicalJson() {}

  /**
   * The text, to be hashed as UTF-8.
   *
   * @param members values are String, Long, Integer, null, or a Map of the same
   */
  public static String text(Map<String, ?> members) {
    StringBuilder text = new StringBuilder(256);
    append(text, members);
    return text.toString();
  }

  private static void append(StringBuilder text, Map<?, ?> members) {
    // The order of RFC 8785 is that of UTF-16 code units, which is the order of String.
    TreeMap<String, @Nullable Object> sorted = new TreeMap<>();
    members.forEach((name, value) -> sorted.put((String) name, value));
    text.append('{');
    Iterator<Map.Entry<String, @Nullable Object>> entries = sorted.entrySet().iterator();
    while (entries.hasNext()) {
      Map.Entry<String, @Nullable Object> entry = entries.next();
      append(text, entry.getKey());
      text.append(':');
      appendValue(text, entry.getValue());
      if (entries.hasNext()) {
        text.append(',');
      }
    }
    text.append('}');
  }

  private static void appendValue(StringBuilder text, @Nullable Object value) {
    switch (value) {
      case null -> text.append("null");
      case String string -> append(text, string);
      case Long number when Math.abs(number) <= LARGEST_NUMBER -> text.append(number.longValue());
      case Integer number -> text.append(number.intValue());
      case Map<?, ?> object -> append(text, object);
      default -> throw new IllegalArgumentException("Not for canonical JSON: " + value);
    }
  }

  private static void append(StringBuilder text, String string) {
    text.append('"');
    for (int i = 0; i < string.length(); i++) {
      char c = string.charAt(i);
      switch (c) {
        case '"' -> text.append("\\\"");
        case '\\' -> text.append("\\\\");
        case '\b' -> text.append("\\b");
        case '\f' -> text.append("\\f");
        case '\n' -> text.append("\\n");
        case '\r' -> text.append("\\r");
        case '\t' -> text.append("\\t");
        default -> {
          if (c < ' ') {
            text.append(String.format("\\u%04x", (int) c));
          } else {
            text.append(c);
          }
        }
      }
    }
    text.append('"');
  }
}
