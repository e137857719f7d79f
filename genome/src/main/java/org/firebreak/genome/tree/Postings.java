package org.firebreak.genome.tree;

import java.util.Arrays;

/**
 * The inverted index of a tree: for each position and base, the branches that mutate to it. Four
 * references and four counters a reference letter, four bytes a mutation.
 */
final class Postings {

  private static final int[] NONE = {};

  private final int[][] nodes;
  private final int[] sizes;

  Postings(int length) {
    nodes = new int[4 * length][];
    sizes = new int[4 * length];
    Arrays.fill(nodes, NONE);
  }

  private static int key(int mutation) {
    return Mutation.position(mutation) << 2 | Mutation.to(mutation);
  }

  void add(int mutation, int node) {
    int key = key(mutation);
    int size = sizes[key];
    if (size == nodes[key].length) {
      nodes[key] = Arrays.copyOf(nodes[key], Math.max(2, 2 * size));
    }
    nodes[key][size] = node;
    sizes[key] = size + 1;
  }

  void remove(int mutation, int node) {
    int key = key(mutation);
    int[] list = nodes[key];
    int last = --sizes[key];
    for (int i = last; i >= 0; i--) {
      if (list[i] == node) {
        list[i] = list[last];
        return;
      }
    }
    throw new IllegalStateException("No posting of " + Mutation.text(mutation) + " at " + node);
  }

  /** Number of branches that mutate to the base. */
  int size(int position, int base) {
    return sizes[position << 2 | base];
  }

  /** The i-th of them. */
  int node(int position, int base, int i) {
    return nodes[position << 2 | base][i];
  }

  void clear() {
    Arrays.fill(nodes, NONE);
    Arrays.fill(sizes, 0);
  }
}
