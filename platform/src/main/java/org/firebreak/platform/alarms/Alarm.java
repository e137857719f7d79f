package org.firebreak.platform.alarms;

import java.time.Instant;
import java.time.LocalDate;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An alarm as it stands.
 *
 * @param version changes with every step; a change names the version it was decided on
 * @param present whether the newest data still show the signal
 * @param raisedAt when the platform raised it
 * @param changedAt when somebody or the platform last did something to it
 */
public record Alarm(
    long id,
    int version,
    AlarmState state,
    String source,
    String kind,
    String region,
    LocalizedText regionName,
    String subject,
    LocalizedText title,
    Severity severity,
    LocalDate firstDate,
    LocalDate lastDate,
    Evidence evidence,
    Signal.@Nullable RuleRef rule,
    boolean present,
    @Nullable String assignedTo,
    Instant raisedAt,
    Instant changedAt) {}
