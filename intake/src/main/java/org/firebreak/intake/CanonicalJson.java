package org.firebreak.intake;

import java.util.List;

/** Writes the few values of a record as JSON, always in the same bytes. */
final class CanonicalJson {

  private static final double WHOLE_MAX = 1e15;

  private CanonicalJson() {}

  static void appendValue(StringBuilder json, Object value) {
    switch (value) {
      case Double number when number == Math.rint(number) && Math.abs(number) < WHOLE_MAX ->
          json.append(number.longValue());
      case Number number -> json.append(number);
      case Boolean truth -> json.append(truth.booleanValue());
      case List<?> list -> appendList(json, list);
      default -> appendText(json, value.toString());
    }
  }

  private static void appendList(StringBuilder json, List<?> list) {
    json.append('[');
    for (int i = 0; i < list.size(); i++) {
      if (i > 0) {
        json.append(',');
      }
      appendText(json, String.valueOf(list.get(i)));
    }
    json.append(']');
  }

  static void appendText(StringBuilder json, String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < 0x20 || c == '\u2028' || c == '\u2029' || Character.isSurrogate(c)) {
        appendSpecial(json, text, i);
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  /** Control characters are escaped; a lone surrogate, which no encoding can carry, too. */
  private static void appendSpecial(StringBuilder json, String text, int i) {
    char c = text.charAt(i);
    boolean paired =
        (Character.isHighSurrogate(c)
                && i + 1 < text.length()
                && Character.isLowSurrogate(text.charAt(i + 1)))
            || (Character.isLowSurrogate(c)
                && i > 0
                && Character.isHighSurrogate(text.charAt(i - 1)));
    if (paired) {
      json.append(c);
    } else {
      json.append("\\u%04x".formatted((int) c));
    }
  }
}
