package org.firebreak.privacy.disclosure;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntFunction;
import java.util.function.IntToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Looks for a set of few persons that a published system gives away.
 *
 * <p>In a system in reduced row echelon form every computable vector is the sum of the rows times
 * its own values at their pivots. So a computable set is a sum of whole rows, those whose pivots it
 * holds. Pivots are the atoms of the largest counts in their rows, hence only rows of small atoms
 * can take part, and few of them, for their pivots alone must stay under the threshold. Sets that
 * fall apart into parts without a common column are found by their parts, so only connected rows
 * are tried.
 */
final class SmallSetSearch {

  /** After so many steps the search gives up and calls the system unsafe. */
  private static final int MAX_STEPS = 20_000;

  private final DisclosureRule rule;
  private final IntToLongFunction countOf;
  private final IntFunction<@Nullable SparseRow> rowOf;
  private final IntFunction<Set<Integer>> pivotsWith;
  private int steps;

  /**
   * A search.
   *
   * @param countOf persons in the atom of a column
   * @param rowOf the row of a pivot, its pivot having the value 1
   * @param pivotsWith pivots of the rows that have a column
   */
  SmallSetSearch(
      DisclosureRule rule,
      IntToLongFunction countOf,
      IntFunction<@Nullable SparseRow> rowOf,
      IntFunction<Set<Integer>> pivotsWith) {
    this.rule = rule;
    this.countOf = countOf;
    this.rowOf = rowOf;
    this.pivotsWith = pivotsWith;
  }

  /** Whether a small set can be computed of which one of the given rows is a part. */
  boolean finds(Map<Integer, SparseRow> rows) {
    Set<Integer> tried = new HashSet<>();
    for (Map.Entry<Integer, SparseRow> start : rows.entrySet()) {
      long used = countOf.applyAsLong(start.getKey());
      if (used <= rule.threshold()
          && grows(start.getValue(), Set.of(start.getKey()), tried, used)) {
        return true;
      }
      tried.add(start.getKey());
    }
    return false;
  }

  /** Tries the sum of the chosen rows, then that with each neighbour that is not excluded. */
  private boolean grows(SparseRow sum, Set<Integer> chosen, Set<Integer> excluded, long used) {
    if (++steps > MAX_STEPS || isSmallSet(sum)) {
      return true;
    }
    Set<Integer> passed = new HashSet<>(excluded);
    for (int neighbour : neighbours(chosen)) {
      SparseRow row = rowOf.apply(neighbour);
      long usedWith = used + countOf.applyAsLong(neighbour);
      if (row == null || usedWith > rule.threshold() || !passed.add(neighbour)) {
        continue;
      }
      Set<Integer> more = new HashSet<>(chosen);
      more.add(neighbour);
      if (grows(sum.plus(row), more, passed, usedWith)) {
        return true;
      }
    }
    return false;
  }

  private Set<Integer> neighbours(Set<Integer> chosen) {
    Set<Integer> result = new TreeSet<>();
    for (int pivot : chosen) {
      SparseRow row = rowOf.apply(pivot);
      for (int i = 0; row != null && i < row.size(); i++) {
        result.addAll(pivotsWith.apply(row.column(i)));
      }
    }
    result.removeAll(chosen);
    return result;
  }

  private boolean isSmallSet(SparseRow sum) {
    if (sum.isZero() || !sum.isIndicator()) {
      return false;
    }
    long count = 0;
    for (int i = 0; i < sum.size(); i++) {
      count += countOf.applyAsLong(sum.column(i));
    }
    return rule.isSmall(count);
  }
}
