package org.firebreak.intake.convert;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The Chinese resident number by GB 11643-1999: 6 digits of region, 8 of birth date, 3 of sequence
 * (odd for men), and a check character by ISO 7064 MOD 11-2; 15 digits without century and check
 * character in the form used before 1999.
 *
 * @see <a href="https://openstd.samr.gov.cn">GB 11643-1999</a>
 */
public final class ChineseId {

  private static final Pattern MEANT = Pattern.compile("\\d{15,19}|\\d{16,17}[xX]");
  private static final Pattern FORM = Pattern.compile("\\d{17}[\\dxX]|\\d{15}");
  private static final int LENGTH = 18;
  private static final int OLD_LENGTH = 15;
  private static final int[] WEIGHTS = {7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2};
  private static final String CHECK_CHARACTERS = "10X98765432";
  private static final Set<String> PROVINCES =
      Set.of(
          "11", "12", "13", "14", "15", "21", "22", "23", "31", "32", "33", "34", "35", "36", "37",
          "41", "42", "43", "44", "45", "46", "50", "51", "52", "53", "54", "61", "62", "63", "64",
          "65", "71", "81", "82", "83", "91");

  private ChineseId() {}

  /**
   * Whether a document number, already stripped, is meant to be a resident number: digits only, but
   * for a last X, and about as long.
   */
  public static boolean isMeant(String number) {
    return MEANT.matcher(number).matches();
  }

  /** Whether the number has 18 characters or the 15 of the old form. */
  public static boolean hasForm(String number) {
    return FORM.matcher(number).matches();
  }

  /** The number with an upper-case X, and in the form of 18 characters. */
  public static String canonical(String number) {
    if (number.length() == OLD_LENGTH) {
      String long17 = number.substring(0, 6) + "19" + number.substring(6);
      return long17 + checkCharacter(long17);
    }
    return number.toUpperCase(Locale.ROOT);
  }

  /** The check character of the first 17 digits. */
  public static char checkCharacter(String digits) {
    int sum = 0;
    for (int i = 0; i < WEIGHTS.length; i++) {
      sum += WEIGHTS[i] * (digits.charAt(i) - '0');
    }
    return CHECK_CHARACTERS.charAt(sum % 11);
  }

  /** Whether the last character fits a number of 18 characters; the old form has none. */
  public static boolean hasValidCheck(String number) {
    return number.length() != LENGTH
        || checkCharacter(number) == Character.toUpperCase(number.charAt(LENGTH - 1));
  }

  public static boolean hasKnownProvince(String number) {
    return PROVINCES.contains(number.substring(0, 2));
  }

  /** The date of birth in a canonical number, or null if it is impossible. */
  public static @Nullable LocalDate birthDate(String canonical) {
    try {
      return LocalDate.of(
          Integer.parseInt(canonical, 6, 10, 10),
          Integer.parseInt(canonical, 10, 12, 10),
          Integer.parseInt(canonical, 12, 14, 10));
    } catch (DateTimeException e) {
      return null;
    }
  }

  /** Whether a canonical number is a man's. */
  public static boolean isMale(String canonical) {
    return (canonical.charAt(16) - '0') % 2 == 1;
  }
}
