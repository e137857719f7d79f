package org.firebreak.intake.mapping;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of columns and fields made comparable. */
final class Names {

  private static final Pattern ACCENTS = Pattern.compile("\\p{M}+");
  private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");
  private static final int FUZZY_LENGTH_MIN = 5;

  private Names() {}

  /** Letters and digits only, lower case. */
  static String bare(String name) {
    return String.join("", words(name));
  }

  /** The words of a name, lower case; {@code camelCase} is two. */
  static List<String> words(String name) {
    String plain = ACCENTS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String spaced = CAMEL.matcher(plain).replaceAll(" ");
    List<String> words = new ArrayList<>();
    for (String word : NO_WORD.split(spaced.toLowerCase(Locale.ROOT), -1)) {
      if (!word.isEmpty()) {
        words.add(word);
      }
    }
    return words;
  }

  /**
   * Likeness of two names from 0 to 1: 1 for equal letters; below 0.85 by shared words or, for
   * longer names, by the letters to change.
   */
  static double likeness(String one, String two) {
    String a = bare(one);
    String b = bare(two);
    if (a.equals(b)) {
      return a.isEmpty() ? 0 : 1;
    }
    List<String> first = words(one);
    List<String> second = words(two);
    Set<String> shared = new HashSet<>(first);
    shared.retainAll(new HashSet<>(second));
    Set<String> all = new HashSet<>(first);
    all.addAll(second);
    double byWords = shared.isEmpty() || second.size() < 2 ? 0 : 0.85 * shared.size() / all.size();
    return Math.max(byWords, byLetters(a, b));
  }

  private static double byLetters(String a, String b) {
    int longer = Math.max(a.length(), b.length());
    if (Math.min(a.length(), b.length()) < FUZZY_LENGTH_MIN) {
      return 0;
    }
    double alike = 1 - (double) distance(a, b) / longer;
    return alike >= 0.8 ? 0.8 * alike : 0;
  }

  /** Levenshtein distance. */
  private static int distance(String a, String b) {
    int[] before = new int[b.length() + 1];
    int[] now = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      before[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      now[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = before[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        now[j] = Math.min(change, Math.min(before[j], now[j - 1]) + 1);
      }
      int[] swap = before;
      before = now;
      now = swap;
    }
    return before[b.length()];
  }
}
