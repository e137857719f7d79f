package org.firebreak.cli.trace;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.population.Homes;
import org.firebreak.trace.population.Regions;
import org.firebreak.trace.store.DaySegments;
import org.firebreak.trace.store.Snapshot;
import picocli.CommandLine;

/** What every question to a population takes. */
final class DayOption {

  /** Of fewer people nothing is told: a count must be above this. */
  static final int THRESHOLD = 15;

  @CommandLine.Option(names = "--day", required = true, description = "the day, as 2026-06-17")
  private LocalDate day;

  @CommandLine.Option(
      names = "--home-days",
      description = "days up to this one from which homes are found (default 28)")
  private int homeDays = 28;

  @CommandLine.Option(
      names = "--home",
      description =
          "region that stands for a day: last (where the day ends, default) or longest (most time)")
  private Homes.Daily daily = Homes.Daily.LAST;

  @CommandLine.Option(names = "--threads", description = "threads (default: all cores)")
  private int threads = Runtime.getRuntime().availableProcessors();

  int threads() {
    return threads;
  }

  DaySegments find(Snapshot snapshot) {
    for (DaySegments segments : snapshot.days()) {
      if (segments.date(snapshot.offsetSeconds()).equals(day)) {
        return segments;
      }
    }
    throw new UserException("day-missing", "The store holds no stays of " + day);
  }

  Homes homes(Snapshot snapshot, Regions regions) {
    List<DaySegments> days =
        snapshot.days().stream()
            .filter(d -> !d.date(snapshot.offsetSeconds()).isAfter(day))
            .filter(d -> d.date(snapshot.offsetSeconds()).isAfter(day.minusDays(homeDays)))
            .toList();
    return Homes.of(days, regions, daily, snapshot.personCount(), threads);
  }

  static Regions regions(Snapshot snapshot) {
    Regions regions = Regions.of(snapshot);
    if (regions.count() == 0) {
      throw new UserException(
          "regions-missing",
          "The store knows the region of no place; ingest cells or places with a region_code first");
    }
    return regions;
  }

  static PlaceMap map(Snapshot snapshot) {
    PlaceMap map = new PlaceMap();
    for (int place : snapshot.describedPlaces()) {
      map.put(place, snapshot.place(place));
    }
    return map;
  }
}
