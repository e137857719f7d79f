package org.firebreak.cli.trace;

import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.OptionalInt;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.store.DiskStorage;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.Storage;
import picocli.CommandLine;

/** The options every question to a store takes. */
final class StoreOption {

  @CommandLine.Option(
      names = "--store",
      required = true,
      paramLabel = "DIR",
      description = "folder of the stay store")
  private Path folder;

  @CommandLine.Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  Storage storage() {
    return new DiskStorage(folder);
  }

  Path folder() {
    return folder;
  }

  boolean json() {
    return json;
  }

  Snapshot open() {
    return Snapshot.open(storage());
  }

  /** The number of a person's token. */
  static int person(Snapshot snapshot, String token) {
    OptionalInt number = snapshot.findPerson(token);
    if (number.isEmpty()) {
      throw new UserException("person-unknown", "The store knows no person '" + token + "'");
    }
    return number.getAsInt();
  }

  /** Minutes to a tenth. */
  static double minutes(long seconds) {
    return Math.rint(seconds / 6.0) / 10;
  }

  /** A time as the store's days are cut, ISO 8601 with the offset. */
  static String time(Snapshot snapshot, long seconds) {
    ZoneOffset offset = ZoneOffset.ofTotalSeconds(snapshot.offsetSeconds());
    return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
        Instant.ofEpochSecond(seconds).atOffset(offset));
  }
}
