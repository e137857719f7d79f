package org.firebreak.intake.convert;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Numbers as sources write them: thousands separated by comma, space, apostrophe or point, decimals
 * by point or comma, percent signs refused, full-width digits read. A single separator before
 * exactly three digits ({@code 1,234}) separates thousands; a single point does not.
 */
public final class Numbers {

  private static final int LENGTH_MAX = 40;

  private static final Pattern NUMBER =
      Pattern.compile("[+-]?(\\d+(\\.\\d*)?|\\.\\d+)([eE][+-]?\\d{1,3})?");
  private static final Pattern SPACED = Pattern.compile("[+-]?\\d{1,3}( \\d{3})+([.,]\\d+)?");
  private static final Pattern COMMAS = Pattern.compile("[+-]?\\d{1,3}(,\\d{3})+(\\.\\d+)?");
  private static final Pattern POINTS =
      Pattern.compile("[+-]?\\d{1,3}(\\.\\d{3}){2,}(,\\d+)?|[+-]?\\d{1,3}(\\.\\d{3})+,\\d+");
  private static final Pattern DECIMAL_COMMA = Pattern.compile("[+-]?\\d+,\\d+");

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
    if (!canBeNumber(text)) {
      return null;
    }
    String plain = normalise(text);
    if (!NUMBER.matcher(plain).matches()) {
      return null;
    }
    double value = Double.parseDouble(plain);
    return Double.isInfinite(value) ? null : value;
  }

  /** Quickly tells names and dates from numbers. */
  private static boolean canBeNumber(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean exponent = c == 'e' || c == 'E';
      if ((Character.isLetter(c) && !exponent) || c == '/' || c == ':') {
        return false;
      }
      if (c == '-' && i > 0 && Character.isDigit(text.charAt(i - 1))) {
        return false;
      }
    }
    return true;
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
    if (SPACED.matcher(plain).matches()) {
      plain = plain.replace(" ", "");
    }
    if (COMMAS.matcher(plain).matches()) {
      return plain.replace(",", "");
    }
    if (POINTS.matcher(plain).matches()) {
      return plain.replace(".", "").replace(',', '.');
    }
    return DECIMAL_COMMA.matcher(plain).matches() ? plain.replace(',', '.') : plain;
  }
}
