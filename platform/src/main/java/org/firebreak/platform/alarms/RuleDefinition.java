package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Cusum;
import org.firebreak.platform.regions.Level;
import org.jspecify.annotations.Nullable;

/**
 * What a rule watches and how.
 *
 * @param title name for people
 * @param indicator what is counted, for example {@code confirmed}
 * @param source source of the series; null = the one with the widest cover of {@code region}
 * @param region the rule watches this region and what lies in it
 * @param level word of the level of the regions watched; null = all that have numbers of their own
 * @param method word of an {@link AlarmMethod}, or {@link #SCAN}
 * @param cadence {@code auto} (as the series comes), {@code day} or {@code week}
 * @param threshold level of a false alarm per step; of cusum the decision limit h, of the scan the
 *     shortest recurrence interval in days; null = the method's own
 * @param years of history, of the Farrington methods
 * @param watchSteps newest steps that may raise an alarm; of the scan, the longest window
 * @param quietDays a flagged step this many days or less after the last one belongs to the same
 *     alarm
 */
@Schema(name = "AlarmRuleDefinition")
record RuleDefinition(
    LocalizedText title,
    String indicator,
    @Nullable String source,
    String region,
    @Nullable String level,
    String method,
    String cadence,
    @Nullable Double threshold,
    int years,
    int watchSteps,
    int quietDays) {

  /** The method that looks for clusters in space and time. */
  static final String SCAN = "scan";

  /** Recurrence interval from which the scan raises an alarm, as in New York City's practice. */
  static final double SCAN_DAYS = 100;

  static final double CUSUM_K = Cusum.DEFAULT.k();

  private static final int TITLE_LENGTH_MAX = 120;
  private static final int WATCH_MAX = 90;
  private static final int YEARS_MAX = 10;
  private static final int QUIET_DAYS_MAX = 60;
  private static final double ALPHA_MAX = 0.2;
  private static final double CUSUM_H_MAX = 50;
  private static final double SCAN_DAYS_MAX = 1000;

  RuleDefinition {
    require(isText(title.en()) && isText(title.zh()), "Name the rule in 1 to 120 characters");
    require(!indicator.isBlank() && !region.isBlank(), "A rule needs an indicator and a region");
    if (level != null) {
      Words.find(Level.class, level);
    }
    require(
        method.equals(SCAN) || AlarmMethod.find(method).isPresent(),
        "There is no method '" + method + "'");
    require(cadence.matches("auto|day|week"), "The cadence is auto, day or week, was " + cadence);
    require(years >= 1 && years <= YEARS_MAX, "Years are 1 to " + YEARS_MAX + ", were " + years);
    require(
        watchSteps >= 1 && watchSteps <= WATCH_MAX,
        "Steps to watch are 1 to " + WATCH_MAX + ", were " + watchSteps);
    require(
        quietDays >= 0 && quietDays <= QUIET_DAYS_MAX,
        "Quiet days are 0 to " + QUIET_DAYS_MAX + ", were " + quietDays);
    requireThreshold(method, threshold);
  }

  private static boolean isText(String text) {
    return !text.isBlank() && text.length() <= TITLE_LENGTH_MAX;
  }

  private static void requireThreshold(String method, @Nullable Double threshold) {
    if (threshold != null) {
      double most =
          switch (method) {
            case SCAN -> SCAN_DAYS_MAX;
            case "cusum" -> CUSUM_H_MAX;
            default -> ALPHA_MAX;
          };
      require(
          threshold > 0 && threshold <= most,
          "The threshold of " + method + " is above 0 and at most " + most + ", was " + threshold);
    }
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new UserException("alarm-rule-invalid", rule);
    }
  }

  boolean isScan() {
    return method.equals(SCAN);
  }

  /** Whether steps are weeks, if the series itself comes weekly or not. */
  boolean isWeekly(boolean seriesIsWeekly) {
    return switch (cadence) {
      case "day" -> false;
      case "week" -> true;
      default -> seriesIsWeekly;
    };
  }

  AlarmMethod alarmMethod() {
    return AlarmMethod.find(method)
        .orElseThrow(() -> new IllegalStateException("No detector for " + method));
  }

  /** What the detector is run with. */
  AlarmMethod.Parameters parameters(boolean weekly) {
    boolean cusum = method.equals("cusum");
    return new AlarmMethod.Parameters(
        weekly,
        weekly ? AlarmMethod.WEEKS_PER_YEAR : AlarmMethod.DAYS_PER_YEAR,
        cusum ? null : threshold,
        years,
        CUSUM_K,
        cusum && threshold != null ? threshold : Cusum.DEFAULT.h());
  }

  RuleDefinition withThreshold(@Nullable Double other) {
    return new RuleDefinition(
        title,
        indicator,
        source,
        region,
        level,
        method,
        cadence,
        other,
        years,
        watchSteps,
        quietDays);
  }

  RuleDefinition withMethod(String other) {
    return new RuleDefinition(
        title,
        indicator,
        source,
        region,
        level,
        other,
        cadence,
        null,
        years,
        watchSteps,
        quietDays);
  }
}
