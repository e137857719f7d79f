package org.firebreak.trace.population;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Source;
import org.firebreak.trace.Stay;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.store.DaySegments;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.TraceStore;
import org.firebreak.trace.testing.MemoryFolder;
import org.firebreak.trace.testing.RandomStays;
import org.junit.jupiter.api.Test;

/** The scans, against maps filled stay by stay. */
class PopulationTest {

  private static final int PERSONS = 300;
  private static final int PLACES = 40;
  private static final int DAYS = 5;
  private static final long START = RandomStays.START;
  private static final Regions REGIONS = regions();

  /** Places 0 to 34 lie in seven regions, the others in none that is known. */
  private static Regions regions() {
    int[] ofPlace = new int[PLACES];
    for (int i = 0; i < PLACES; i++) {
      ofPlace[i] = i < 35 ? i % 7 : Regions.UNKNOWN;
    }
    return Regions.of(ofPlace, List.of("a", "b", "c", "d", "e", "f", "g"));
  }

  /** Stays one after the other, none over midnight; days[d][person] in order. */
  private final List<List<List<Stay>>> days = new ArrayList<>();

  private Snapshot store(int flushEvery) {
    Random random = new Random(8);
    MemoryFolder folder = new MemoryFolder();
    try (TraceStore store = TraceStore.open(folder, Optional.empty())) {
      for (int i = 0; i < PERSONS; i++) {
        store.person("p" + i);
      }
      for (int i = 0; i < PLACES; i++) {
        store.place("l" + i, PlaceKind.SHOP);
      }
      int written = 0;
      for (int day = 0; day < DAYS; day++) {
        days.add(new ArrayList<>());
        for (int person = 0; person < PERSONS; person++) {
          List<Stay> ofPerson = new ArrayList<>();
          int time = random.nextInt(20_000);
          while (time < 85_000 && random.nextInt(8) > 0) {
            int end = Math.min(86_400, time + 60 + random.nextInt(15_000));
            long start = START + day * 86_400L;
            int code = Evidence.code(PlaceKind.SHOP, Source.STAY, 1 + random.nextInt(50));
            ofPerson.add(
                new Stay(person, random.nextInt(PLACES), code, 0, start + time, start + end));
            time = end + random.nextInt(3_000);
          }
          store.append(ofPerson);
          if (++written % flushEvery == 0) {
            store.append(ofPerson.subList(0, ofPerson.size() / 2)); // doubles in several files
            store.flush();
          }
          days.getLast().add(ofPerson);
        }
      }
      return store.snapshot();
    }
  }

  @Test
  void countsTripsByHour() {
    for (int flushEvery : new int[] {100, 10_000}) {
      days.clear();
      try (Snapshot snapshot = store(flushEvery)) {
        for (int day = 0; day < DAYS; day++) {
          Map<String, Long> expected = new TreeMap<>();
          for (List<Stay> ofPerson : days.get(day)) {
            int before = Regions.UNKNOWN;
            for (Stay stay : ofPerson) {
              int here = REGIONS.of(stay.place());
              if (here != Regions.UNKNOWN) {
                if (before != Regions.UNKNOWN && before != here) {
                  long hour = (stay.from() - START) % 86_400 / 3_600;
                  expected.merge(before + " " + here + " " + hour, 1L, Long::sum);
                }
                before = here;
              }
            }
          }
          for (int threads = 1; threads < 4; threads++) {
            Map<String, Long> found = new TreeMap<>();
            for (Flows.Flow f : Flows.of(snapshot.days().get(day), REGIONS, PERSONS, threads)) {
              found.put(f.from() + " " + f.to() + " " + f.hour(), f.trips());
            }
            assertEquals(expected, found);
          }
        }
      }
    }
  }

  private int daily(int day, int person, Homes.Daily daily) {
    Map<Integer, Long> seconds = new HashMap<>();
    int last = Regions.UNKNOWN;
    for (Stay stay : days.get(day).get(person)) {
      int here = REGIONS.of(stay.place());
      if (here != Regions.UNKNOWN) {
        last = here;
        seconds.merge(here, stay.seconds(), Long::sum);
      }
    }
    if (daily == Homes.Daily.LAST || seconds.isEmpty()) {
      return last;
    }
    return seconds.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
  }

  private int home(int person, Homes.Daily daily) {
    int best = Regions.UNKNOWN;
    int most = 0;
    for (int day = DAYS - 1; day >= 0; day--) {
      int region = daily(day, person, daily);
      int count = 0;
      for (int other = 0; other < DAYS; other++) {
        count += daily(other, person, daily) == region ? 1 : 0;
      }
      if (region != Regions.UNKNOWN && count > most) {
        most = count;
        best = region;
      }
    }
    return best;
  }

  @Test
  void findsHomesResidentsAndOrigins() {
    try (Snapshot snapshot = store(700)) {
      for (Homes.Daily daily : Homes.Daily.values()) {
        Homes homes = Homes.of(snapshot.days(), REGIONS, daily, PERSONS, 3);
        for (int person = 0; person < PERSONS; person++) {
          assertEquals(home(person, daily), homes.of(person), daily + " " + person);
        }
      }
      Homes homes = Homes.of(snapshot.days(), REGIONS, Homes.Daily.LAST, PERSONS, 2);
      DaySegments day = snapshot.days().get(2);
      Residents.Row[] rows = Residents.of(day, REGIONS, homes, new PlaceMap(), PERSONS, 2);
      for (int region = 0; region < REGIONS.count(); region++) {
        checkRegion(region, homes, rows[region], day);
      }
    }
  }

  private void checkRegion(int region, Homes homes, Residents.Row row, DaySegments day) {
    long residents = 0;
    long present = 0;
    long visitors = 0;
    long[] in = new long[REGIONS.count()];
    for (int person = 0; person < PERSONS; person++) {
      int home = homes.of(person);
      int here = region;
      boolean seen = days.get(2).get(person).stream().anyMatch(s -> REGIONS.of(s.place()) == here);
      residents += home == region ? 1 : 0;
      present += seen && home == region ? 1 : 0;
      visitors += seen && home != region && home != Regions.UNKNOWN ? 1 : 0;
      if (daily(2, person, Homes.Daily.LAST) == region && home != Regions.UNKNOWN) {
        in[home]++;
      }
    }
    assertEquals(residents, row.residents());
    assertEquals(present, row.residentsPresent());
    assertEquals(visitors, row.visitors());
    long[] found = Origins.of(day, REGIONS, homes, region, true, PERSONS, 2);
    org.junit.jupiter.api.Assertions.assertArrayEquals(in, found);
  }

  @Test
  void countsWhoIsThereAtHalfPast() {
    try (Snapshot snapshot = store(10_000)) {
      int[] areaOf = new int[PLACES];
      for (int i = 0; i < PLACES; i++) {
        areaOf[i] = REGIONS.of(i);
      }
      Map<String, Long> expected = new TreeMap<>();
      for (List<Stay> ofPerson : days.get(1)) {
        for (int hour = 0; hour < 24; hour++) {
          long moment = START + 86_400L + hour * 3_600L + 1_800;
          for (Stay stay : ofPerson) {
            if (stay.from() <= moment && stay.to() > moment && areaOf[stay.place()] >= 0) {
              expected.merge(areaOf[stay.place()] + " " + hour, 1L, Long::sum);
            }
          }
        }
      }
      Map<String, Long> found = new TreeMap<>();
      Heat.of(snapshot.days().get(1), areaOf, PERSONS, 2)
          .forEach(c -> found.put(c.area() + " " + c.hour(), c.persons()));
      assertEquals(expected, found);
    }
  }
}
