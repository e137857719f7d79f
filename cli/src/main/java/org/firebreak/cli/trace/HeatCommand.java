package org.firebreak.cli.trace;

import com.uber.h3core.H3Core;
import com.uber.h3core.util.LatLng;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.population.Heat;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** People by grid cell and hour. */
@CommandLine.Command(
    name = "heat",
    description = {
      "People in each H3 cell at half past each hour of a day.",
      "A person counts once an hour, by their most precise stay. Rows of 15 people or fewer are left"
          + " out."
    })
final class HeatCommand implements Callable<Integer> {

  private static final int RESOLUTION_MAX = 12;
  private static final List<String> COLUMNS =
      List.of("h3", "longitude", "latitude", "hour", "persons");

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();
  @CommandLine.Mixin private DayOption day = new DayOption();

  @CommandLine.Option(
      names = "--resolution",
      description = "of the H3 grid, 0 to 12 (default 7: cells of 5 square kilometres)")
  private int resolution = 7;

  @Override
  public Integer call() {
    if (resolution < 0 || resolution > RESOLUTION_MAX) {
      throw new UserException(
          "resolution-out-of-range", "--resolution must be 0..12, was " + resolution);
    }
    H3Core grid;
    try {
      grid = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    try (Snapshot snapshot = store.open();
        TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), COLUMNS)) {
      List<Long> cells = new ArrayList<>();
      int[] areaOf = areas(snapshot, grid, cells);
      for (Heat.Count count :
          Heat.of(day.find(snapshot), areaOf, snapshot.personCount(), day.threads())) {
        if (count.persons() > DayOption.THRESHOLD) {
          long cell = cells.get(count.area());
          LatLng middle = grid.cellToLatLng(cell);
          table.row(
              Long.toHexString(cell),
              Math.rint(1e6 * middle.lng) / 1e6,
              Math.rint(1e6 * middle.lat) / 1e6,
              count.hour(),
              count.persons());
        }
      }
    }
    return 0;
  }

  private int[] areas(Snapshot snapshot, H3Core grid, List<Long> cells) {
    int[] areaOf = new int[snapshot.placeCount()];
    Arrays.fill(areaOf, Heat.UNKNOWN);
    Map<Long, Integer> numbers = new HashMap<>();
    for (int place : snapshot.describedPlaces()) {
      Coordinate at = snapshot.place(place).position();
      if (at != null) {
        long cell = grid.latLngToCell(at.latitude(), at.longitude(), resolution);
        Integer number = numbers.get(cell);
        if (number == null) {
          number = cells.size();
          numbers.put(cell, number);
          cells.add(cell);
        }
        areaOf[place] = number;
      }
    }
    return areaOf;
  }
}
