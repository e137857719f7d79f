package org.firebreak.intake.convert;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Phone numbers: international by E.164, Chinese mobile numbers (11 digits from 13 to 19),
 * landlines with area code and extension, and service numbers.
 */
public final class Phones {

  private static final Pattern PLAIN = Pattern.compile("\\+?\\d{5,16}");
  private static final Pattern EXTENSION = Pattern.compile("\\s*(?:转|ext\\.?|分机)\\s*(\\d{1,6})");
  private static final Pattern WORDS = Pattern.compile("[\\p{IsHan}:：]+|[（(]\\p{IsHan}+[)）]");
  private static final String SEPARATOR = "[、/；,，]|;(?!ext=)|\\s{2,}|\\s(?=1[3-9]\\d{9})";
  private static final int DIGITS_MIN = 5;
  private static final int DIGITS_MAX = 16;

  private Phones() {}

  /**
   * The digits with an optional leading plus; several numbers are joined by {@code /}; null if a
   * part is no phone number.
   */
  public static @Nullable String parse(String text) {
    if (PLAIN.matcher(text).matches()) {
      return text;
    }
    // Words beside the numbers ("day 0319-3721657 / night ...") say whose they are; they stay in
    // the row.
    String plain = EXTENSION.matcher(text.strip()).replaceAll(";ext=$1");
    String[] numbers = WORDS.matcher(plain).replaceAll("/").split(SEPARATOR, -1);
    StringBuilder joined = new StringBuilder();
    for (String number : numbers) {
      if (number.chars().noneMatch(Character::isDigit)) {
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
    int extension = number.indexOf(";ext=");
    String main = extension < 0 ? number : number.substring(0, extension);
    for (int i = 0; i < main.length(); i++) {
      char c = main.charAt(i);
      if (c >= '０' && c <= '９') {
        c = (char) (c - '０' + '0');
      }
      if (c >= '0' && c <= '9') {
        digits.append(c);
        count++;
      } else if ((c == '+' || c == '＋') && digits.isEmpty()) {
        digits.append('+');
      } else if (" -—–~()（）.\u00a0\t".indexOf(c) < 0) {
        return null;
      }
    }
    if (count < DIGITS_MIN || count > DIGITS_MAX) {
      return null;
    }
    return extension < 0 ? digits.toString() : digits + number.substring(extension);
  }
}
