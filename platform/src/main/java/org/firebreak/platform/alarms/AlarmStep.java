package org.firebreak.platform.alarms;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step in the life of an alarm.
 *
 * @param actor account, or {@code system}
 * @param action raised, continued, gone, returned, checked, confirmed, dropped, reopened, assigned
 *     or noted
 * @param reason why, in the actor's words
 */
record AlarmStep(
    Instant at,
    String actor,
    String action,
    @Nullable AlarmState from,
    AlarmState to,
    String reason,
    Map<String, Object> detail) {}
