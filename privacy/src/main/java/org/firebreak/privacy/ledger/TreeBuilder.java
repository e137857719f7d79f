package org.firebreak.privacy.ledger;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/**
 * Appends leaves to a tree, holding only the O(log n) roots of its complete subtrees. One thread.
 */
public final class TreeBuilder {

  /** Is told each subtree when it is complete, leaves included. */
  @FunctionalInterface
  public interface Sink {
    void completed(int level, long index, Hash hash);
  }

  private record Subtree(int level, Hash hash) {}

  private final Sink sink;
  private final Deque<Subtree> complete = new ArrayDeque<>();
  private long size;

  /** An empty tree. */
  public TreeBuilder(Sink sink) {
    this.sink = sink;
  }

  /** Goes on with a tree of the given size whose subtrees a source knows. */
  public static TreeBuilder resume(long size, NodeSource nodes, Sink sink) {
    TreeBuilder builder = new TreeBuilder(sink);
    long from = 0;
    for (int level = Long.SIZE - 2; level >= 0; level--) {
      if ((size >>> level & 1) == 1) {
        builder.complete.push(new Subtree(level, nodes.node(level, from >>> level)));
        from += 1L << level;
      }
    }
    builder.size = size;
    return builder;
  }

  public void append(Hash leaf) {
    long index = size++;
    Subtree last = new Subtree(0, leaf);
    sink.completed(0, index, leaf);
    while (!complete.isEmpty() && complete.peek().level() == last.level()) {
      int level = last.level() + 1;
      last = new Subtree(level, Hash.node(complete.pop().hash(), last.hash()));
      sink.completed(level, index >>> level, last.hash());
    }
    complete.push(last);
  }

  public long size() {
    return size;
  }

  /** The root over all leaves so far. */
  public Hash root() {
    Iterator<Subtree> fromSmallest = complete.iterator();
    if (!fromSmallest.hasNext()) {
      return Hash.EMPTY;
    }
    Hash root = fromSmallest.next().hash();
    while (fromSmallest.hasNext()) {
      root = Hash.node(fromSmallest.next().hash(), root);
    }
    return root;
  }
}
