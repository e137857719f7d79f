package org.firebreak.intake.convert;

import java.util.Locale;
import java.util.Set;

/** What sources write where they have nothing to say. */
public final class Missing {

  private static final int LENGTH_MAX = 6;
  private static final Set<String> WORDS =
      Set.of(
          "na", "n/a", "#n/a", "nan", "null", "nil", "none", "-", "--", "—", "——", "\\n", ".", "?",
          "/", "<na>", "(null)", "nat");

  private Missing() {}

  /** Whether a text, already stripped, stands for no value. */
  public static boolean isMissing(String text) {
    return text.isEmpty()
        || (text.length() <= LENGTH_MAX && WORDS.contains(text.toLowerCase(Locale.ROOT)));
  }
}
