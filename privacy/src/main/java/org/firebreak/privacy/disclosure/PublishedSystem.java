package org.firebreak.privacy.disclosure;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.IntToLongFunction;

/**
 * All sums that were published over the same atoms, as a linear system in reduced row echelon form:
 * what can be computed from the published by adding and subtracting is exactly its row space.
 *
 * <p>The pivot of a row is its atom of the largest count, which {@link SmallSetSearch} rests on: a
 * row that is added to another brings only atoms smaller than its own pivot, so this holds on.
 *
 * <p>A candidate costs the rows that share its columns. One thread.
 */
final class PublishedSystem {

  private final DisclosureRule rule;
  private final IntToLongFunction countOf;
  private final Map<Integer, SparseRow> rowByPivot = new HashMap<>();
  private final Map<Integer, Set<Integer>> pivotsByColumn = new HashMap<>();

  /**
   * An empty system.
   *
   * @param countOf persons in the atom of a column; must not change
   */
  PublishedSystem(DisclosureRule rule, IntToLongFunction countOf) {
    this.rule = rule;
    this.countOf = countOf;
  }

  /**
   * Publishes a sum, unless a small set could then be computed.
   *
   * @return whether it was published; a sum that can be computed already is
   */
  boolean publish(int[] atoms) {
    SparseRow rest = reduce(SparseRow.indicator(atoms));
    if (rest.isZero()) {
      return true;
    }
    int pivot = largestAtom(rest);
    Map<Integer, SparseRow> before = add(pivot, rest.scaledAt(pivot));
    Map<Integer, SparseRow> changed = new HashMap<>();
    before.keySet().forEach(other -> changed.put(other, get(other)));
    changed.put(pivot, get(pivot));
    if (search().finds(changed)) {
      remove(pivot);
      before.forEach(this::put);
      return false;
    }
    return true;
  }

  /** Publishes what was decided before, without asking again. */
  void replay(int[] atoms) {
    SparseRow rest = reduce(SparseRow.indicator(atoms));
    if (!rest.isZero()) {
      int pivot = largestAtom(rest);
      add(pivot, rest.scaledAt(pivot));
    }
  }

  /** Adds a row and takes its pivot out of the others; returns these as they were. */
  private Map<Integer, SparseRow> add(int pivot, SparseRow row) {
    Map<Integer, SparseRow> before = new HashMap<>();
    for (int other : Set.copyOf(pivotsByColumn.getOrDefault(pivot, Set.of()))) {
      SparseRow old = get(other);
      before.put(other, old);
      put(other, old.minus(old.get(pivot), row));
    }
    put(pivot, row);
    return before;
  }

  private SmallSetSearch search() {
    return new SmallSetSearch(
        rule, countOf, rowByPivot::get, column -> pivotsByColumn.getOrDefault(column, Set.of()));
  }

  private int largestAtom(SparseRow row) {
    int largest = row.column(0);
    for (int i = 1; i < row.size(); i++) {
      if (countOf.applyAsLong(row.column(i)) > countOf.applyAsLong(largest)) {
        largest = row.column(i);
      }
    }
    return largest;
  }

  private SparseRow get(int pivot) {
    SparseRow row = rowByPivot.get(pivot);
    if (row == null) {
      throw new IllegalStateException("No row has the pivot " + pivot);
    }
    return row;
  }

  private void put(int pivot, SparseRow row) {
    remove(pivot);
    rowByPivot.put(pivot, row);
    for (int i = 0; i < row.size(); i++) {
      pivotsByColumn.computeIfAbsent(row.column(i), column -> new HashSet<>()).add(pivot);
    }
  }

  private void remove(int pivot) {
    SparseRow old = rowByPivot.remove(pivot);
    for (int i = 0; old != null && i < old.size(); i++) {
      Set<Integer> pivots = pivotsByColumn.get(old.column(i));
      if (pivots != null) {
        pivots.remove(pivot);
      }
    }
  }

  private SparseRow reduce(SparseRow start) {
    SparseRow rest = start;
    for (int i = 0; i < start.size(); i++) {
      // Rows hold no pivot but their own, so only the columns of the start can be pivots.
      SparseRow row = rowByPivot.get(start.column(i));
      if (row != null) {
        rest = rest.minus(rest.get(start.column(i)), row);
      }
    }
    return rest;
  }
}
