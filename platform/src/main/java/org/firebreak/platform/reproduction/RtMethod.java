package org.firebreak.platform.reproduction;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import org.firebreak.base.error.UserException;

/** The methods of estimation. */
enum RtMethod {
  /** Delay, weekdays and over-dispersion; by day of infection. The default. */
  RENEWAL,
  /** Cori and others 2013 (EpiEstim), over the last seven days. */
  CORI,
  /** Wallinga and Teunis 2004, over the last seven days. */
  WALLINGA_TEUNIS,
  /** Parag 2021, smoothed. */
  EPIFILTER;

  @JsonValue
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  static RtMethod ofWord(String word) {
    for (RtMethod method : values()) {
      if (method.word().equals(word)) {
        return method;
      }
    }
    throw new UserException(
        "method-unknown",
        "method must be renewal, cori, wallinga-teunis or epifilter, was '" + word + "'");
  }
}
