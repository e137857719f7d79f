package org.firebreak.intake.convert;

import org.jspecify.annotations.Nullable;

/**
 * Phone numbers: international by E.164, Chinese mobile numbers (11 digits from 13 to 19),
 * landlines with area code and extension, and service numbers.
 */
public final class Phones {

  private static final int DIGITS_MIN = 5;
  private static final int DIGITS_MAX = 16;

  private Phones() {}

  /**
   * The digits with an optional leading plus; several numbers are joined by {@code /}; null if a
   * part is no phone number.
   */
  public static @Nullable String parse(String text) {
    String[] numbers = text.strip().split("[、/;；,，]|\\s{2,}|\\s(?=1[3-9]\\d{9})|转", -1);
    StringBuilder joined = new StringBuilder();
    for (String number : numbers) {
      if (number.isBlank()) {
        continue;
      }
      String digits = digits(number);
      if (digits == null) {
        return null;
      }
      joined.append(joined.isEmpty() ? "" : "/").append(digits);
    }
    return joined.isEmpty() ? null : joined.toString();
  }

  private static @Nullable String digits(String number) {
    StringBuilder digits = new StringBuilder();
    int count = 0;
    for (int i = 0; i < number.length(); i++) {
      char c = number.charAt(i);
      if (c >= '０' && c <= '９') {
        c = (char) (c - '０' + '0');
      }
      if (c >= '0' && c <= '9') {
        digits.append(c);
        count++;
      } else if ((c == '+' || c == '＋') && digits.isEmpty()) {
        digits.append('+');
      } else if (" -—–()（）.\u00a0\t".indexOf(c) < 0) {
        return null;
      }
    }
    return count >= DIGITS_MIN && count <= DIGITS_MAX ? digits.toString() : null;
  }
}
