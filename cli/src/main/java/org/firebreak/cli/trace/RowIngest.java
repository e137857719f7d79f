package org.firebreak.cli.trace;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.cli.trace.RowFile.RefusedRow;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.Stay;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.ingest.PassageStays;
import org.firebreak.trace.store.BulkLoad;
import org.firebreak.trace.store.TraceStore;
import org.jspecify.annotations.Nullable;

/** Reads stays, interviews, cells and passages into a load. For one thread. */
final class RowIngest {

  private final BulkLoad load;
  private final PlaceMap map;
  private final RefusedRows refused;
  private final @Nullable Integer defaultOffsetSeconds;
  private final CoordinateSystem system;

  RowIngest(
      BulkLoad load,
      PlaceMap map,
      RefusedRows refused,
      @Nullable Integer defaultOffsetSeconds,
      CoordinateSystem system) {
    this.load = load;
    this.map = map;
    this.refused = refused;
    this.defaultOffsetSeconds = defaultOffsetSeconds;
    this.system = system;
  }

  /** Cells of the mobile network, or any places: name, position, radius, region. */
  void cells(Path file, RefusedRows rows) {
    RowFile.read(
        file,
        defaultOffsetSeconds,
        List.of("cell", "longitude", "latitude"),
        rows,
        row -> {
          int radius = (int) row.number("radius_metres", PlaceKind.CELL.typicalRadiusMetres());
          if (radius < 0) {
            throw row.refuse("radius_metres", "must not be negative");
          }
          Coordinate at = position(row).orElseThrow(() -> row.refuse("longitude", "is empty"));
          Place place =
              new Place(name(row, "cell"), PlaceKind.CELL, at, radius, row.find("region_code"));
          map.put(load.describe(place), place);
        });
  }

  private Optional<Coordinate> position(RowFile row) throws RefusedRow {
    if (row.find("longitude").isEmpty() || row.find("latitude").isEmpty()) {
      return Optional.empty();
    }
    double longitude = row.number("longitude", Double.NaN);
    double latitude = row.number("latitude", Double.NaN);
    if (!(longitude >= -180 && longitude <= 180)) {
      throw row.refuse("longitude", "must be -180..180");
    }
    if (!(latitude >= -90 && latitude <= 90)) {
      throw row.refuse("latitude", "must be -90..90");
    }
    return Optional.of(system.toWgs84(new Coordinate(longitude, latitude)));
  }

  static String name(RowFile row, String column) throws RefusedRow {
    String name = row.get(column);
    if (4 * name.length() > TraceStore.NAME_BYTES_MAX) {
      throw row.refuse(column, "is longer than " + TraceStore.NAME_BYTES_MAX / 4 + " characters");
    }
    return name;
  }

  /** Stays as they are: person, place, kind, from, to; also row, precision, position, region. */
  void stays(Path file, boolean interview) {
    Source source = interview ? Source.INTERVIEW : Source.STAY;
    RowFile.read(
        file,
        defaultOffsetSeconds,
        List.of("person", "place", "from", "to"),
        refused,
        row -> {
          PlaceKind kind = kind(row);
          long from = row.time("from");
          long to = row.time("to");
          if (to <= from) {
            throw row.refuse("to", "must be after from");
          }
          int seat = (int) row.number("row", 0);
          if (seat < 0 || seat > Stay.ROW_MAX) {
            throw row.refuse("row", "must be 0.." + Stay.ROW_MAX);
          }
          int precision = (int) row.number("precision_metres", kind.typicalRadiusMetres());
          if (precision < 0) {
            throw row.refuse("precision_metres", "must not be negative");
          }
          int place = place(row, kind);
          load.stay(
              load.person(name(row, "person")),
              place,
              Evidence.code(kind, source, precision),
              seat,
              from,
              to);
        });
  }

  private static PlaceKind kind(RowFile row) throws RefusedRow {
    String word = row.find("kind");
    if (word.isEmpty()) {
      return PlaceKind.OTHER;
    }
    return PlaceKind.find(word).orElseThrow(() -> row.refuse("kind", "is not a kind of place"));
  }

  private int place(RowFile row, PlaceKind kind) throws RefusedRow {
    String name = name(row, "place");
    Optional<Coordinate> at = position(row);
    String region = row.find("region_code");
    if (at.isEmpty() && region.isEmpty()) {
      return load.place(name, kind);
    }
    Place place = new Place(name, kind, at.orElse(null), kind.typicalRadiusMetres(), region);
    int number = load.describe(place);
    map.put(number, place);
    return number;
  }

  /** Check-ins or gate scans: person, place, time, direction. */
  void passages(List<Path> files, boolean checkIn, int usualSeconds, int longestSeconds) {
    PassageStays passages = new PassageStays(usualSeconds, longestSeconds);
    Source source = checkIn ? Source.CHECK_IN : Source.GATE_SCAN;
    for (Path file : files) {
      RowFile.read(
          file,
          defaultOffsetSeconds,
          List.of("person", "place", "time"),
          refused,
          row -> {
            String direction = row.find("direction");
            boolean in = direction.isEmpty() || direction.equalsIgnoreCase("in");
            if (!in && !direction.equalsIgnoreCase("out")) {
              throw row.refuse("direction", "must be in or out");
            }
            long time = row.time("time");
            PlaceKind kind = row.find("kind").isEmpty() ? PlaceKind.VENUE : kind(row);
            int place = place(row, kind);
            passages.passage(load.person(name(row, "person")), place, time, in);
          });
    }
    passages.stays(
        place -> {
          PlaceKind kind = load.placeKind(place);
          return Evidence.code(kind, source, kind.typicalRadiusMetres());
        },
        load);
  }
}
