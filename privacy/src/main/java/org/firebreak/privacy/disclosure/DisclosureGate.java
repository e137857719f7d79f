package org.firebreak.privacy.disclosure;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;

/**
 * The one way for counts of persons to leave. It remembers all it has let through over the same
 * atoms and lets a further number through only if, by adding and subtracting everything that is
 * then known, nobody can compute the number of any small set of persons made of whole atoms,
 * whether anybody asked for it or not.
 *
 * <p>Large numbers come first, so totals survive and what is lost is lost at the leaves. What
 * bounds (a count is never negative) give beyond equations is not considered.
 *
 * <p>Source of the attack it withstands: two counts above the threshold whose difference is below
 * it. Thread-safe.
 */
public final class DisclosureGate {

  private final DisclosureRule rule;
  private final DisclosureLedger ledger;
  private final Map<String, Integer> columns = new HashMap<>();
  private final List<Long> counts = new ArrayList<>();
  private final PublishedSystem system;
  private final Set<Cell> shown = new HashSet<>();

  /** A gate over what the ledger remembers. */
  public DisclosureGate(DisclosureRule rule, DisclosureLedger ledger) {
    this.rule = rule;
    this.ledger = ledger;
    this.system = new PublishedSystem(rule, counts::get);
    for (DisclosureLedger.Entry entry : ledger.list()) {
      note(entry.counts());
      system.replay(atoms(entry.cell()));
      shown.add(entry.cell());
    }
  }

  /**
   * Decides what of a table may leave, and remembers it before it returns.
   *
   * @param cells what is asked for
   * @param countByAtom persons in each atom of these cells
   * @throws DataException {@code atom-unknown}, {@code atom-changed} when an atom has another count
   *     than in an earlier release: a revision is a universe of its own
   */
  public synchronized Release release(List<Cell> cells, Map<String, Long> countByAtom) {
    note(countByAtom);
    Map<Cell, Release.Entry> decided = new HashMap<>();
    List<DisclosureLedger.Entry> news = new ArrayList<>();
    List<Cell> order = cells.stream().distinct().toList();
    for (Cell cell : order) {
      if (rule.isSmall(count(cell))) {
        decided.put(cell, new Release.Entry(cell.name(), Release.Reason.SMALL, 0));
      }
    }
    order.stream()
        .filter(cell -> !decided.containsKey(cell))
        .sorted(Comparator.comparingLong((Cell cell) -> -count(cell)).thenComparing(Cell::name))
        .forEach(cell -> decided.put(cell, decide(cell, news)));
    ledger.append(news);
    return new Release(cells.stream().map(cell -> get(decided, cell)).toList());
  }

  private static Release.Entry get(Map<Cell, Release.Entry> decided, Cell cell) {
    Release.@Nullable Entry entry = decided.get(cell);
    if (entry == null) {
      throw new IllegalStateException("Nothing was decided about " + cell.name());
    }
    return entry;
  }

  private Release.Entry decide(Cell cell, List<DisclosureLedger.Entry> news) {
    if (!shown.contains(cell)) {
      if (!system.publish(atoms(cell))) {
        return new Release.Entry(cell.name(), Release.Reason.COMPLEMENTARY, 0);
      }
      shown.add(cell);
      news.add(new DisclosureLedger.Entry(cell, countsOf(cell)));
    }
    return new Release.Entry(cell.name(), Release.Reason.SHOWN, count(cell));
  }

  private void note(Map<String, Long> countByAtom) {
    countByAtom.forEach((atom, count) -> {
      Integer column = columns.get(atom);
      if (column == null) {
        columns.put(atom, counts.size());
        counts.add(count);
      } else if (!counts.get(column).equals(count)) {
        throw new DataException(
            "atom-changed",
            "%s had %d persons in an earlier release, now %d; a revised count needs a release of its own"
                .formatted(atom, counts.get(column), count));
      }
    });
  }

  private int[] atoms(Cell cell) {
    return cell.atoms().stream().mapToInt(this::column).sorted().toArray();
  }

  private int column(String atom) {
    Integer column = columns.get(atom);
    if (column == null) {
      throw new DataException("atom-unknown", "The count of " + atom + " is missing");
    }
    return column;
  }

  private Map<String, Long> countsOf(Cell cell) {
    Map<String, Long> result = new HashMap<>();
    cell.atoms().forEach(atom -> result.put(atom, counts.get(column(atom))));
    return result;
  }

  private long count(Cell cell) {
    return cell.atoms().stream().mapToLong(atom -> counts.get(column(atom))).sum();
  }
}
