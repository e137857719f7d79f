package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.population.Homes;
import org.firebreak.trace.population.Regions;
import org.firebreak.trace.population.Residents;
import org.firebreak.trace.store.Snapshot;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Residents and visitors of regions. */
@CommandLine.Command(
    name = "residents",
    description = {
      "Residents and visitors of each region on a day, by modal home region.",
      "Counts of 15 people or fewer are left empty."
    })
final class ResidentsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "region_code",
          "residents",
          "residents_seen",
          "residents_present",
          "visitors",
          "stay_at_one_place_share",
          "mean_radius_of_gyration_metres");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private DayOption day = new DayOption();

  @Override
  public Integer call() {
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      Regions regions = DayOption.regions(snapshot);
      Homes homes = day.homes(snapshot, regions);
      Residents.Row[] rows =
          Residents.of(
              day.find(snapshot),
              regions,
              homes,
              DayOption.map(snapshot),
              snapshot.personCount(),
              day.threads());
      for (int r = 0; r < rows.length; r++) {
        Residents.Row row = rows[r];
        table.row(
            regions.code(r),
            shown(row.residents()),
            shown(row.residentsSeen()),
            shown(row.residentsPresent()),
            shown(row.visitors()),
            row.residentsSeen() > DayOption.THRESHOLD
                    && row.stayedAtOnePlace() > DayOption.THRESHOLD
                ? Math.rint(1e4 * row.stayedAtOnePlace() / row.residentsSeen()) / 1e4
                : null,
            row.located() > DayOption.THRESHOLD ? Math.rint(row.meanRadiusMetres()) : null);
      }
    }
    return 0;
  }

  private static @Nullable Long shown(long count) {
    return count > DayOption.THRESHOLD ? Long.valueOf(count) : null;
  }
}
