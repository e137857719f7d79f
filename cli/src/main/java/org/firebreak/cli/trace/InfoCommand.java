package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.store.DaySegments;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** What a store holds. */
@CommandLine.Command(
    name = "info",
    description = {
      "What a store holds: a row for each day, and one for all.",
      "The bytes of all include dictionaries and places."
    })
final class InfoCommand implements Callable<Integer> {

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();

  @Override
  public Integer call() {
    List<String> columns =
        List.of("day", "stays", "files", "bytes", "bytes_per_stay", "persons", "places");
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), columns)) {
      long stays = 0;
      int files = 0;
      for (DaySegments day : snapshot.days()) {
        stays += day.stays();
        files += day.files();
        table.row(
            day.date(snapshot.offsetSeconds()),
            day.stays(),
            day.files(),
            day.sizeBytes(),
            perStay(day.sizeBytes(), day.stays()),
            null,
            null);
      }
      table.row(
          "all",
          stays,
          files,
          snapshot.sizeBytes(),
          perStay(snapshot.sizeBytes(), stays),
          snapshot.personCount(),
          snapshot.placeCount());
    }
    return 0;
  }

  private static double perStay(long bytes, long stays) {
    return stays == 0 ? Double.NaN : Math.rint(100.0 * bytes / stays) / 100;
  }
}
