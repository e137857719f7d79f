package org.firebreak.trace.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.trace.PlaceKind;
import org.firebreak.trace.Stay;
import org.firebreak.trace.testing.MemoryFolder;
import org.firebreak.trace.testing.RandomStays;
import org.junit.jupiter.api.Test;

/**
 * A writer's life with everything a store does, ended at every single step of its input and output,
 * by a kill and by power cuts that lose or garble what was not synced. What was acknowledged must
 * be there, once; the change under way wholly or not at all.
 */
class CrashTest {

  private static final int PERSONS = 30;
  private static final int PLACES = 12;
  private static final long END = RandomStays.START + 20 * 86_400L;

  /** The stays before and after the change under way; equal when none is. */
  private Set<String> before = new TreeSet<>();

  private Set<String> after = new TreeSet<>();

  private interface Change {
    void run(TraceStore store);
  }

  private void change(TraceStore store, Set<String> result, Change change) {
    after = result;
    change.run(store);
    before = result;
  }

  private static Set<String> with(Set<String> old, List<Stay> more) {
    Set<String> all = new TreeSet<>(old);
    more.forEach(stay -> all.add(text(stay)));
    return all;
  }

  private static String text(Stay s) {
    return "p"
        + s.person()
        + " l"
        + s.place()
        + " "
        + s.evidence()
        + " "
        + s.row()
        + " "
        + s.from()
        + " "
        + s.to();
  }

  /** Stays within a day of UTC, far apart, so that each is stored as one piece and none touch. */
  private static List<Stay> batch(Random random, int size) {
    List<Stay> stays = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      long from = RandomStays.START + random.nextInt(4) * 86_400L + random.nextInt(800) * 100L;
      int person = random.nextInt(PERSONS);
      stays.add(new Stay(person, random.nextInt(PLACES), 0, 0, from, from + 50));
    }
    return stays;
  }

  private void life(MemoryFolder folder) {
    Random random = new Random(11);
    Optional<ZoneOffset> offset = Optional.of(ZoneOffset.UTC);
    TraceStore store = TraceStore.open(folder, offset);
    for (int i = 0; i < PERSONS; i++) {
      store.person("p" + i);
    }
    for (int i = 0; i < PLACES; i++) {
      store.place("l" + i, PlaceKind.SHOP);
    }
    for (int round = 0; round < 3; round++) {
      for (int i = 0; i < 3; i++) {
        List<Stay> stays = batch(random, 6);
        change(store, with(before, stays), s -> s.append(stays));
      }
      change(store, before, TraceStore::flush);
      List<Stay> bulk = batch(random, 40);
      change(store, with(before, bulk), s -> load(s, bulk));
    }
    change(store, before, s -> s.merge(1));
    List<Stay> late = batch(random, 8);
    change(store, with(before, late), s -> s.append(late));
    String person = "p" + late.getFirst().person() + " ";
    Set<String> without = new TreeSet<>(before);
    without.removeIf(text -> text.startsWith(person));
    change(store, without, s -> s.forget(person.strip()));
    long second = RandomStays.START + 86_400;
    Set<String> young = new TreeSet<>(before);
    young.removeIf(text -> Long.parseLong(text.split(" ", -1)[4]) < second);
    LocalDate oldest = LocalDate.ofEpochDay(second / 86_400);
    change(store, young, s -> s.retain(3, oldest.plusDays(3)));
    store.close();
  }

  private static void load(TraceStore store, List<Stay> stays) {
    try (BulkLoad load = store.bulk().withBuffer(15)) {
      stays.forEach(s -> load.stay(s.person(), s.place(), s.evidence(), s.row(), s.from(), s.to()));
      load.commit();
    }
  }

  private static Set<String> content(Snapshot snapshot) {
    Set<String> all = new TreeSet<>();
    for (int person = 0; person < snapshot.personCount(); person++) {
      snapshot
          .listStaysOf(person, 0, END)
          .forEach(stay -> assertTrue(all.add(text(stay)), "twice"));
    }
    Set<String> byPlace = new TreeSet<>();
    for (int place = 0; place < snapshot.placeCount(); place++) {
      snapshot.listStaysAt(place, 0, END).forEach(stay -> byPlace.add(text(stay)));
    }
    assertEquals(all, byPlace);
    return all;
  }

  /** A reader sees the state before or after; so does a new writer, which can go on. */
  private void check(MemoryFolder left, String when) {
    Set<String> read;
    try (Snapshot snapshot = Snapshot.open(left)) {
      read = content(snapshot);
    } catch (UserException e) {
      read = Set.of(); // not even the empty store had been made
    }
    assertTrue(read.equals(before) || read.equals(after), when + ": reader");
    try (TraceStore store = TraceStore.open(left, Optional.empty());
        Snapshot snapshot = store.snapshot()) {
      assertEquals(read, content(snapshot), when + ": writer");
      int person = store.person("somebody new");
      int place = store.place("somewhere new", PlaceKind.HOME);
      long from = RandomStays.START + 10 * 86_400L;
      store.append(List.of(new Stay(person, place, 0, 0, from, from + 10)));
      store.flush();
    }
    try (Snapshot snapshot = Snapshot.open(left)) {
      assertEquals(read.size() + 1, content(snapshot).size(), when + ": afterwards");
    }
    assertEquals(List.of(), StoreCheck.run(left).damage(), when);
  }

  @Test
  void everyStepMayBeTheLast() {
    MemoryFolder whole = new MemoryFolder();
    life(whole);
    check(whole, "no failure");
    long steps = whole.steps();
    assertTrue(steps > 300, "steps " + steps);
    Random random = new Random(5);
    for (long step = 0; step < steps; step++) {
      MemoryFolder folder = new MemoryFolder();
      folder.failAt(step);
      before = new TreeSet<>();
      after = new TreeSet<>();
      try {
        life(folder);
      } catch (ResourceException e) {
        assertTrue(String.valueOf(e.getMessage()).contains("injected"), e.toString());
      }
      check(folder.afterKill(), "kill at step " + step);
      for (int i = 0; i < 3; i++) {
        check(folder.afterPowerCut(random), "power cut at step " + step);
      }
    }
  }
}
