package org.firebreak.platform.alarms;

import java.util.stream.IntStream;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Assessment;

/** Runs the detector of a rule over the steps of a region. Pure. */
final class Watch {

  /**
   * Steps assessed before those in question, so that an alarm a detector still has in mind is the
   * same whichever step is the first in question.
   */
  private static final int LEAD_IN = 28;

  private Watch() {}

  /**
   * Assesses steps from an index on, each from what came before it.
   *
   * @throws UserException {@code alarm-rule-invalid} if the detector refuses a parameter
   */
  static Assessment assess(RuleDefinition rule, Steps steps, int from) {
    AlarmMethod method = rule.alarmMethod();
    double[] values =
        method.takesAsCounts(steps.values())
            ? AlarmMethod.withoutCorrections(steps.values())
            : steps.values();
    // CUSUM takes all before the start for its history, so its start is its own to choose.
    int start = method == AlarmMethod.CUSUM ? 0 : Math.max(0, from - LEAD_IN);
    try {
      return method.detector(rule.parameters(steps.isWeekly()), values).assess(values, start);
    } catch (IllegalArgumentException e) {
      throw new UserException("alarm-rule-invalid", String.valueOf(e.getMessage()), e);
    }
  }

  /** Whether any step from an index on could be assessed. */
  static boolean anyAssessed(Assessment assessment, int from) {
    return IntStream.range(Math.max(0, from), assessment.steps()).anyMatch(assessment::assessed);
  }
}
