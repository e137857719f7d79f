package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.Encounter;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.contact.EncounterSearch;
import org.firebreak.trace.contact.Nearby;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** Every time two people were together. */
@CommandLine.Command(
    name = "encounters",
    description = "Every time that two people were at the same place, however short.")
final class EncountersCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "person",
          "other",
          "place",
          "kind",
          "from",
          "to",
          "minutes",
          "rows_apart",
          "precision_metres",
          "source",
          "other_source");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private WindowOption window = new WindowOption();

  @CommandLine.Option(names = "--person", required = true, description = "a person's token")
  private String person;

  @CommandLine.Option(names = "--with", required = true, description = "the other's token")
  private String other;

  @Override
  public Integer call() {
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      int first = StoreOption.person(snapshot, person);
      int second = StoreOption.person(snapshot, other);
      EncounterSearch search = new EncounterSearch(snapshot, Nearby.SAME_PLACE);
      for (Encounter e : search.list(first, window.from(snapshot), window.to(snapshot))) {
        if (e.other() == second) {
          table.row(
              person,
              other,
              snapshot.place(e.place()).name(),
              e.kind().word(),
              StoreOption.time(snapshot, e.from()),
              StoreOption.time(snapshot, e.to()),
              StoreOption.minutes(e.seconds()),
              e.rows() == Encounter.ROWS_UNKNOWN ? null : e.rows(),
              e.precisionMetres(),
              Evidence.source(e.evidence()).word(),
              Evidence.source(e.otherEvidence()).word());
        }
      }
    }
    return 0;
  }
}
