package org.firebreak.cli.trace;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.store.TraceStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Deletes old days. */
@CommandLine.Command(
    name = "retain",
    description = {
      "Deletes the days that are older than the retention, and prints them.",
      "Kept are the given number of days before the as-of day, and all since."
    })
final class RetainCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();

  @CommandLine.Option(names = "--days", description = "days to keep (default 14)")
  private int days = 14;

  @CommandLine.Option(names = "--as-of", description = "the day to count from (default today)")
  private @Nullable LocalDate asOf;

  @Override
  public Integer call() {
    if (days < 0) {
      throw new UserException("days-negative", "--days must be >= 0, was " + days);
    }
    store.open().close(); // there must be a store
    try (TraceStore writer = TraceStore.open(store.storage(), Optional.empty());
        TableWriter table =
            new TableWriter(spec.commandLine().getOut(), store.json(), List.of("deleted_day"))) {
      ZoneOffset offset = ZoneOffset.ofTotalSeconds(writer.offsetSeconds());
      LocalDate day = asOf == null ? Instant.now().atOffset(offset).toLocalDate() : asOf;
      writer.retain(days, day).forEach(table::row);
    }
    return 0;
  }
}
