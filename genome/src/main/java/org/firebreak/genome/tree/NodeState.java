package org.firebreak.genome.tree;

import java.util.Arrays;

/** Where the sequence of a node may differ from the reference, sorted by position. */
final class NodeState {

  private final MutationTree tree;
  private final long[] entries;

  /** Collects the path to the root: O(mutations on it, times log). */
  NodeState(MutationTree tree, int node) {
    this.tree = tree;
    int count = 0;
    for (int at = node; at != MutationTree.NONE; at = tree.parent(at)) {
      count += tree.mutations(at).length;
    }
    // Position, then order from the node upwards, then base: the lowest of a position is its state.
    long[] all = new long[count];
    int n = 0;
    for (int at = node; at != MutationTree.NONE; at = tree.parent(at)) {
      for (int mutation : tree.mutations(at)) {
        long position = Mutation.position(mutation);
        all[n] = position << 34 | (long) n << 2 | Mutation.to(mutation);
        n++;
      }
    }
    Arrays.sort(all);
    int kept = 0;
    for (long entry : all) {
      if (kept == 0 || all[kept - 1] >>> 34 != entry >>> 34) {
        all[kept++] = entry;
      }
    }
    entries = Arrays.copyOf(all, kept);
  }

  int size() {
    return entries.length;
  }

  int position(int i) {
    return (int) (entries[i] >>> 34);
  }

  int baseAt(int i) {
    return (int) (entries[i] & 3);
  }

  /** Base of the node at a position. */
  int base(int position) {
    int i = Arrays.binarySearch(entries, (long) position << 34);
    i = i < 0 ? -i - 1 : i;
    boolean found = i < entries.length && position(i) == position;
    return found ? baseAt(i) : tree.referenceBase(position);
  }

  /** The mutations that lead from this state to another at the given sites. */
  int[] difference(NodeState other, int[] sites) {
    int[] found = new int[sites.length];
    int n = 0;
    for (int site : sites) {
      int position = Sample.position(site);
      int from = base(position);
      int to = other.base(position);
      if (from != to) {
        found[n++] = Mutation.of(position, from, to);
      }
    }
    return Arrays.copyOf(found, n);
  }

  /** The node's sequence as a sample of its own, with the given sites left free. */
  Sample sample(String name, int[] free) {
    int[] sites = new int[entries.length + free.length];
    int n = 0;
    int j = 0;
    for (int i = 0; i < entries.length; i++) {
      while (j < free.length && Sample.position(free[j]) < position(i)) {
        sites[n++] = free[j++];
      }
      if (j < free.length && Sample.position(free[j]) == position(i)) {
        sites[n++] = free[j++];
      } else if (baseAt(i) != tree.referenceBase(position(i))) {
        sites[n++] = position(i) << 4 | 1 << baseAt(i);
      }
    }
    while (j < free.length) {
      sites[n++] = free[j++];
    }
    return Sample.of(name, Arrays.copyOf(sites, n));
  }
}
