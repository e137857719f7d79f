package org.firebreak.genome.format;

import java.io.IOException;
import java.util.Locale;

/** Writes JSON values, as compact as can be. */
final class JsonText {

  private JsonText() {}

  static void quote(Appendable out, String value) throws IOException {
    out.append('"');
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    out.append('"');
  }

  /** A number with up to 8 significant digits; null for NaN. */
  static String number(double value) {
    if (Double.isNaN(value) || Double.isInfinite(value)) {
      return "null";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return Double.toString(Double.parseDouble(String.format(Locale.ROOT, "%.8g", value)));
  }
}
