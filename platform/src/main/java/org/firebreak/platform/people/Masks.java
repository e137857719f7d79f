package org.firebreak.platform.people;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How personal values are shown: enough to recognise what one knows, not enough to learn it. */
final class Masks {

  private static final String HIDDEN = "***";
  private static final String ADDRESS_UNITS = "省市区县旗";

  private Masks() {}

  static String mask(PersonalKind kind, String value) {
    String text = value.strip();
    return switch (kind) {
      case NAME -> name(text);
      case PHONE -> ends(text, 3, 4, 11);
      case ID_NUMBER -> ends(text, 2, 2, 8);
      case ADDRESS -> address(text);
      case OTHER -> HIDDEN;
    };
  }

  /** The family name's first character; of a name in several words each word's initial. */
  private static String name(String text) {
    return Stream.of(text.split("\\s+")).map(Masks::initial).collect(Collectors.joining(" "));
  }

  private static String initial(String word) {
    return word.codePointCount(0, word.length()) < 2
        ? "*"
        : word.substring(0, word.offsetByCodePoints(0, 1)) + "**";
  }

  /** Some characters from both ends if the whole is long enough to hide the rest. */
  private static String ends(String text, int first, int last, int minChars) {
    if (text.length() < minChars) {
      return HIDDEN;
    }
    return text.substring(0, first)
        + "*".repeat(text.length() - first - last)
        + text.substring(text.length() - last);
  }

  /** Down to the district, if the address names one as Chinese addresses do. */
  private static String address(String text) {
    int end = -1;
    for (int i = 1; i < Math.min(text.length(), 15); i++) {
      if (ADDRESS_UNITS.indexOf(text.charAt(i)) >= 0) {
        end = i;
      }
    }
    return end < 0 ? HIDDEN : text.substring(0, end + 1) + HIDDEN;
  }
}
