package org.firebreak.privacy.linkage;

/** The citizen ID number of China (GB 11643-1999). */
final class IdNumbers {

  private static final int LENGTH = 18;
  private static final String CHECK = "10X98765432";

  private IdNumbers() {}

  /** Whether it is 18 characters whose last checks the others (ISO 7064 MOD 11-2). */
  static boolean isWhole(String number) {
    if (number.length() != LENGTH) {
      return false;
    }
    return check(number) == number.charAt(LENGTH - 1);
  }

  /** The check character of the first 17 digits; a space if one is no digit. */
  static char check(String digits) {
    int sum = 0;
    for (int i = 0; i < LENGTH - 1; i++) {
      int digit = digits.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return ' ';
      }
      sum = 2 * (sum + digit) % 11;
    }
    return CHECK.charAt(sum);
  }
}
