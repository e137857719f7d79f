package org.firebreak.privacy.disclosure;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.firebreak.base.error.DataException;
import org.junit.jupiter.api.Test;

class DisclosureGateTest {

  private static final DisclosureRule RULE = DisclosureRule.STANDARD;

  private static String shown(Release release) {
    StringBuilder text = new StringBuilder();
    release
        .entries()
        .forEach(entry ->
            text.append(entry.name())
                .append(entry.count().isPresent() ? "=" + entry.count().getAsLong() : "?")
                .append(' '));
    return text.toString().strip();
  }

  @Test
  void twoShownCountsCannotBeSubtractedToASmallOne() {
    // Ten hours with 40 persons, nine of them with 38: the tenth hour had two.
    DisclosureGate gate = new DisclosureGate(RULE, DisclosureLedger.inMemory());
    Map<String, Long> counts = new HashMap<>();
    Set<String> nine = new HashSet<>();
    for (int hour = 0; hour < 9; hour++) {
      counts.put("h" + hour, hour == 0 ? 30L : 1L);
      nine.add("h" + hour);
    }
    counts.put("h9", 2L);
    Set<String> ten = new HashSet<>(counts.keySet());
    assertEquals("ten=40", shown(gate.release(List.of(new Cell("ten", ten)), counts)));
    assertEquals("nine?", shown(gate.release(List.of(new Cell("nine", nine)), counts)));
    // Asked again, the answer is the same.
    assertEquals(
        "nine? ten=40",
        shown(gate.release(List.of(new Cell("nine", nine), new Cell("ten", ten)), counts)));
  }

  @Test
  void oneSmallDistrictTakesASecondWithIt() {
    DisclosureGate gate = new DisclosureGate(RULE, DisclosureLedger.inMemory());
    Map<String, Long> counts = Map.of("a", 100L, "b", 60L, "c", 20L, "d", 3L);
    List<Cell> cells =
        List.of(
            new Cell("city", counts.keySet()),
            new Cell("a", Set.of("a")),
            new Cell("b", Set.of("b")),
            new Cell("c", Set.of("c")),
            new Cell("d", Set.of("d")));
    Release release = gate.release(cells, counts);
    assertEquals("city=183 a=100 b=60 c? d?", shown(release));
    assertEquals(Release.Reason.COMPLEMENTARY, release.entries().get(3).reason());
    assertEquals(2, release.suppressed());
  }

  @Test
  void cumulativeCountsOfTwoDaysDoNotGiveASmallDay() {
    DisclosureGate gate = new DisclosureGate(RULE, DisclosureLedger.inMemory());
    Map<String, Long> first = Map.of("d1", 50L, "d2", 30L);
    gate.release(List.of(new Cell("to d2", first.keySet())), first);
    Map<String, Long> second = Map.of("d1", 50L, "d2", 30L, "d3", 4L);
    assertEquals(
        "to d3?", shown(gate.release(List.of(new Cell("to d3", second.keySet())), second)));
    Map<String, Long> third = Map.of("d1", 50L, "d2", 30L, "d3", 4L, "d4", 20L);
    assertEquals(
        "to d4=104", shown(gate.release(List.of(new Cell("to d4", third.keySet())), third)));
  }

  @Test
  void nothingIsForgottenByAGateMadeAnew() {
    DisclosureLedger ledger = DisclosureLedger.inMemory();
    Map<String, Long> counts = Map.of("a", 40L, "b", 7L);
    new DisclosureGate(RULE, ledger).release(List.of(new Cell("both", counts.keySet())), counts);
    Release release =
        new DisclosureGate(RULE, ledger).release(List.of(new Cell("a", Set.of("a"))), counts);
    assertEquals("a?", shown(release));
    DataException revised =
        assertThrows(
            DataException.class,
            () ->
                new DisclosureGate(RULE, ledger)
                    .release(List.of(new Cell("b", Set.of("b"))), Map.of("b", 8L)));
    assertEquals("atom-changed", revised.code());
  }

  @Test
  void hiddenZerosAreNotGivenAwayEither() {
    DisclosureGate gate =
        new DisclosureGate(new DisclosureRule(15, true), DisclosureLedger.inMemory());
    Map<String, Long> counts = Map.of("a", 40L, "b", 0L, "c", 30L);
    List<Cell> cells =
        List.of(
            new Cell("all", counts.keySet()),
            new Cell("a", Set.of("a")),
            new Cell("b", Set.of("b")),
            new Cell("c", Set.of("c")));
    assertEquals("all=70 a=40 b? c?", shown(gate.release(cells, counts)));
  }

  @Test
  void randomNestedQueriesNeverGiveASmallSetAway() {
    Random random = new Random(11);
    for (int round = 0; round < 300; round++) {
      attack(random, round, nestedCells(random));
    }
  }

  @Test
  void randomCrossTablesNeverGiveASmallCellAway() {
    Random random = new Random(12);
    for (int round = 0; round < 300; round++) {
      attack(random, round, crossTable());
    }
  }

  /** Regions in three levels over nine atoms, cut at random places. */
  private static List<Cell> nestedCells(Random random) {
    List<Cell> cells = new ArrayList<>();
    split(random, 0, 9, cells);
    return cells;
  }

  private static void split(Random random, int from, int to, List<Cell> cells) {
    Set<String> atoms = new HashSet<>();
    for (int i = from; i < to; i++) {
      atoms.add("x" + i);
    }
    cells.add(new Cell(from + "-" + to, atoms));
    if (to - from > 1) {
      int middle = from + 1 + random.nextInt(to - from - 1);
      split(random, from, middle, cells);
      split(random, middle, to, cells);
    }
  }

  /** Three by three with margins and total. */
  private static List<Cell> crossTable() {
    List<Cell> cells = new ArrayList<>();
    Set<String> all = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      Set<String> row = new HashSet<>();
      Set<String> column = new HashSet<>();
      for (int j = 0; j < 3; j++) {
        row.add("x" + (3 * i + j));
        column.add("x" + (3 * j + i));
        all.add("x" + (3 * i + j));
        cells.add(new Cell("cell " + i + j, Set.of("x" + (3 * i + j))));
      }
      cells.add(new Cell("row " + i, row));
      cells.add(new Cell("column " + i, column));
    }
    cells.add(new Cell("all", all));
    return cells;
  }

  /** Asks in random portions, then tries every set of atoms against all that was shown. */
  private static void attack(Random random, int round, List<Cell> cells) {
    Map<String, Long> counts = new HashMap<>();
    for (int i = 0; i < 9; i++) {
      counts.put("x" + i, random.nextInt(3) == 0 ? random.nextLong(8) : random.nextLong(60));
    }
    DisclosureGate gate = new DisclosureGate(RULE, DisclosureLedger.inMemory());
    List<long[]> published = new ArrayList<>();
    List<Cell> queue = new ArrayList<>(cells);
    Collections.shuffle(queue, random);
    while (!queue.isEmpty()) {
      List<Cell> portion = new ArrayList<>(queue.subList(0, 1 + random.nextInt(queue.size())));
      queue.removeAll(portion);
      Release release = gate.release(portion, counts);
      for (int i = 0; i < portion.size(); i++) {
        if (release.entries().get(i).count().isPresent()) {
          published.add(vector(portion.get(i).atoms()));
        }
      }
    }
    long[][] basis = echelon(published);
    for (int subset = 1; subset < 1 << 9; subset++) {
      Set<String> atoms = new HashSet<>();
      long count = 0;
      for (int i = 0; i < 9; i++) {
        if ((subset >> i & 1) == 1) {
          atoms.add("x" + i);
          count += counts.getOrDefault("x" + i, 0L);
        }
      }
      if (RULE.isSmall(count)) {
        assertTrue(!inSpan(basis, vector(atoms)), "round %d gives %s away".formatted(round, atoms));
      }
    }
  }

  private static long[] vector(Set<String> atoms) {
    long[] vector = new long[9];
    atoms.forEach(atom -> vector[Integer.parseInt(atom.substring(1))] = 1);
    return vector;
  }

  /** Fraction-free elimination over the whole numbers: slow, exact, and another way than ours. */
  private static long[][] echelon(List<long[]> rows) {
    List<long[]> basis = new ArrayList<>();
    for (long[] row : rows) {
      long[] rest = reduce(basis, row);
      if (pivot(rest) < 9) {
        basis.add(rest);
      }
    }
    return basis.toArray(long[][]::new);
  }

  private static boolean inSpan(long[][] basis, long[] vector) {
    return pivot(reduce(List.of(basis), vector)) == 9;
  }

  private static long[] reduce(List<long[]> basis, long[] vector) {
    long[] rest = vector.clone();
    boolean again = true;
    while (again) {
      again = false;
      for (long[] row : basis) {
        int pivot = pivot(row);
        if (rest[pivot] != 0) {
          long factor = rest[pivot];
          for (int i = 0; i < 9; i++) {
            rest[i] = rest[i] * row[pivot] - factor * row[i];
          }
          again = true;
        }
      }
    }
    return rest;
  }

  private static int pivot(long[] row) {
    for (int i = 0; i < row.length; i++) {
      if (row[i] != 0) {
        return i;
      }
    }
    return row.length;
  }
}
