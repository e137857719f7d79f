package org.firebreak.platform.alarms;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;

/** Where an alarm stands in its life. */
public enum AlarmState {
  /** Raised; nobody has looked yet. */
  SIGNAL,
  /** Somebody looked whether it is real, and says what was found so far. */
  CHECKED,
  /** It is real. */
  CONFIRMED,
  /** It is not: an artefact, chance, or explained otherwise. */
  DROPPED;

  /** The word used in the API and the database. */
  @JsonValue
  public String word() {
    return Words.of(this);
  }

  /** Whether somebody still has to decide. */
  public boolean isOpen() {
    return this == SIGNAL || this == CHECKED;
  }

  static AlarmState ofWord(String word) {
    return valueOf(word.toUpperCase(Locale.ROOT));
  }
}
