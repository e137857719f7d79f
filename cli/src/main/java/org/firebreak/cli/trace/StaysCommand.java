package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.Place;
import org.firebreak.trace.Stay;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** Where a person was. */
@CommandLine.Command(name = "stays", description = "Where a person was, in time order.")
final class StaysCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "person",
          "place",
          "kind",
          "from",
          "to",
          "minutes",
          "source",
          "precision_metres",
          "row",
          "longitude",
          "latitude",
          "region_code");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private WindowOption window = new WindowOption();

  @CommandLine.Option(names = "--person", required = true, description = "the person's token")
  private String person;

  @Override
  public Integer call() {
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      int number = StoreOption.person(snapshot, person);
      for (Stay stay : snapshot.listStaysOf(number, window.from(snapshot), window.to(snapshot))) {
        Place place = snapshot.place(stay.place());
        Coordinate at = place.position();
        table.row(
            person,
            place.name(),
            stay.kind().word(),
            StoreOption.time(snapshot, stay.from()),
            StoreOption.time(snapshot, stay.to()),
            StoreOption.minutes(stay.seconds()),
            stay.source().word(),
            stay.precisionMetres(),
            stay.row() == 0 ? null : stay.row(),
            at == null ? null : at.longitude(),
            at == null ? null : at.latitude(),
            place.region());
      }
    }
    return 0;
  }
}
