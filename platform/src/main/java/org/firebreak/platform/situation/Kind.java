package org.firebreak.platform.situation;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** What the numbers of a series stand for. */
public enum Kind {
  /** Total since the beginning, on the day. */
  CUMULATIVE,
  /** Added on the day. */
  NEW,
  /** In that state on the day, for example in hospital. */
  CURRENT;

  /** The word used in the API and the database. */
  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The kind of a {@link #word}. */
  public static Kind ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
