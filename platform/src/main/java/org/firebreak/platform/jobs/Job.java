package org.firebreak.platform.jobs;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.util.UUID;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A piece of long work as it stands.
 *
 * @param kind what it is, lower-case words joined by '-', for example {@code import}
 * @param done units done so far
 * @param total units in all, null while unknown
 * @param unit what is counted, for example {@code rows}
 * @param message what it is doing, or why it failed
 */
public record Job(
    UUID id,
    String kind,
    State state,
    long done,
    @Nullable Long total,
    String unit,
    LocalizedText message,
    String startedBy,
    Instant queuedAt,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt) {

  /** Where a job stands; {@code INTERRUPTED} = the platform ended before it did. */
  @Schema(name = "JobState")
  public enum State {
    QUEUED,
    RUNNING,
    DONE,
    FAILED,
    CANCELLED,
    INTERRUPTED;

    public boolean isEnd() {
      return this != QUEUED && this != RUNNING;
    }

    @com.fasterxml.jackson.annotation.JsonValue
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }
}
