package org.firebreak.privacy.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.firebreak.base.error.DataException;

/**
 * Reads a ledger from its first entry to its last and proves it whole, or names the first entry
 * that is not what was written: hands each line to {@link #accept}, then calls {@link #finish}.
 * Holds O(log n) hashes. One thread.
 */
public final class LedgerAudit {

  /** Before the first link of the chain. */
  public static final Hash CHAIN_START = Hash.EMPTY;

  /**
   * A line of the ledger.
   *
   * @param index place in the ledger, from 0
   * @param name of the entry, for messages
   * @param entry the text as it is now
   * @param leaf the hash that was kept when it was sealed
   * @param chain the link that was kept
   */
  public record Line(long index, String name, String entry, Hash leaf, Hash chain) {}

  private final Deque<Checkpoint> waiting = new ArrayDeque<>();
  private final TreeBuilder tree = new TreeBuilder((level, index, hash) -> {});
  private Hash chain = CHAIN_START;
  private long provedSize;

  /**
   * An audit against checkpoints whose signatures are good.
   *
   * @param checkpoints in order of size
   */
  public LedgerAudit(List<Checkpoint> checkpoints) {
    waiting.addAll(checkpoints);
    passCheckpoints();
  }

  /**
   * The next line.
   *
   * @throws DataException {@code ledger-entry-missing}, {@code ledger-entry-changed}, {@code
   *     ledger-chain-broken}, {@code ledger-rewritten}
   */
  public void accept(Line line) {
    if (line.index() != tree.size()) {
      throw broken("ledger-entry-missing", "place " + tree.size() + " of the ledger has no entry");
    }
    if (!Hash.leaf(line.entry()).equals(line.leaf())) {
      throw broken(
          "ledger-entry-changed",
          "entry %s at place %d is not what was written".formatted(line.name(), line.index()));
    }
    chain = Hash.link(chain, line.leaf());
    if (!chain.equals(line.chain())) {
      throw broken(
          "ledger-chain-broken",
          "entry %s at place %d does not follow the one before it"
              .formatted(line.name(), line.index()));
    }
    tree.append(line.leaf());
    passCheckpoints();
  }

  private void passCheckpoints() {
    for (Checkpoint next = waiting.peek();
        next != null && next.size() <= tree.size();
        next = waiting.peek()) {
      waiting.remove();
      if (!next.root().equals(tree.root())) {
        throw broken(
            "ledger-rewritten",
            "the entries at places %d to %d are not those that the checkpoint of size %d signed"
                .formatted(provedSize, next.size() - 1, next.size()));
      }
      provedSize = next.size();
    }
  }

  /**
   * After the last line.
   *
   * @return how many entries a signed checkpoint covers; those after it are only chained
   * @throws DataException {@code ledger-cut} when a checkpoint covers more than there is
   */
  public long finish() {
    Checkpoint beyond = waiting.peek();
    if (beyond != null) {
      throw broken(
          "ledger-cut",
          "a checkpoint signed %d entries, but there are only %d: the entries from place %d on were removed"
              .formatted(beyond.size(), tree.size(), tree.size()));
    }
    return provedSize;
  }

  public long size() {
    return tree.size();
  }

  public Hash root() {
    return tree.root();
  }

  private static DataException broken(String code, String what) {
    return new DataException(code, "The ledger is broken: " + what);
  }
}
