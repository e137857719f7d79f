package org.firebreak.platform.alarms;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/** Lower-case words of the API and the constants they stand for. */
final class Words {

  private Words() {}

  /**
   * The constant of a word; null for none.
   *
   * @throws UserException {@code word-unknown}, which names those there are
   */
  static <E extends Enum<E>> @Nullable E find(Class<E> type, @Nullable String word) {
    if (word == null) {
      return null;
    }
    for (E constant : type.getEnumConstants()) {
      if (of(constant).equals(word)) {
        return constant;
      }
    }
    throw new UserException(
        "word-unknown",
        "There is no '"
            + word
            + "'; there are "
            + Arrays.stream(type.getEnumConstants())
                .map(Words::of)
                .collect(Collectors.joining(", ")));
  }

  /** The word of a constant. */
  static String of(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
