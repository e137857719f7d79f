package org.firebreak.platform.alarms;

import com.fasterxml.jackson.annotation.JsonValue;
import io.swagger.v3.oas.annotations.media.Schema;

/** How much a signal stands out; orders the list, decides nothing. */
@Schema(name = "AlarmSeverity")
public enum Severity {
  LOW,
  MEDIUM,
  HIGH;

  /** The word used in the API. */
  @JsonValue
  public String word() {
    return Words.of(this);
  }

  int rank() {
    return switch (this) {
      case LOW -> 1;
      case MEDIUM -> 2;
      case HIGH -> 3;
    };
  }

  static Severity ofRank(int rank) {
    return switch (rank) {
      case 1 -> LOW;
      case 2 -> MEDIUM;
      case 3 -> HIGH;
      default -> throw new IllegalArgumentException("No severity has the rank " + rank);
    };
  }
}
