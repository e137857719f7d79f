package org.firebreak.genome.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A rooted tree as arrays in preorder: node 0 is the root, a parent stands before its children.
 *
 * @param parent number of the parent, -1 for the root
 * @param names name of each node, empty where it has none
 * @param lengths branch lengths in the unit of the file, NaN where absent
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared; not changed after construction
public record Phylogeny(int[] parent, String[] names, double[] lengths) {

  public Phylogeny {
    int size = parent.length;
    if (size == 0 || names.length != size || lengths.length != size) {
      throw new IllegalArgumentException("A tree has a root and one name and length a node");
    }
    for (int i = 0; i < size; i++) {
      if (i == 0 ? parent[i] != -1 : parent[i] < 0 || parent[i] >= i) {
        throw new IllegalArgumentException("Node " + i + " must stand after its parent");
      }
    }
  }

  public int size() {
    return parent.length;
  }

  /** Number of children of each node. */
  public int[] childCounts() {
    int[] counts = new int[size()];
    for (int i = 1; i < size(); i++) {
      counts[parent[i]]++;
    }
    return counts;
  }

  /** Nodes without children, in order. */
  public int[] leaves() {
    int[] counts = childCounts();
    int[] leaves = new int[size()];
    int n = 0;
    for (int i = 0; i < size(); i++) {
      if (counts[i] == 0) {
        leaves[n++] = i;
      }
    }
    return Arrays.copyOf(leaves, n);
  }

  /** Children of each node, in order. */
  public List<int[]> children() {
    int[] counts = childCounts();
    List<int[]> children = new ArrayList<>(size());
    for (int count : counts) {
      children.add(new int[count]);
    }
    int[] used = new int[size()];
    for (int i = 1; i < size(); i++) {
      children.get(parent[i])[used[parent[i]]++] = i;
    }
    return children;
  }

  /** The length of a branch, 0 where the file has none. */
  public double length(int node) {
    return Double.isNaN(lengths[node]) ? 0 : lengths[node];
  }

  /** The same tree with other branch lengths. */
  public Phylogeny withLengths(double[] other) {
    return new Phylogeny(parent, names, other);
  }

  /**
   * The same unrooted tree rooted on the branch above a node.
   *
   * @param node a node other than the root
   * @param share of the branch that stays with the node, 0 to 1
   */
  public Phylogeny rerooted(int node, double share) {
    List<List<Integer>> around = new ArrayList<>();
    for (int i = 0; i < size(); i++) {
      around.add(new ArrayList<>());
    }
    for (int i = 1; i < size(); i++) {
      around.get(i).add(parent[i]);
      around.get(parent[i]).add(i);
    }
    Rerooting copy = new Rerooting(this, around);
    copy.run(node, share);
    return copy.result();
  }

  /** The tree of a mutation tree; lengths are numbers of mutations. */
  public static Phylogeny of(MutationTree tree) {
    int[] order = tree.preorder();
    int[] index = new int[tree.capacity()];
    int[] parent = new int[order.length];
    String[] names = new String[order.length];
    double[] lengths = new double[order.length];
    for (int i = 0; i < order.length; i++) {
      int node = order[i];
      index[node] = i;
      parent[i] = i == 0 ? -1 : index[tree.parent(node)];
      Sample sample = tree.sample(node);
      names[i] = sample == null ? "node_" + (i + 1) : sample.name();
      lengths[i] = tree.mutations(node).length;
    }
    return new Phylogeny(parent, names, lengths);
  }
}
