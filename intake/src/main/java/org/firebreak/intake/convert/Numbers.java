package org.firebreak.intake.convert;

import org.jspecify.annotations.Nullable;

/**
 * Numbers as sources write them: thousands separated by comma, space, apostrophe or point, decimals
 * by point or comma, percent signs refused, full-width digits read. A single separator before
 * exactly three digits ({@code 1,234}) separates thousands; a single point does not.
 */
public final class Numbers {

  private static final int LENGTH_MAX = 40;

  private Numbers() {}

  /** The number, or null if the text is none. */
  public static @Nullable Double parse(String text) {
    int length = text.length();
    if (length == 0 || length > LENGTH_MAX) {
      return null;
    }
    long whole = 0;
    boolean plain = length < 18;
    for (int i = 0; plain && i < length; i++) {
      int digit = text.charAt(i) - '0';
      plain = digit >= 0 && digit <= 9;
      whole = whole * 10 + digit;
    }
    return plain ? Double.valueOf((double) whole) : parseSlowly(text);
  }

  private static @Nullable Double parseSlowly(String text) {
    String plain = normalise(text);
    if (!plain.matches("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?")) {
      return null;
    }
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value) ? null : value;
  }

  private static String normalise(String text) {
    StringBuilder bare = new StringBuilder(text.length());
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c >= '０' && c <= '９') {
        bare.append((char) (c - '０' + '0'));
      } else if (c == '，') {
        bare.append(',');
      } else if (c == '．') {
        bare.append('.');
      } else if (c == '\u2212' || c == '－') {
        bare.append('-');
      } else if (c != '\u00a0' && c != '\u202f' && c != '\'' && c != '\u2019') {
        bare.append(c);
      }
    }
    String plain = bare.toString().strip();
    if (plain.matches("[+-]?\\d{1,3}( \\d{3})+([.,]\\d+)?")) {
      plain = plain.replace(" ", "");
    }
    if (plain.matches("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?")) {
      return plain.replace(",", "");
    }
    if (plain.matches("[+-]?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|[+-]?\\d{1,3}(\\.\\d{3})+,\\d+")) {
      return plain.replace(".", "").replace(',', '.');
    }
    return plain.matches("[+-]?\\d+,\\d+") ? plain.replace(',', '.') : plain;
  }
}
