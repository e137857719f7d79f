package org.firebreak.cli.trace;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.population.Homes;
import org.firebreak.trace.population.Origins;
import org.firebreak.trace.population.Regions;
import org.firebreak.trace.store.DaySegments;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** Where the people of a region come from. */
@CommandLine.Command(
    name = "origins",
    description = {
      "Where those who end a day in a region have their homes (in), and where its residents end it"
          + " (out), ranked.",
      "Rows of 15 people or fewer are left out; shares are of all, also those left out."
    })
final class OriginsCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("direction", "rank", "region_code", "persons", "share");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private DayOption day = new DayOption();

  @CommandLine.Option(names = "--region", required = true, description = "code of the region")
  private String region;

  @Override
  public Integer call() {
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      Regions regions = DayOption.regions(snapshot);
      int number = regions.find(region);
      if (number == Regions.UNKNOWN) {
        throw new UserException("region-unknown", "The store knows no place in region " + region);
      }
      DaySegments segments = day.find(snapshot);
      Homes homes = day.homes(snapshot, regions);
      int persons = snapshot.personCount();
      for (boolean in : new boolean[] {true, false}) {
        long[] counts = Origins.of(segments, regions, homes, number, in, persons, day.threads());
        print(table, regions, in ? "in" : "out", counts);
      }
    }
    return 0;
  }

  private static void print(TableWriter table, Regions regions, String direction, long[] counts) {
    long all = 0;
    for (long count : counts) {
      all += count;
    }
    int rank = 0;
    List<Integer> ranked =
        IntStream.range(0, counts.length)
            .boxed()
            .filter(r -> counts[r] > DayOption.THRESHOLD)
            .sorted((a, b) -> Long.compare(counts[b], counts[a]))
            .toList();
    for (int r : ranked) {
      rank++;
      table.row(
          direction, rank, regions.code(r), counts[r], Math.rint(1e6 * counts[r] / all) / 1e6);
    }
  }
}
