package org.firebreak.cli.trace;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.population.Flows;
import org.firebreak.trace.population.Regions;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** Trips between regions. */
@CommandLine.Command(
    name = "flows",
    description = {
      "Trips between regions on a day: by pair (default), by pair and hour, or in and out of each"
          + " region.",
      "Rows of 15 trips or fewer are left out. In and out count all trips, also those of pairs left"
          + " out: do not publish both about the same day without the disclosure gate.",
      "scale_index: trips per 100 people seen by the store, both ways."
    })
final class FlowsCommand implements Callable<Integer> {

  /** What a row stands for. */
  enum By {
    PAIR,
    HOUR,
    REGION
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private DayOption day = new DayOption();

  @CommandLine.Option(names = "--by", description = "pair (default), hour, region")
  private By by = By.PAIR;

  @Override
  public Integer call() {
    try (Snapshot snapshot = store.open()) {
      Regions regions = DayOption.regions(snapshot);
      List<Flows.Flow> flows =
          Flows.of(day.find(snapshot), regions, snapshot.personCount(), day.threads());
      switch (by) {
        case HOUR -> byHour(regions, flows);
        case PAIR -> byPair(regions, flows);
        case REGION -> byRegion(regions, flows, snapshot.personCount());
      }
    }
    return 0;
  }

  private TableWriter table(String... columns) {
    return new TableWriter(spec.commandLine().getOut(), store.json(), List.of(columns));
  }

  private void byHour(Regions regions, List<Flows.Flow> flows) {
    try (TableWriter table = table("from", "to", "hour", "trips")) {
      for (Flows.Flow flow : flows) {
        if (flow.trips() > DayOption.THRESHOLD) {
          table.row(regions.code(flow.from()), regions.code(flow.to()), flow.hour(), flow.trips());
        }
      }
    }
  }

  private void byPair(Regions regions, List<Flows.Flow> flows) {
    Map<Long, Long> pairs = new TreeMap<>();
    long all = 0;
    for (Flows.Flow flow : flows) {
      pairs.merge((long) flow.from() * regions.count() + flow.to(), flow.trips(), Long::sum);
      all += flow.trips();
    }
    try (TableWriter table = table("from", "to", "trips", "share")) {
      for (Map.Entry<Long, Long> pair : pairs.entrySet()) {
        if (pair.getValue() > DayOption.THRESHOLD) {
          table.row(
              regions.code((int) (pair.getKey() / regions.count())),
              regions.code((int) (pair.getKey() % regions.count())),
              pair.getValue(),
              Math.rint(1e6 * pair.getValue() / all) / 1e6);
        }
      }
    }
  }

  private void byRegion(Regions regions, List<Flows.Flow> flows, int persons) {
    long[] in = new long[regions.count()];
    long[] out = new long[regions.count()];
    for (Flows.Flow flow : flows) {
      in[flow.to()] += flow.trips();
      out[flow.from()] += flow.trips();
    }
    try (TableWriter table = table("region_code", "in", "out", "net", "scale_index")) {
      for (int r = 0; r < in.length; r++) {
        if (in[r] > DayOption.THRESHOLD && out[r] > DayOption.THRESHOLD) {
          double index = Math.rint(1e4 * 100 * (in[r] + out[r]) / persons) / 1e4;
          table.row(regions.code(r), in[r], out[r], in[r] - out[r], index);
        }
      }
    }
  }
}
