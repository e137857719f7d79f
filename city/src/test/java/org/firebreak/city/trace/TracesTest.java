package org.firebreak.city.trace;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.output.IncidentWriter;
import org.firebreak.city.output.TraceWriter;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TracesTest {

  @TempDir private static Path directory;

  private static City city;

  @BeforeAll
  static void generate() {
    CityParameters parameters = CityParameters.fictitious(7, 8_000, 10, CityParameters.DEFAULT_END);
    city = City.generate(parameters, day -> {});
    new IncidentWriter(city, directory, what -> {}).write();
    new TraceWriter(city, directory, 0.9).write(day -> {});
  }

  private record Row(String person, String place, OffsetDateTime from, OffsetDateTime to) {}

  private static List<String[]> rows(String file) throws IOException {
    List<String[]> rows = new ArrayList<>();
    for (String line : Files.readAllLines(directory.resolve(file))) {
      rows.add(line.split(",", -1));
    }
    return rows.subList(1, rows.size());
  }

  private static Map<String, List<Row>> staysByPerson() throws IOException {
    Map<String, List<Row>> stays = new HashMap<>();
    for (String[] row : rows("stay.csv")) {
      Row stay =
          new Row(row[0], row[1], OffsetDateTime.parse(row[3]), OffsetDateTime.parse(row[4]));
      stays.computeIfAbsent(row[0], k -> new ArrayList<>()).add(stay);
    }
    return stays;
  }

  private static boolean at(List<Row> stays, String place, OffsetDateTime time) {
    return stays.stream()
        .anyMatch(s -> s.place().equals(place) && !s.from().isAfter(time) && s.to().isAfter(time));
  }

  @Test
  void everyTrueInfectionStandsInTheStaysOfBoth() throws IOException {
    Map<String, List<Row>> stays = staysByPerson();
    int infections = 0;
    for (String[] row : rows("truth/infections.csv")) {
      if (!row[9].equals("imported")) {
        OffsetDateTime time = OffsetDateTime.parse(row[7]);
        assertTrue(at(stays.getOrDefault(row[1], List.of()), row[8], time), row[1]);
        assertTrue(at(stays.getOrDefault(row[5], List.of()), row[8], time), row[5]);
        infections++;
      }
    }
    assertTrue(infections >= 10, "only " + infections + " infections to check");
  }

  @Test
  void staysOfAPersonDoNotOverlap() throws IOException {
    double count = 0;
    for (List<Row> stays : staysByPerson().values()) {
      OffsetDateTime end = OffsetDateTime.MIN;
      for (Row stay : stays) {
        assertTrue(!stay.from().isBefore(end), stay.toString());
        assertTrue(stay.from().isBefore(stay.to()));
        end = stay.to();
        count++;
      }
    }
    double perDay = count / (city.people().size() * 10.0);
    assertTrue(perDay > 4 && perDay < 8, "stays a day " + perDay);
  }

  @Test
  void sightingsFitTheStaysButForPingPong() throws IOException {
    Set<String> people = new HashSet<>();
    int sightings = 0;
    Map<String, String> regionOfCell = new HashMap<>();
    rows("cell.csv").forEach(row -> regionOfCell.put(row[0], row[4]));
    for (String[] row : rows("sighting.csv")) {
      people.add(row[0]);
      sightings++;
      assertTrue(regionOfCell.containsKey(row[2]));
    }
    double share = people.size() / (double) city.people().size();
    assertTrue(share > 0.7 && share < 0.9, "share with a phone " + share);
    double perDay = sightings / (people.size() * 10.0);
    assertTrue(perDay > 15 && perDay < 45, "sightings a day " + perDay);
  }

  @Test
  void homeCellIsTheMostFrequentAtNight() {
    CellNetwork network = new CellNetwork(city.life(), city.geography(), 7);
    Phones phones = new Phones(city.people(), network, 1, 7);
    Stays stays = new Stays(city.life(), city.epidemic().confinement());
    int right = 0;
    int all = 0;
    for (int person = 0; person < 2000; person += 10) {
      List<Stay> day = stays.of(person, 1);
      int home = network.cellOf(day.getFirst().place(), 0);
      int[] count = new int[2];
      phones.sightings(
          person,
          1,
          day,
          (p, d, second, cell) -> {
            if (second < 6 * 3600) {
              count[cell == home ? 0 : 1]++;
            }
          });
      right += count[0];
      all += count[0] + count[1];
    }
    assertEquals(0.88, (double) right / all, 0.06);
  }

  @Test
  void ticketsNameSeatsOfTripsThatRunAndNoSeatIsSoldTwice() throws IOException {
    Set<String> trips = new HashSet<>();
    rows("vehicle-trip.csv").forEach(row -> trips.add(row[0]));
    Set<String> seats = new HashSet<>();
    int there = 0;
    for (String[] row : rows("ticket.csv")) {
      assertTrue(trips.contains(row[1]), row[1]);
      assertTrue(seats.add(row[1] + "/" + row[2] + "/" + row[3]), "seat sold twice");
      there += row[1].startsWith("t0") ? 1 : -1;
    }
    assertTrue(!seats.isEmpty());
    assertEquals(0, there, "as many there as back");
  }

  @Test
  void checkInsAndScansAreOfRealStays() throws IOException {
    Map<String, List<Row>> stays = staysByPerson();
    for (String file : List.of("check-in.csv", "gate-scan.csv")) {
      int checked = 0;
      for (String[] row : rows(file)) {
        OffsetDateTime time = OffsetDateTime.parse(row[2]);
        boolean fits =
            stays.getOrDefault(row[0], List.of()).stream()
                .filter(s -> s.place().equals(row[1]))
                .anyMatch(s -> (row[3].equals("in") ? s.from() : s.to()).equals(time));
        assertTrue(fits, String.join(",", row));
        checked++;
      }
      assertTrue(checked > 1000, file);
    }
  }
}
