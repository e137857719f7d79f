package org.firebreak.privacy.linkage;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** How two records agree, feature by feature. */
record Comparison(
    Agreement idNumber,
    Agreement name,
    Agreement birth,
    Agreement birthYear,
    Agreement sex,
    Agreement phone,
    Agreement address) {

  /** A slip in a shorter name makes another name, not the same one misspelt. */
  private static final int MIN_SLIP_LENGTH = 3;

  private static final double MOSTLY = 0.6;

  static Comparison of(Normalized a, Normalized b) {
    return new Comparison(
        idNumbers(a.id(), b.id()),
        names(a, b),
        births(a, b),
        birthYears(a, b),
        same(a.sex(), b.sex()),
        codes(a.phone(), b.phone()),
        addresses(a.address(), b.address()));
  }

  Agreement on(Feature feature) {
    return switch (feature) {
      case ID_NUMBER -> idNumber;
      case NAME -> name;
      case BIRTH -> birth;
      case BIRTH_YEAR -> birthYear;
      case SEX -> sex;
      case PHONE -> phone;
      case ADDRESS -> address;
    };
  }

  private static Agreement same(String a, String b) {
    if (a.isEmpty() || b.isEmpty()) {
      return Agreement.UNKNOWN;
    }
    return a.equals(b) ? Agreement.EXACT : Agreement.DIFFERENT;
  }

  private static Agreement codes(String a, String b) {
    Agreement same = same(a, b);
    return same == Agreement.DIFFERENT && Slips.isOne(a, b) ? Agreement.CLOSE : same;
  }

  /**
   * A check digit of ISO 7064 MOD 11-2 finds every wrong and every swapped character, so two
   * numbers that both have a good one are not one number misspelt.
   */
  private static Agreement idNumbers(String a, String b) {
    Agreement codes = codes(a, b);
    return codes == Agreement.CLOSE && IdNumbers.isWhole(a) && IdNumbers.isWhole(b)
        ? Agreement.DIFFERENT
        : codes;
  }

  private static Agreement names(Normalized a, Normalized b) {
    Agreement same = same(a.name(), b.name());
    if (same != Agreement.DIFFERENT) {
      return same;
    }
    if (Math.min(a.name().length(), b.name().length()) >= MIN_SLIP_LENGTH
        && (Slips.isOne(a.name(), b.name()) || isOneWordSlip(a.nameWords(), b.nameWords()))) {
      return Agreement.CLOSE;
    }
    boolean shared = a.nameWords().stream().anyMatch(b.nameWords()::contains);
    return shared || isFamily(a.name(), b.name()) ? Agreement.PARTIAL : Agreement.DIFFERENT;
  }

  /** A slip in the first letter of a word changes the order of the words. */
  private static boolean isOneWordSlip(List<String> a, List<String> b) {
    if (a.size() != b.size() || a.size() < 2) {
      return false;
    }
    List<String> left = new ArrayList<>(a);
    List<String> right = new ArrayList<>(b);
    a.forEach(word -> {
      if (right.remove(word)) {
        left.remove(word);
      }
    });
    return left.size() == 1 && Slips.isOne(left.getFirst(), right.getFirst());
  }

  /** Chinese names carry no spaces; their first character is the family's. */
  private static boolean isFamily(String a, String b) {
    return Character.isIdeographic(a.charAt(0)) && a.charAt(0) == b.charAt(0);
  }

  private static Agreement births(Normalized a, Normalized b) {
    LocalDate dayA = a.birthDate();
    LocalDate dayB = b.birthDate();
    if (dayA == null || dayB == null) {
      return Agreement.UNKNOWN;
    }
    if (dayA.equals(dayB)) {
      return Agreement.EXACT;
    }
    if (isSwapped(dayA, dayB) || Slips.isOne(dayA.toString(), dayB.toString())) {
      return Agreement.CLOSE;
    }
    return dayA.getYear() == dayB.getYear() ? Agreement.PARTIAL : Agreement.DIFFERENT;
  }

  private static Agreement birthYears(Normalized a, Normalized b) {
    Integer yearA = a.birthYear();
    Integer yearB = b.birthYear();
    if (yearA == null || yearB == null || (a.birthDate() != null && b.birthDate() != null)) {
      return Agreement.UNKNOWN;
    }
    return switch (Math.abs(yearA - yearB)) {
      case 0 -> Agreement.EXACT;
      case 1 -> Agreement.CLOSE;
      case 2 -> Agreement.PARTIAL;
      default -> Agreement.DIFFERENT;
    };
  }

  /** Day and month the other way round. */
  private static boolean isSwapped(LocalDate a, LocalDate b) {
    return a.getYear() == b.getYear()
        && a.getMonthValue() == b.getDayOfMonth()
        && a.getDayOfMonth() == b.getMonthValue();
  }

  private static Agreement addresses(String a, String b) {
    Agreement same = same(a, b);
    if (same != Agreement.DIFFERENT) {
      return same;
    }
    if (Slips.isOne(a, b)) {
      return Agreement.CLOSE;
    }
    return sharedPairs(a, b) >= MOSTLY ? Agreement.PARTIAL : Agreement.DIFFERENT;
  }

  /** Dice's share of neighbouring pairs of characters, each counted once. */
  private static double sharedPairs(String a, String b) {
    int total = Math.max(0, a.length() - 1) + Math.max(0, b.length() - 1);
    if (total == 0) {
      return 0;
    }
    boolean[] used = new boolean[b.length()];
    int shared = 0;
    for (int i = 0; i + 1 < a.length(); i++) {
      for (int j = 0; j + 1 < b.length(); j++) {
        if (!used[j] && a.charAt(i) == b.charAt(j) && a.charAt(i + 1) == b.charAt(j + 1)) {
          used[j] = true;
          shared++;
          break;
        }
      }
    }
    return 2.0 * shared / total;
  }
}
