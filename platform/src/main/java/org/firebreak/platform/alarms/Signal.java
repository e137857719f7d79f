package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Something unusual that a capability saw.
 *
 * @param source who saw it: name of the capability, for example {@code genome}
 * @param kind what was seen, lower-case words joined by '-', for example {@code site-rising}
 * @param key identifies the signal within the source: the same key is raised once. Name in it what
 *     makes the signal another one (place, subject, begin of the episode)
 * @param region where; {@code world} if everywhere
 * @param subject what it is about: an indicator, a site, a good
 * @param title one line for people, without the region's name
 * @param from first day of the signal
 * @param to last day of the signal
 * @param rule the rule that raised it, null if there is none with a version
 */
public record Signal(
    String source,
    String kind,
    String key,
    String region,
    String subject,
    LocalizedText title,
    Severity severity,
    LocalDate from,
    LocalDate to,
    Evidence evidence,
    @Nullable RuleRef rule) {

  public Signal {
    if (!source.matches("[a-z]+(-[a-z]+)*") || !kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException(
          "Source and kind are lower-case words joined by '-', were " + source + ", " + kind);
    }
    if (key.isBlank() || subject.isBlank()) {
      throw new IllegalArgumentException("A signal needs a key and a subject");
    }
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("A signal ends after it begins: " + from + " to " + to);
    }
  }

  /** A version of a rule. */
  @Schema(name = "AlarmRuleRef")
  public record RuleRef(long id, int version) {}
}
