package org.firebreak.trace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.firebreak.base.error.UserException;
import org.firebreak.base.geo.Coordinate;
import org.firebreak.trace.Place;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.firebreak.trace.testing.MemoryFolder;
import org.firebreak.trace.testing.MemoryTrace;
import org.firebreak.trace.testing.RandomStays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TraceStoreTest {

  private static final int PERSONS = 60;
  private static final int PLACES = 25;
  private static final int DAYS = 4;
  private static final long START = RandomStays.START;
  private static final long END = START + (DAYS + 3) * 86_400L;

  private static TraceStore open(Storage storage) {
    return TraceStore.open(storage, Optional.of(ZoneOffset.ofHours(8)));
  }

  private static void addNames(TraceStore store, MemoryTrace twin) {
    for (int i = 0; i < PERSONS; i++) {
      twin.addPerson("person " + i);
      assertEquals(i, store.person("person " + i));
    }
    for (int i = 0; i < PLACES; i++) {
      PlaceKind kind = PlaceKind.of(i % 20);
      twin.addPlace(Place.named("place " + i, kind));
      assertEquals(i, store.place("place " + i, kind));
    }
  }

  /** Appends, bulk loads, flushes, merges and reopens at random; reads as the twin does. */
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void readsAsTheTwinDoes(long seed, @TempDir Path folder) {
    Random random = new Random(seed);
    RandomStays stays = new RandomStays(seed, PERSONS, PLACES, DAYS);
    MemoryTrace twin = new MemoryTrace();
    Storage storage = new DiskStorage(folder);
    TraceStore store = open(storage);
    addNames(store, twin);
    List<Stay> old = new ArrayList<>();
    for (int round = 0; round < 40; round++) {
      List<Stay> batch = new ArrayList<>();
      for (int i = random.nextInt(60); i > 0; i--) {
        Stay stay =
            old.isEmpty() || random.nextInt(10) > 0
                ? stays.next()
                : old.get(random.nextInt(old.size()));
        batch.add(stay);
      }
      batch.stream()
          .filter(stay -> !old.contains(stay))
          .distinct()
          .forEach(stay -> {
            old.add(stay);
            twin.add(stay);
          });
      switch (random.nextInt(4)) {
        case 0 -> {
          try (BulkLoad load = store.bulk().withBuffer(16)) {
            batch.forEach(
                s -> load.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to()));
            load.commit();
          }
        }
        case 1 -> {
          store.append(batch);
          store.flush();
        }
        default -> store.append(batch);
      }
      if (random.nextInt(6) == 0) {
        store.merge(random.nextInt(3) + 1);
      }
      if (random.nextInt(8) == 0) {
        store.close();
        store = open(storage);
      }
      if (round % 8 == 7) {
        compare(storage, twin, random);
      }
    }
    store.merge(1);
    compare(storage, twin, random);
    assertEquals(List.of(), StoreCheck.run(storage).damage());
    store.close();
    assertEquals(List.of(), StoreCheck.run(storage).damage());
  }

  private static void compare(Storage storage, MemoryTrace twin, Random random) {
    try (Snapshot snapshot = Snapshot.open(storage)) {
      for (int i = 0; i < 120; i++) {
        long from = START + random.nextInt((int) (END - START)) - 80_000;
        long to = from + 1 + random.nextInt(i % 2 == 0 ? 4_000 : 300_000);
        int person = random.nextInt(PERSONS);
        int place = random.nextInt(PLACES);
        assertEquals(
            clipped(twin.listStaysOf(person, from, to), from, to),
            clipped(snapshot.listStaysOf(person, from, to), from, to));
        assertEquals(
            clipped(twin.listStaysAt(place, from, to), from, to),
            clipped(snapshot.listStaysAt(place, from, to), from, to));
      }
      assertEquals("person 7", snapshot.person(snapshot.findPerson("person 7").orElseThrow()));
      assertEquals(twin.place(9), snapshot.place(snapshot.findPlace("place 9").orElseThrow()));
      assertTrue(snapshot.findPerson("nobody").isEmpty());
    }
  }

  /**
   * The seconds of the window that stays cover, as disjoint stays: pieces outside the window are
   * not looked at, and stays that touch are one, in the store and in the twin alike.
   */
  private static List<Stay> clipped(List<Stay> stays, long from, long to) {
    List<Stay> result = new ArrayList<>();
    List<Stay> sorted =
        stays.stream()
            .map(s ->
                new Stay(
                    s.person(),
                    s.place(),
                    s.evidence(),
                    s.row(),
                    Math.max(from, s.from()),
                    Math.min(to, s.to())))
            .sorted(
                Comparator.comparingInt(Stay::person)
                    .thenComparingInt(Stay::place)
                    .thenComparingInt(Stay::evidence)
                    .thenComparingInt(Stay::row)
                    .thenComparingLong(Stay::from)
                    .thenComparingLong(Stay::to))
            .toList();
    for (Stay stay : sorted) {
      Stay last = result.isEmpty() ? null : result.getLast();
      if (last != null && last.sameButTime(stay) && last.to() >= stay.from()) {
        result.set(
            result.size() - 1,
            new Stay(
                last.person(),
                last.place(),
                last.evidence(),
                last.row(),
                last.from(),
                Math.max(last.to(), stay.to())));
      } else {
        result.add(stay);
      }
    }
    return result;
  }

  @Test
  void remembersPlaces() {
    MemoryFolder folder = new MemoryFolder();
    Place cell = new Place("c1", PlaceKind.CELL, new Coordinate(152.25, 31.5), 750, "990101");
    try (TraceStore store = open(folder)) {
      store.place("other", PlaceKind.SHOP);
      int number = store.place("c1", PlaceKind.CELL);
      assertEquals(number, store.describe(cell));
      store.append(List.of());
      try (Snapshot snapshot = store.snapshot()) {
        assertEquals(cell, snapshot.place(number));
      }
    }
    try (Snapshot snapshot = Snapshot.open(folder)) {
      assertEquals(cell, snapshot.place(snapshot.findPlace("c1").orElseThrow()));
      assertEquals(1, snapshot.describedPlaces().length);
    }
  }

  @Test
  void forgetsAPersonAndProvesIt() {
    MemoryFolder folder = new MemoryFolder();
    RandomStays stays = new RandomStays(9, PERSONS, PLACES, DAYS);
    MemoryTrace twin = new MemoryTrace();
    try (TraceStore store = open(folder)) {
      addNames(store, twin);
      List<Stay> all = new ArrayList<>();
      for (int i = 0; i < 3000; i++) {
        all.add(stays.next());
      }
      store.append(all.subList(0, 1500));
      store.flush();
      store.append(all.subList(1500, 3000));
      long before;
      long others;
      try (Snapshot snapshot = store.snapshot()) {
        before = snapshot.listStaysOf(5, START, END).size();
        others = snapshot.listStaysAt(3, START, END).stream().filter(s -> s.person() != 5).count();
      }
      assertTrue(before > 10);
      ForgetReport report = store.forget("person 5");
      assertEquals(0, report.traces());
      assertTrue(report.staysRemoved() >= before);
      assertThrows(UserException.class, () -> store.forget("person 5"));
      store.append(List.of(all.getFirst())); // still works after a refusal
      try (Snapshot snapshot = store.snapshot()) {
        assertTrue(snapshot.findPerson("person 5").isEmpty());
        assertEquals(0, snapshot.listStaysOf(5, START, END).size());
        assertEquals(others, snapshot.listStaysAt(3, START, END).size());
        assertEquals(6, snapshot.findPerson("person 6").orElseThrow());
      }
      for (String name : folder.list()) {
        String text = new String(read(folder, name), java.nio.charset.StandardCharsets.ISO_8859_1);
        assertTrue(!text.contains("person 5person") && !text.contains("person 5\0"), name);
      }
    }
    assertEquals(List.of(), StoreCheck.run(folder).damage());
  }

  private static byte[] read(Storage folder, String name) {
    try {
      return folder.read(name);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void keepsFourteenDaysAndToday() {
    MemoryFolder folder = new MemoryFolder();
    try (TraceStore store = TraceStore.open(folder, Optional.empty())) {
      int person = store.person("p");
      int place = store.place("h", PlaceKind.HOME);
      for (LocalDate day = LocalDate.of(2020, 2, 1);
          day.isBefore(LocalDate.of(2020, 3, 6));
          day = day.plusDays(1)) {
        long noon = day.toEpochDay() * 86_400 + 43_200;
        store.append(List.of(new Stay(person, place, 0, 0, noon, noon + 60)));
      }
      assertEquals(19, store.retain(14, LocalDate.of(2020, 3, 5)).size());
      try (Snapshot snapshot = store.snapshot()) {
        assertEquals(LocalDate.of(2020, 2, 20), snapshot.days().getFirst().date(0));
        assertEquals(15, snapshot.days().size());
      }
      assertEquals(List.of(), store.retain(14, LocalDate.of(2020, 3, 5)));
    }
  }

  @Test
  void namesTheDamage() throws IOException {
    MemoryFolder folder = new MemoryFolder();
    RandomStays stays = new RandomStays(3, PERSONS, PLACES, 1);
    try (TraceStore store = open(folder)) {
      addNames(store, new MemoryTrace());
      List<Stay> all = new ArrayList<>();
      for (int i = 0; i < 2000; i++) {
        all.add(stays.next());
      }
      store.append(all);
    }
    assertEquals(List.of(), StoreCheck.run(folder).damage());
    for (String name : folder.list()) {
      if (name.endsWith(".log")) {
        continue;
      }
      int size = folder.read(name).length;
      for (int at = 0; at < size; at += Math.max(1, size / 40)) {
        folder.flip(name, at);
        List<String> damage = StoreCheck.run(folder).damage();
        assertTrue(!damage.isEmpty(), name + " byte " + at);
        assertTrue(damage.getFirst().contains(name), damage.getFirst());
        folder.flip(name, at);
      }
    }
    assertEquals(List.of(), StoreCheck.run(folder).damage());
  }

  /** Many names, given in several turns, so that dictionaries grow, are written and joined. */
  @Test
  void namesManyPersonsAndPlaces() {
    MemoryFolder folder = new MemoryFolder();
    int count = 20_000;
    for (int turn = 0; turn < 4; turn++) {
      try (TraceStore store = open(folder)) {
        for (int i = 0; i < count * (turn + 1) / 4; i++) {
          assertEquals(i, store.person("q" + i * 7919L));
          assertEquals(i, store.place("place " + i, PlaceKind.of(i % 22)));
        }
        store.append(List.of());
        try (Snapshot snapshot = store.snapshot()) {
          assertEquals(3, snapshot.findPerson("q" + 3 * 7919L).orElseThrow());
        }
      }
    }
    try (Snapshot snapshot = Snapshot.open(folder)) {
      for (int i = 0; i < count; i++) {
        assertEquals(i, snapshot.findPerson("q" + i * 7919L).orElseThrow());
        assertEquals("q" + i * 7919L, snapshot.person(i));
        assertEquals(Place.named("place " + i, PlaceKind.of(i % 22)), snapshot.place(i));
      }
      assertTrue(snapshot.findPerson("q1").isEmpty());
    }
    assertEquals(List.of(), StoreCheck.run(folder).damage());
  }

  @Test
  void refusesASecondWriterAndAnotherOffset(@TempDir Path folder) {
    Storage storage = new DiskStorage(folder);
    try (TraceStore store = open(storage)) {
      assertEquals(28_800, store.offsetSeconds());
      assertThrows(RuntimeException.class, () -> open(new DiskStorage(folder)));
    }
    assertThrows(
        UserException.class, () -> TraceStore.open(storage, Optional.of(ZoneOffset.ofHours(7))));
    open(storage).close();
  }
}
