package org.firebreak.genome.likelihood;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * An unrooted binary tree with branch lengths, kept as a rooted one whose root has three children.
 * Nodes 0 to n-1 are the tips; changed in place by nearest-neighbour interchanges. For one thread.
 */
final class Topology {

  final int tips;
  final int root;
  final int[] parent;
  final int[][] children;
  final double[] length;

  private Topology(int tips, int root, int[] parent, int[][] children, double[] length) {
    this.tips = tips;
    this.root = root;
    this.parent = parent;
    this.children = children;
    this.length = length;
  }

  /**
   * From a tree of any shape: nodes with many children are resolved by branches of length 0, those
   * with one child passed over.
   *
   * @param names of the tips in order
   * @param unit what to multiply lengths with
   */
  static Topology of(Phylogeny tree, List<String> names, double unit) {
    Map<String, Integer> numbers = new HashMap<>();
    for (int i = 0; i < names.size(); i++) {
      numbers.put(names.get(i), i);
    }
    Draft draft = new Draft(names.size());
    List<List<Integer>> below = new ArrayList<>();
    for (int i = 0; i < tree.size(); i++) {
      below.add(new ArrayList<>());
    }
    int[] counts = tree.childCounts();
    for (int i = tree.size() - 1; i > 0; i--) {
      int made = made(tree, i, counts, numbers, below, draft);
      if (made >= 0) {
        draft.length[made] += tree.length(i) * unit;
        below.get(tree.parent()[i]).add(made);
      }
    }
    List<Integer> top = below.getFirst();
    while (top.size() > 3) {
      top.add(draft.join(top.removeFirst(), top.removeFirst()));
    }
    while (top.size() == 1 && draft.children[top.getFirst()].length > 0) {
      int only = top.removeFirst();
      for (int child : draft.children[only]) {
        top.add(child);
      }
    }
    if (top.size() == 2 && names.size() > 2) {
      spread(top, draft);
    }
    if (top.size() != 3) {
      throw new DataException("tree-small", "A tree of at least three genomes is needed");
    }
    return draft.finish(top);
  }

  private static int made(
      Phylogeny tree,
      int node,
      int[] counts,
      Map<String, Integer> numbers,
      List<List<Integer>> below,
      Draft draft) {
    if (counts[node] == 0) {
      return numbers.getOrDefault(tree.names()[node], -1);
    }
    List<Integer> list = below.get(node);
    while (list.size() > 1) {
      list.add(draft.join(list.removeFirst(), list.removeFirst()));
    }
    return list.isEmpty() ? -1 : list.getFirst();
  }

  /** A root of two children has one branch too many: one child takes the place of the root. */
  private static void spread(List<Integer> top, Draft draft) {
    int inner = draft.children[top.get(0)].length > 0 ? top.get(0) : top.get(1);
    int other = inner == top.get(0) ? top.get(1) : top.get(0);
    draft.length[other] += draft.length[inner];
    top.clear();
    top.add(other);
    for (int child : draft.children[inner]) {
      top.add(child);
    }
  }

  private static final class Draft {
    private final int tips;
    private final int[][] children;
    private final double[] length;
    private int used;

    Draft(int tips) {
      this.tips = tips;
      this.children = new int[2 * tips + 2][0];
      this.length = new double[2 * tips + 2];
      this.used = tips;
    }

    int join(int a, int b) {
      children[used] = new int[] {a, b};
      return used++;
    }

    /** Numbers the inner nodes that are still in use one after the other, the root last. */
    Topology finish(List<Integer> top) {
      int[] number = new int[used];
      int count = tips;
      Deque<Integer> open = new ArrayDeque<>(top);
      List<Integer> inner = new ArrayList<>();
      while (!open.isEmpty()) {
        int node = open.pop();
        number[node] = node < tips ? node : count++;
        if (node >= tips) {
          inner.add(node);
        }
        for (int child : children[node]) {
          open.push(child);
        }
      }
      int root = count++;
      int[][] below = new int[count][0];
      double[] lengths = Arrays.copyOf(Arrays.copyOf(length, tips), count);
      for (int node : inner) {
        below[number[node]] = Arrays.stream(children[node]).map(child -> number[child]).toArray();
        lengths[number[node]] = length[node];
      }
      below[root] = top.stream().mapToInt(child -> number[child]).toArray();
      int[] parent = new int[count];
      Arrays.fill(parent, -1);
      for (int i = 0; i < count; i++) {
        for (int child : below[i]) {
          parent[child] = i;
        }
      }
      return new Topology(tips, root, parent, below, lengths);
    }
  }

  int size() {
    return parent.length;
  }

  boolean isTip(int node) {
    return node < tips;
  }

  /** Nodes, parents first. */
  int[] preorder() {
    int[] order = new int[size()];
    int n = 0;
    int[] stack = new int[size()];
    int depth = 0;
    stack[depth++] = root;
    while (depth > 0) {
      int node = stack[--depth];
      order[n++] = node;
      for (int child : children[node]) {
        stack[depth++] = child;
      }
    }
    return Arrays.copyOf(order, n);
  }

  /** Exchanges two subtrees, neither inside the other. */
  void swap(int a, int b) {
    int aboveA = parent[a];
    int aboveB = parent[b];
    replace(aboveA, a, b);
    replace(aboveB, b, a);
    parent[a] = aboveB;
    parent[b] = aboveA;
  }

  private void replace(int node, int old, int other) {
    for (int i = 0; i < children[node].length; i++) {
      if (children[node][i] == old) {
        children[node][i] = other;
        return;
      }
    }
  }

  /** As a tree for output. */
  Phylogeny toPhylogeny(List<String> names) {
    int[] order = preorder();
    int[] index = new int[size()];
    int[] parents = new int[order.length];
    String[] labels = new String[order.length];
    double[] lengths = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      index[order[i]] = i;
      parents[i] = i == 0 ? -1 : index[parent[order[i]]];
      labels[i] = isTip(order[i]) ? names.get(order[i]) : "";
      lengths[i] = i == 0 ? Double.NaN : length[order[i]];
    }
    return new Phylogeny(parents, labels, lengths);
  }
}
