package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A version of a rule.
 *
 * @param reason why it was made or changed so
 * @param lastEvaluation how it went last; null before the first time
 */
@Schema(name = "AlarmRule")
record Rule(
    long id,
    int version,
    boolean active,
    RuleDefinition definition,
    String reason,
    String changedBy,
    Instant changedAt,
    @Nullable Evaluated lastEvaluation) {

  Signal.RuleRef ref() {
    return new Signal.RuleRef(id, version);
  }

  /**
   * How an evaluation went.
   *
   * @param vintage as known then
   * @param assessed series (or places) that were judged
   * @param unassessed series with too little history
   * @param raised alarms raised
   * @param note code of a reason why it could not be evaluated; empty if it was
   */
  @Schema(name = "AlarmRuleEvaluation")
  record Evaluated(
      int version,
      Instant at,
      @Nullable Instant vintage,
      @Nullable LocalDate lastDate,
      int assessed,
      int unassessed,
      int raised,
      String note) {}
}
