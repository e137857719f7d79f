package org.firebreak.cli.trace;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.trace.RowFile.RefusedRow;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.store.BulkLoad;
import org.jspecify.annotations.Nullable;

/**
 * Reads tickets: a stay in a carriage (place {@code TRIP/CARRIAGE}) from the departure at one stop
 * to the arrival at another. For one thread.
 */
final class TicketIngest {

  private static final Pattern SEAT = Pattern.compile("0*(\\d{1,4})\\s*[A-Za-z]");
  private static final long UNKNOWN = Long.MIN_VALUE;

  /** A stop of a trip. */
  private record Stop(int sequence, String name, long arrival, long departure) {}

  /** A trip of a vehicle. */
  private record Trip(PlaceKind kind, List<Stop> stops) {}

  private final BulkLoad load;
  private final RefusedRows refused;
  private final @Nullable Integer defaultOffsetSeconds;
  private final Map<String, Trip> trips = new HashMap<>();

  TicketIngest(BulkLoad load, RefusedRows refused, @Nullable Integer defaultOffsetSeconds) {
    this.load = load;
    this.refused = refused;
    this.defaultOffsetSeconds = defaultOffsetSeconds;
  }

  void tickets(@Nullable Path tripFile, List<Path> files) {
    if (tripFile == null) {
      throw new UserException(
          "trips-missing", "Tickets need the times of their trips: give --trips FILE");
    }
    readTrips(tripFile);
    for (Path file : files) {
      RowFile.read(
          file,
          defaultOffsetSeconds,
          List.of("person", "trip", "from", "to"),
          refused,
          this::ticket);
    }
  }

  private void readTrips(Path file) {
    RefusedRows wrong = new RefusedRows();
    RowFile.read(
        file,
        defaultOffsetSeconds,
        List.of("trip", "kind", "sequence", "stop", "arrival", "departure"),
        wrong,
        row -> {
          Trip trip =
              trips.computeIfAbsent(
                  row.get("trip"), name -> new Trip(kindOf(row), new ArrayList<>()));
          long arrival = row.find("arrival").isEmpty() ? UNKNOWN : row.time("arrival");
          long departure = row.find("departure").isEmpty() ? UNKNOWN : row.time("departure");
          if (arrival == UNKNOWN && departure == UNKNOWN) {
            throw row.refuse("departure", "or an arrival is needed");
          }
          trip.stops()
              .add(new Stop((int) row.number("sequence", 0), row.get("stop"), arrival, departure));
        });
    for (String problem : wrong.first()) {
      refused.add(problem);
    }
    trips
        .values()
        .forEach(trip -> trip.stops().sort((a, b) -> Integer.compare(a.sequence(), b.sequence())));
  }

  private static PlaceKind kindOf(RowFile row) {
    String word = row.find("kind").toLowerCase(Locale.ROOT);
    return switch (word) {
      case "flight", "plane", "air" -> PlaceKind.AIRCRAFT;
      case "rail", "railway" -> PlaceKind.TRAIN;
      case "bus" -> PlaceKind.COACH;
      case "ferry", "boat" -> PlaceKind.SHIP;
      case "metro", "subway", "tram" -> PlaceKind.TRANSIT;
      case "taxi" -> PlaceKind.CAR;
      default -> PlaceKind.find(word).orElse(PlaceKind.OTHER);
    };
  }

  private void ticket(RowFile row) throws RefusedRow {
    Trip trip = trips.get(row.get("trip"));
    if (trip == null) {
      throw row.refuse("trip", "is not in the file of trips");
    }
    int from = stop(trip, row, "from", 0);
    int to = stop(trip, row, "to", from + 1);
    Stop first = trip.stops().get(from);
    Stop last = trip.stops().get(to);
    long begin = first.departure() == UNKNOWN ? first.arrival() : first.departure();
    long end = last.arrival() == UNKNOWN ? last.departure() : last.arrival();
    if (end <= begin) {
      throw row.refuse("to", "is reached before the departure");
    }
    String carriage = row.find("carriage");
    String name = row.get("trip") + (carriage.isEmpty() ? "" : "/" + carriage);
    PlaceKind kind = trip.kind();
    load.stay(
        load.person(RowIngest.name(row, "person")),
        load.place(name, kind),
        Evidence.code(kind, Source.TICKET, kind.typicalRadiusMetres()),
        seatRow(row.find("seat")),
        begin,
        end);
  }

  private static int stop(Trip trip, RowFile row, String column, int start) throws RefusedRow {
    String name = row.get(column);
    for (int i = start; i < trip.stops().size(); i++) {
      if (trip.stops().get(i).name().equals(name)) {
        return i;
      }
    }
    throw row.refuse(column, "is not a stop of the trip, or not in this order");
  }

  /** 12 of seat 12A; a number alone says no row. */
  private static int seatRow(String seat) {
    Matcher matcher = SEAT.matcher(seat);
    return matcher.matches() ? Integer.parseInt(matcher.group(1)) : 0;
  }
}
