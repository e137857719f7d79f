package org.firebreak.cli.trace;

import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.trace.detect.DetectionParameters;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.ingest.Continuation;
import org.firebreak.trace.ingest.SightingIngest;
import org.firebreak.trace.store.BulkLoad;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.TraceStore;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Takes files into the store. */
@CommandLine.Command(
    name = "ingest",
    description = {
      "Takes files of one data standard into the store; makes the store if there is none.",
      "Standards: sighting, cell, check-in, gate-scan, ticket (with --trips), stay, interview.",
      "All of the files count together when this ends, or nothing. Giving a file twice changes"
          + " nothing."
    })
final class IngestCommand implements Callable<Integer> {

  private static final int USUAL_CHECK_IN_SECONDS = 3_600;
  private static final int LONGEST_CHECK_IN_SECONDS = 6 * 3_600;
  private static final int USUAL_GATE_SECONDS = 4 * 3_600;
  private static final int LONGEST_GATE_SECONDS = 16 * 3_600;

  /** The data standards a store takes. */
  enum Standard {
    SIGHTING,
    CELL,
    CHECK_IN,
    GATE_SCAN,
    TICKET,
    STAY,
    INTERVIEW
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;
  @CommandLine.Mixin private StoreOption store = new StoreOption();

  @CommandLine.Option(
      names = "--cells",
      paramLabel = "FILE",
      description = "cells: cell, longitude, latitude, radius_metres, region_code")
  private @Nullable Path cells;

  @CommandLine.Option(
      names = "--trips",
      paramLabel = "FILE",
      description = "vehicle trips: trip, kind, sequence, stop, region_code, arrival, departure")
  private @Nullable Path trips;

  @CommandLine.Option(
      names = "--offset",
      paramLabel = "+08:00",
      description =
          "offset from UTC at which the days of a new store begin, and of times that say none"
              + " (default: days in UTC, times must say it)")
  private @Nullable ZoneOffset offset;

  @CommandLine.Option(
      names = "--coordinates",
      description = "system of coordinates: wgs84 (default), gcj02, bd09")
  private CoordinateSystem system = CoordinateSystem.WGS84;

  @CommandLine.Option(names = "--threads", description = "threads (default: all cores)")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Parameters(
      index = "0",
      paramLabel = "STANDARD",
      converter = StandardConverter.class,
      description = "sighting, cell, check-in, gate-scan, ticket, stay or interview")
  private Standard standard;

  @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "FILE", description = "CSV")
  private List<Path> files;

  /** Reads {@code check-in} as CHECK_IN. */
  static final class StandardConverter implements CommandLine.ITypeConverter<Standard> {
    @Override
    public Standard convert(String word) {
      String name = word.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
      for (Standard standard : Standard.values()) {
        if (standard.name().equals(name)) {
          return standard;
        }
      }
      throw new CommandLine.TypeConversionException(
          "'"
              + word
              + "' is not one of sighting, cell, check-in, gate-scan, ticket, stay, interview");
    }
  }

  @Override
  public Integer call() {
    RefusedRows rows = new RefusedRows();
    long stays;
    try (TraceStore writer = TraceStore.open(store.storage(), Optional.ofNullable(offset))) {
      stays = load(writer, rows);
      writer.merge(1);
    }
    rows.first().forEach(problem -> spec.commandLine().getErr().println("refused: " + problem));
    List<String> columns = List.of("standard", "rows", "refused", "stays");
    try (TableWriter table = new TableWriter(spec.commandLine().getOut(), store.json(), columns)) {
      String word = standard.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
      table.row(word, rows.rows(), rows.refused(), stays);
    }
    if (rows.rows() == 0 && rows.refused() > 0) {
      throw new DataException(
          "all-refused",
          "All " + rows.refused() + " rows were refused; the first: " + rows.first().getFirst());
    }
    return 0;
  }

  private long load(TraceStore writer, RefusedRows rows) {
    Integer defaultOffset = offset == null ? null : Integer.valueOf(offset.getTotalSeconds());
    try (Snapshot before = writer.snapshot();
        BulkLoad load = writer.bulk()) {
      PlaceMap map = new PlaceMap();
      for (int place : before.describedPlaces()) {
        map.put(place, before.place(place));
      }
      RowIngest ingest = new RowIngest(load, map, rows, defaultOffset, system);
      if (cells != null) {
        ingest.cells(cells, new RefusedRows());
      }
      switch (standard) {
        case CELL -> files.forEach(file -> ingest.cells(file, rows));
        case STAY -> files.forEach(file -> ingest.stays(file, false));
        case INTERVIEW -> files.forEach(file -> ingest.stays(file, true));
        case CHECK_IN ->
            ingest.passages(files, true, USUAL_CHECK_IN_SECONDS, LONGEST_CHECK_IN_SECONDS);
        case GATE_SCAN -> ingest.passages(files, false, USUAL_GATE_SECONDS, LONGEST_GATE_SECONDS);
        case TICKET -> new TicketIngest(load, rows, defaultOffset).tickets(trips, files);
        case SIGHTING -> sightings(load, map, before, defaultOffset, rows);
      }
      load.commit();
      return load.stays();
    }
  }

  private void sightings(
      BulkLoad load,
      PlaceMap map,
      Snapshot before,
      @Nullable Integer defaultOffset,
      RefusedRows rows) {
    DetectionParameters parameters = DetectionParameters.DEFAULT;
    Path spill = store.folder().resolve("sightings");
    SightingIngest.Report report =
        new SightingIngest(load, map, threads, spill, defaultOffset, system)
            .run(
                files,
                parameters,
                new Continuation(before, before.personCount(), parameters.gapSecondsMax()));
    rows.addAll(report.sightings(), report.refused(), report.problems());
  }
}
