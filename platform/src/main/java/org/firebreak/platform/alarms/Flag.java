package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import org.firebreak.epidemic.alarm.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What a rule says of a step of a series.
 *
 * @param present whether it is flagged by the newest data
 */
@Schema(name = "AlarmFlag")
record Flag(
    LocalDate date,
    double observed,
    @Nullable Double expected,
    @Nullable Double upper,
    @Nullable Double score,
    int ruleVersion,
    Instant vintage,
    boolean present) {

  static Flag of(Steps steps, Assessment assessment, int step, int ruleVersion, Instant vintage) {
    return new Flag(
        steps.date(step),
        steps.values()[step],
        known(assessment.expected()[step]),
        known(assessment.upper()[step]),
        known(assessment.score()[step]),
        ruleVersion,
        vintage,
        assessment.alarm()[step]);
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  /** The same judgement, whenever it was made. */
  boolean says(Flag other) {
    return date.equals(other.date)
        && observed == other.observed
        && present == other.present
        && java.util.Objects.equals(upper, other.upper)
        && java.util.Objects.equals(expected, other.expected);
  }

  /** One sentence for the history. */
  String sentence() {
    return "%s: %s observed, %s expected, alarm above %s"
        .formatted(date, plain(observed), plain(expected), plain(upper));
  }

  private static String plain(@Nullable Double value) {
    return value == null
        ? "-"
        : value == Math.rint(value)
            ? String.format(Locale.ROOT, "%.0f", value)
            : String.format(Locale.ROOT, "%.1f", value);
  }
}
