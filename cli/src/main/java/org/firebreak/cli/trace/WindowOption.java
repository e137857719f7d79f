package org.firebreak.cli.trace;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.ingest.TimeParser;
import org.firebreak.trace.store.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** From when to when; a date stands for its midnight in the store's offset. */
final class WindowOption {

  private static final long FOREVER = 253_402_300_800L;

  @CommandLine.Option(names = "--from", paramLabel = "T", description = "begin: a date or a time")
  private @Nullable String from;

  @CommandLine.Option(
      names = "--to",
      paramLabel = "T",
      description = "end: a time, or a date, which then counts whole")
  private @Nullable String to;

  /** First second. */
  long from(Snapshot snapshot) {
    return from == null ? 0 : seconds(from, snapshot.offsetSeconds(), false, "--from");
  }

  /** First second after. */
  long to(Snapshot snapshot) {
    return to == null ? FOREVER : seconds(to, snapshot.offsetSeconds(), true, "--to");
  }

  /** Seconds since 1970 of a date or time as people write it. */
  static long seconds(String text, int offsetSeconds, boolean end, String what) {
    byte[] bytes = text.strip().getBytes(StandardCharsets.UTF_8);
    long time = new TimeParser(offsetSeconds).parse(bytes, 0, bytes.length);
    if (time != TimeParser.INVALID && bytes.length > 8) {
      return time;
    }
    try {
      LocalDate date = LocalDate.parse(text.strip());
      return (end ? date.plusDays(1) : date).toEpochDay() * 86_400 - offsetSeconds;
    } catch (DateTimeParseException e) {
      throw new UserException(
          "time-invalid",
          what + ": '" + text + "' is no date (2026-06-17) or time (2026-06-17T08:30+08:00)",
          e);
    }
  }
}
