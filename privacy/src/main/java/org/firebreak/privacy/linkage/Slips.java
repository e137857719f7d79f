package org.firebreak.privacy.linkage;

/** Whether two texts are one slip of the pen apart. */
final class Slips {

  private Slips() {}

  /**
   * Whether one edit makes one of the other: a character replaced, added, removed, or two
   * neighbours swapped (Damerau's four slips, some 80 % of all misspellings). False for equal
   * texts. Time O(length).
   */
  static boolean isOne(String a, String b) {
    if (a.length() > b.length()) {
      return isOne(b, a);
    }
    int shared = 0;
    while (shared < a.length() && a.charAt(shared) == b.charAt(shared)) {
      shared++;
    }
    if (b.length() - a.length() == 1) {
      return a.regionMatches(shared, b, shared + 1, a.length() - shared);
    }
    if (b.length() != a.length() || shared == a.length()) {
      return false;
    }
    if (a.regionMatches(shared + 1, b, shared + 1, a.length() - shared - 1)) {
      return true;
    }
    return shared + 1 < a.length()
        && a.charAt(shared) == b.charAt(shared + 1)
        && a.charAt(shared + 1) == b.charAt(shared)
        && a.regionMatches(shared + 2, b, shared + 2, a.length() - shared - 2);
  }
}
