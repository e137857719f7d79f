package org.firebreak.trace.contact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.firebreak.trace.Encounter;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.firebreak.trace.store.Snapshot;
import org.firebreak.trace.store.TraceStore;
import org.firebreak.trace.testing.MemoryFolder;
import org.firebreak.trace.testing.RandomStays;
import org.junit.jupiter.api.Test;

/** The search on a store, against all pairs of stays compared one by one. */
class EncounterSearchTest {

  private static final int PERSONS = 40;
  private static final int PLACES = 30;
  private static final long START = RandomStays.START;
  private static final long FROM = START + 40_000;
  private static final long TO = START + 200_000;

  private final List<Stay> stays = new ArrayList<>();

  private Snapshot store(long seed, int count) {
    RandomStays random = new RandomStays(seed, PERSONS, PLACES, 3);
    MemoryFolder folder = new MemoryFolder();
    try (TraceStore store = TraceStore.open(folder, Optional.empty())) {
      for (int i = 0; i < PERSONS; i++) {
        store.person("p" + i);
      }
      for (int i = 0; i < PLACES; i++) {
        store.place("l" + i, PlaceKind.WORK);
      }
      for (int i = 0; i < count; i++) {
        Stay stay = random.next();
        stays.add(stay);
        store.append(List.of(stay));
        if (i % 100 == 0) {
          store.flush();
        }
      }
      return store.snapshot();
    }
  }

  /**
   * Seconds that two people were at one place, and its ends, by checking every second of all pairs.
   */
  private Map<Integer, BitSet> together(int person) {
    Map<Integer, BitSet> seconds = new TreeMap<>();
    for (Stay a : stays) {
      for (Stay b : stays) {
        long from = Math.max(FROM, Math.max(a.from(), b.from()));
        long to = Math.min(TO, Math.min(a.to(), b.to()));
        if (a.person() == person && b.person() != person && a.place() == b.place() && from < to) {
          seconds
              .computeIfAbsent(b.person(), other -> new BitSet())
              .set((int) (from - FROM), (int) (to - FROM));
        }
      }
    }
    return seconds;
  }

  private static int runs(BitSet bits) {
    int runs = 0;
    for (int at = bits.nextSetBit(0); at >= 0; at = bits.nextSetBit(bits.nextClearBit(at))) {
      runs++;
    }
    return runs;
  }

  @Test
  void findsWhatComparingAllPairsFinds() {
    try (Snapshot snapshot = store(5, 900)) {
      EncounterSearch search = new EncounterSearch(snapshot, Nearby.SAME_PLACE);
      for (int person = 0; person < PERSONS; person++) {
        ContactList list = new ContactList();
        search.visit(person, FROM, TO, list);
        List<Contact> contacts = list.contacts();
        Map<Integer, BitSet> expected = together(person);
        assertEquals(expected.size(), contacts.size());
        for (Contact contact : contacts) {
          BitSet seconds = expected.getOrDefault(contact.other(), new BitSet());
          assertEquals(seconds.cardinality(), contact.seconds());
          assertEquals(runs(seconds), contact.encounters());
          assertEquals(FROM + seconds.nextSetBit(0), contact.first());
          assertEquals(FROM + seconds.length(), contact.last());
        }
      }
    }
  }

  @Test
  void listsWholeEncountersOverMidnight() {
    MemoryFolder folder = new MemoryFolder();
    try (TraceStore store = TraceStore.open(folder, Optional.empty())) {
      int a = store.person("a");
      int b = store.person("b");
      int home = store.place("h", PlaceKind.HOME);
      store.append(
          List.of(
              new Stay(a, home, 0, 3, START + 80_000, START + 180_000),
              new Stay(b, home, 0, 5, START + 81_000, START + 200_000)));
      try (Snapshot snapshot = store.snapshot()) {
        List<Encounter> found =
            new EncounterSearch(snapshot, Nearby.SAME_PLACE).list(a, START, START + 300_000);
        assertEquals(1, found.size());
        assertEquals(START + 81_000, found.getFirst().from());
        assertEquals(START + 180_000, found.getFirst().to());
        assertEquals(2, found.getFirst().rows());
        assertEquals(2, snapshot.listStaysAt(home, START, START + 300_000).size());
      }
    }
  }

  @Test
  void looksNearby() {
    try (Snapshot snapshot = store(6, 600)) {
      Nearby next =
          (place, taker) -> {
            if (place + 1 < PLACES) {
              taker.near(place + 1, 500);
            }
          };
      List<Encounter> near = new EncounterSearch(snapshot, next).list(1, FROM, TO);
      List<Encounter> same = new EncounterSearch(snapshot, Nearby.SAME_PLACE).list(1, FROM, TO);
      assertEquals(same, near.stream().filter(e -> e.place() == e.otherPlace()).toList());
      assertTrue(
          near.stream()
              .filter(e -> e.place() != e.otherPlace())
              .allMatch(e -> e.otherPlace() == e.place() + 1 && e.distanceMetres() == 500));
      assertTrue(near.size() > same.size());
    }
  }

  @Test
  void sameResultsWithAnyNumberOfThreads() {
    try (Snapshot snapshot = store(7, 900)) {
      EncounterSearch search = new EncounterSearch(snapshot, Nearby.SAME_PLACE);
      List<CaseWindow> cases = new ArrayList<>();
      for (int i = 0; i < 200; i++) {
        cases.add(new CaseWindow(i % PERSONS, FROM + i, TO));
      }
      List<List<Contact>> one = new ArrayList<>();
      new ContactBatch(search, 1).run(cases, one::add);
      assertEquals(200, one.size());
      for (int threads = 2; threads < 6; threads++) {
        List<List<Contact>> many = new ArrayList<>();
        new ContactBatch(search, threads).run(cases, many::add);
        assertEquals(one, many);
      }
    }
  }
}
