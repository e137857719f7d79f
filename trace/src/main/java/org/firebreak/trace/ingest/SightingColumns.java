package org.firebreak.trace.ingest;

import com.uber.h3core.H3Core;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.trace.store.BulkLoad;

/**
 * Which columns of a sighting file say person, time and place: a cell, or coordinates, which become
 * cells of the H3 grid. Immutable; safe for use by several threads.
 */
final class SightingColumns {

  /** No place could be read. */
  static final int NO_PLACE = Integer.MIN_VALUE;

  /** Resolution of the grid: an edge of about 66 m, that of good positions from phones. */
  static final int GRID_RESOLUTION = 10;

  static final String GRID_PREFIX = "h3:";

  private final byte delimiter;
  private final int fields;
  private final int person;
  private final int time;
  private final int cell;
  private final int longitude;
  private final int latitude;
  private final CoordinateSystem system;
  private final H3Core grid;

  /**
   * @param header the first line of the file
   * @throws UserException if a column is missing
   */
  SightingColumns(String file, String header, CoordinateSystem system) {
    String line = header.startsWith("\uFEFF") ? header.substring(1) : header;
    char best = line.indexOf(';') >= 0 ? ';' : line.indexOf('\t') >= 0 ? '\t' : ',';
    this.delimiter = (byte) best;
    List<String> names = new ArrayList<>();
    for (String name : line.strip().split(String.valueOf(best), -1)) {
      names.add(name.strip().replace("\"", ""));
    }
    this.fields = names.size();
    this.person = names.indexOf("person");
    this.time = names.indexOf("time");
    this.cell = names.indexOf("cell");
    this.longitude = names.indexOf("longitude");
    this.latitude = names.indexOf("latitude");
    this.system = system;
    if (person < 0 || time < 0 || (cell < 0 && (longitude < 0 || latitude < 0))) {
      throw new UserException(
          "column-missing",
          "%s, line 1: a sighting needs the columns person, time, and cell or longitude and latitude; there are %s"
              .formatted(file, String.join(", ", names)));
    }
    try {
      this.grid = H3Core.newInstance();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  byte delimiter() {
    return delimiter;
  }

  int fields() {
    return fields;
  }

  int person() {
    return person;
  }

  int time() {
    return time;
  }

  boolean hasCells() {
    return cell >= 0;
  }

  /** The number of the place; below 0, -1 - its index in {@code fresh}; or {@link #NO_PLACE}. */
  int placeOf(byte[] text, int[] starts, int[] ends, BulkLoad load, NameBlock fresh) {
    byte[] name = text;
    int from;
    int to;
    if (cell >= 0 && starts[cell] < ends[cell]) {
      from = starts[cell];
      to = ends[cell];
    } else {
      if (longitude < 0 || latitude < 0) {
        return NO_PLACE;
      }
      double east = number(text, starts[longitude], ends[longitude]);
      double north = number(text, starts[latitude], ends[latitude]);
      if (!(east >= -180 && east <= 180 && north >= -90 && north <= 90)) {
        return NO_PLACE;
      }
      Coordinate at = system.toWgs84(new Coordinate(east, north));
      long h3 = grid.latLngToCell(at.latitude(), at.longitude(), GRID_RESOLUTION);
      name = (GRID_PREFIX + Long.toHexString(h3)).getBytes(StandardCharsets.US_ASCII);
      from = 0;
      to = name.length;
    }
    int number = load.findPlace(name, from, to - from);
    return number >= 0 ? number : -1 - fresh.index(name, from, to);
  }

  private static double number(byte[] text, int from, int to) {
    try {
      return Double.parseDouble(new String(text, from, to - from, StandardCharsets.US_ASCII));
    } catch (NumberFormatException e) {
      return Double.NaN;
    }
  }

  String placeProblem(byte[] text, int[] starts, int[] ends) {
    if (longitude < 0 || latitude < 0) {
      return "column cell: is empty";
    }
    return "columns longitude and latitude: '%s' and '%s' are no position on the Earth"
        .formatted(field(text, starts, ends, longitude), field(text, starts, ends, latitude));
  }

  private static String field(byte[] text, int[] starts, int[] ends, int column) {
    return new String(text, starts[column], ends[column] - starts[column], StandardCharsets.UTF_8);
  }

  /** The middle of a grid cell by its name. */
  Coordinate middle(String gridName) {
    var at =
        grid.cellToLatLng(Long.parseUnsignedLong(gridName.substring(GRID_PREFIX.length()), 16));
    return new Coordinate(at.lng, at.lat);
  }
}
