package org.firebreak.city.output;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntConsumer;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.PlaceKind;
import org.firebreak.city.life.Travel;
import org.firebreak.city.people.People;
import org.firebreak.city.region.Region;
import org.firebreak.city.surveillance.CaseReport;
import org.firebreak.city.trace.CellNetwork;
import org.firebreak.city.trace.Gates;
import org.firebreak.city.trace.LocalTimes;
import org.firebreak.city.trace.Phones;
import org.firebreak.city.trace.Stay;
import org.firebreak.city.trace.Stays;

/**
 * Writes where all people were, and what phones, gates and tickets show of it: {@code stay.csv},
 * {@code cell.csv}, {@code sighting.csv}, {@code check-in.csv}, {@code gate-scan.csv}, {@code
 * ticket.csv}, {@code vehicle-trip.csv}, and {@code trace-case.csv}, which joins cases to persons.
 * About 70 bytes a stay; memory stays flat. For one thread.
 */
public final class TraceWriter {

  private final City city;
  private final Path directory;
  private final Life life;
  private final CellNetwork network;
  private final Phones phones;
  private final Gates gates;

  /**
   * @param phoneShare of people from 12 to 75 years with a phone that is seen
   */
  public TraceWriter(City city, Path directory, double phoneShare) {
    long seed = city.parameters().seed();
    this.city = city;
    this.directory = directory;
    this.life = city.life();
    this.network = new CellNetwork(life, city.geography(), seed);
    this.phones = new Phones(city.people(), network, phoneShare, seed);
    this.gates = new Gates(seed);
  }

  /** The open files of a run. */
  private record Files(
      CsvFile stays, CsvFile sightings, CsvFile checkIns, CsvFile scans, CsvFile tickets) {}

  /**
   * Writes all files.
   *
   * @param progress told each day when it is written
   */
  public void write(IntConsumer progress) {
    writeCells();
    writeCases();
    String[] passage = {"person", "place", "time", "direction"};
    try (CsvFile stays = file("stay.csv", "person", "place", "kind", "from", "to");
        CsvFile sightings = file("sighting.csv", "person", "time", "cell");
        CsvFile checkIns = file("check-in.csv", passage);
        CsvFile scans = file("gate-scan.csv", passage);
        CsvFile tickets = file("ticket.csv", "person", "trip", "carriage", "seat", "from", "to");
        CsvFile trips =
            file(
                "vehicle-trip.csv",
                "trip",
                "kind",
                "sequence",
                "stop",
                "region_code",
                "arrival",
                "departure")) {
      Files files = new Files(stays, sightings, checkIns, scans, tickets);
      for (int day = 0; day < life.timeline().days(); day++) {
        writeTrips(trips, writeDay(day, files), day);
        progress.accept(day);
      }
    }
  }

  private CsvFile file(String name, String... header) {
    return new CsvFile(directory.resolve(name), header);
  }

  private Set<Long> writeDay(int day, Files files) {
    LocalTimes times = new LocalTimes(life.timeline().date(day));
    Stays stays = new Stays(life, city.epidemic().confinement());
    Set<Long> trains = new TreeSet<>();
    for (int person = 0; person < city.people().size(); person++) {
      List<Stay> ofDay = stays.of(person, day);
      String name = TruthWriter.person(person);
      boolean phone = phones.has(person);
      for (Stay stay : ofDay) {
        writeStay(name, person, day, phone, stay, times, files);
        if (Place.kind(stay.place()) == PlaceKind.TRAIN) {
          writeTicket(name, person, day, stay.place(), files.tickets());
          trains.add(stay.place());
        }
      }
      if (phone) {
        phones.sightings(
            person,
            day,
            ofDay,
            (p, d, second, cell) ->
                files.sightings().row(name, times.at(second), network.cells().get(cell).id()));
      }
    }
    return trains;
  }

  private void writeStay(
      String name, int person, int day, boolean phone, Stay stay, LocalTimes times, Files files) {
    String place = Place.name(stay.place(), life.timeline().date(day));
    String from = times.at(60 * stay.fromMinute());
    String to = times.at(60 * stay.toMinute());
    files.stays().row(name, place, Place.kind(stay.place()).word(), from, to);
    if (phone) {
      passage(files.checkIns(), name, place, from, to, gates.checkIn(person, day, stay));
    }
    passage(files.scans(), name, place, from, to, gates.scan(stay));
  }

  private static void passage(
      CsvFile file, String name, String place, String from, String to, Gates.Passage passage) {
    if (passage.arrival()) {
      file.row(name, place, from, "in");
    }
    if (passage.departure()) {
      file.row(name, place, to, "out");
    }
  }

  private void writeTicket(String name, int person, int day, long carriage, CsvFile tickets) {
    Travel.Journey journey =
        life.travel()
            .findJourney(person, day)
            .orElseThrow(() -> new IllegalStateException(name + " has no seat"));
    int[] ends = life.travel().citiesOf(carriage);
    String place = Place.name(carriage, life.timeline().date(day));
    int slash = place.indexOf('/');
    tickets.row(
        name,
        place.substring(0, slash),
        place.substring(slash + 1),
        journey.seat(),
        station(ends[0]),
        station(ends[1]));
  }

  private void writeTrips(CsvFile file, Set<Long> carriages, int day) {
    LocalTimes times = new LocalTimes(life.timeline().date(day));
    Set<String> written = new TreeSet<>();
    for (long carriage : carriages) {
      String trip = Place.tripName(carriage, life.timeline().date(day));
      if (written.add(trip)) {
        int[] ends = life.travel().citiesOf(carriage);
        int[] minutes = life.travel().timesOf(carriage);
        String departure = times.at(60 * minutes[0]);
        String arrival = times.at(60 * minutes[1]);
        file.row(trip, "train", 1, station(ends[0]), cityRegion(ends[0]).code(), "", departure);
        file.row(trip, "train", 2, station(ends[1]), cityRegion(ends[1]).code(), arrival, "");
      }
    }
  }

  private Region cityRegion(int number) {
    People people = city.people();
    for (int leaf = 0; leaf < people.leafCount(); leaf++) {
      if (life.travel().cityOfLeaf(leaf) == number) {
        return people.tree().cityOf(people.tree().leaves().get(leaf));
      }
    }
    throw new IllegalArgumentException("There is no city " + number);
  }

  private String station(int number) {
    return cityRegion(number).nameZh() + "站";
  }

  private void writeCells() {
    try (CsvFile file =
        file("cell.csv", "cell", "longitude", "latitude", "radius_metres", "region_code")) {
      for (CellNetwork.Cell cell : network.cells()) {
        file.row(
            cell.id(),
            String.format(Locale.ROOT, "%.6f", cell.longitude()),
            String.format(Locale.ROOT, "%.6f", cell.latitude()),
            cell.radiusMetres(),
            city.people().tree().leaves().get(cell.leaf()).code());
      }
    }
  }

  private void writeCases() {
    try (CsvFile file = file("trace-case.csv", "case_id", "person", "onset", "report")) {
      for (CaseReport report : city.surveillance().cases()) {
        Course course = report.infection().course();
        file.row(
            report.caseId(),
            TruthWriter.person(report.infection().person()),
            course.symptomatic() ? life.timeline().date(course.onset()) : "",
            life.timeline().date(report.reportDay()));
      }
    }
  }
}
