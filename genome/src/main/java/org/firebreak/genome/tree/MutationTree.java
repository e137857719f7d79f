package org.firebreak.genome.tree;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntConsumer;
import org.firebreak.genome.align.Letters;
import org.jspecify.annotations.Nullable;

/**
 * A rooted tree whose branches carry the mutations that lead to them, so that the sequence of a
 * node is the reference changed along the path from the root (McBroome et al. 2021). Nodes are
 * numbers; freed numbers are used again. Mutations of a branch are sorted by position.
 *
 * <p>About 60 bytes a node and 8 a mutation. For one thread while it is changed.
 */
public final class MutationTree {

  /** No node. */
  public static final int NONE = -1;

  private static final int[] NO_MUTATIONS = {};

  private final byte[] reference;
  private final Postings postings;

  private int[] parent = new int[64];
  private int[] firstChild = new int[64];
  private int[] next = new int[64];
  private int[] previous = new int[64];
  private int[] leaves = new int[64];
  private int[][] mutations = new int[64][];
  private @Nullable Sample[] samples = new Sample[64];
  private int allocated;
  private int free = NONE;
  private final int root;

  /**
   * A tree of a root that has the reference's sequence.
   *
   * @param bases the reference, upper-case letters; not copied
   */
  public MutationTree(byte[] bases) {
    if (bases.length > Mutation.LONGEST_GENOME) {
      throw new IllegalArgumentException("The genome is too long: " + bases.length);
    }
    reference = new byte[bases.length];
    for (int i = 0; i < bases.length; i++) {
      reference[i] = (byte) Letters.base(bases[i]);
    }
    postings = new Postings(bases.length);
    root = allocate();
    parent[root] = NONE;
  }

  /** Length of the genome. */
  public int length() {
    return reference.length;
  }

  /** Base 0 to 3 of the reference, -1 where it is ambiguous. */
  public int referenceBase(int position) {
    return reference[position];
  }

  public int root() {
    return root;
  }

  /** Numbers of nodes are below this. */
  public int capacity() {
    return allocated;
  }

  public int parent(int node) {
    return parent[node];
  }

  public int firstChild(int node) {
    return firstChild[node];
  }

  /** The next sibling or {@link #NONE}. */
  public int next(int node) {
    return next[node];
  }

  public boolean isLeaf(int node) {
    return firstChild[node] == NONE;
  }

  /** Number of samples below and at a node. */
  public int leaves(int node) {
    return leaves[node];
  }

  /** Mutations of the branch to a node; must not be changed. */
  public int[] mutations(int node) {
    return mutations[node];
  }

  /** The sample at a leaf. */
  public @Nullable Sample sample(int node) {
    return samples[node];
  }

  Postings postings() {
    return postings;
  }

  /** Sum of all mutations: the parsimony score of the labelling. */
  public int score() {
    int[] sum = {0};
    forEach(node -> sum[0] += mutations[node].length);
    return sum[0];
  }

  /** Visits every node, parents before children. */
  public void forEach(IntConsumer visitor) {
    int node = root;
    while (node != NONE) {
      visitor.accept(node);
      node = following(node);
    }
  }

  /** The node after this one in preorder, or {@link #NONE}. */
  public int following(int node) {
    if (firstChild[node] != NONE) {
      return firstChild[node];
    }
    int at = node;
    while (at != NONE && next[at] == NONE) {
      at = parent[at];
    }
    return at == NONE ? NONE : next[at];
  }

  /** All nodes, parents before children. */
  public int[] preorder() {
    int[] order = new int[allocated];
    int n = 0;
    for (int node = root; node != NONE; node = following(node)) {
      order[n++] = node;
    }
    return Arrays.copyOf(order, n);
  }

  /** The leaves with a sample, in preorder. */
  public List<Sample> sampleList() {
    List<Sample> list = new ArrayList<>();
    forEach(node -> {
      Sample sample = samples[node];
      if (sample != null) {
        list.add(sample);
      }
    });
    return list;
  }

  /** Adds a node below another. */
  public int add(int under, int[] branch, @Nullable Sample sample) {
    int node = allocate();
    samples[node] = sample;
    leaves[node] = sample == null ? 0 : 1;
    setMutations(node, branch);
    attach(node, under);
    return node;
  }

  /** Names or replaces what a leaf is. */
  public void setSample(int node, Sample sample) {
    boolean counted = samples[node] != null;
    samples[node] = sample;
    if (!counted) {
      addLeaves(node, 1);
    }
  }

  /** Takes a sample out of the tree; the root stays. */
  public void remove(int leaf) {
    int above = parent[leaf];
    release(leaf);
    tidy(above);
  }

  /**
   * Gives every sample the sequence of its node, with nothing unknown: for trees read from a file,
   * whose samples are names only and would otherwise be taken for the reference when the tree is
   * rearranged.
   */
  public void completeSamples() {
    forEach(node -> {
      Sample sample = samples[node];
      if (sample != null) {
        samples[node] = new NodeState(this, node).sample(sample.name(), NO_MUTATIONS);
      }
    });
  }

  /** Puts a node on the branch above {@code node}; the shared mutations move up to it. */
  int split(int node, int[] shared) {
    int above = parent[node];
    int middle = allocate();
    int count = leaves[node];
    detach(node);
    int[] rest = minus(mutations[node], shared);
    setMutations(node, rest);
    setMutations(middle, shared);
    attach(middle, above);
    attach(node, middle);
    if (leaves[node] != count) {
      throw new IllegalStateException("Splitting must not change the leaves of " + node);
    }
    return middle;
  }

  private static int[] minus(int[] all, int[] shared) {
    int[] rest = new int[all.length - shared.length];
    int n = 0;
    int j = 0;
    for (int mutation : all) {
      if (j < shared.length && shared[j] == mutation) {
        j++;
      } else {
        rest[n++] = mutation;
      }
    }
    return rest;
  }

  /** Takes a node with its subtree off its parent. */
  void detach(int node) {
    int above = parent[node];
    if (previous[node] == NONE) {
      firstChild[above] = next[node];
    } else {
      next[previous[node]] = next[node];
    }
    if (next[node] != NONE) {
      previous[next[node]] = previous[node];
    }
    addLeaves(above, -leaves[node]);
    parent[node] = NONE;
    next[node] = NONE;
    previous[node] = NONE;
  }

  /** Hangs a node with its subtree below another. */
  void attach(int node, int under) {
    parent[node] = under;
    previous[node] = NONE;
    next[node] = firstChild[under];
    if (next[node] != NONE) {
      previous[next[node]] = node;
    }
    firstChild[under] = node;
    addLeaves(under, leaves[node]);
  }

  private void addLeaves(int node, int count) {
    for (int at = node; at != NONE; at = parent[at]) {
      leaves[at] += count;
    }
  }

  /** Sets the mutations of the branch to a node, sorted by position. */
  public void setBranch(int node, int[] branch) {
    setMutations(node, branch);
  }

  void setMutations(int node, int[] branch) {
    for (int mutation : mutations[node]) {
      postings.remove(mutation, node);
    }
    mutations[node] = branch;
    for (int mutation : branch) {
      postings.add(mutation, node);
    }
  }

  /** Replaces the mutations of all branches at once, indexed by node. */
  void relabel(int[][] branches) {
    postings.clear();
    forEach(node -> {
      mutations[node] = branches[node];
      for (int mutation : branches[node]) {
        postings.add(mutation, node);
      }
    });
  }

  /**
   * Removes an inner node that has become needless: without children, with one child (the branches
   * are joined), or without mutations (its children move up). The root stays.
   */
  void tidy(int node) {
    if (node == root || samples[node] != null) {
      return;
    }
    int child = firstChild[node];
    int above = parent[node];
    if (child == NONE) {
      release(node);
      tidy(above);
    } else if (next[child] == NONE) {
      int[] joined = join(mutations[node], mutations[child]);
      detach(child);
      release(node);
      setMutations(child, joined);
      attach(child, above);
      tidyIfEmpty(child);
    } else {
      tidyIfEmpty(node);
    }
  }

  private void tidyIfEmpty(int node) {
    if (mutations[node].length > 0 || firstChild[node] == NONE || node == root) {
      return;
    }
    int above = parent[node];
    while (firstChild[node] != NONE) {
      int child = firstChild[node];
      detach(child);
      attach(child, above);
    }
    release(node);
  }

  private void release(int node) {
    detach(node);
    setMutations(node, NO_MUTATIONS);
    samples[node] = null;
    parent[node] = free;
    free = node;
  }

  /** The mutations of two branches, one above the other, as one branch. */
  static int[] join(int[] upper, int[] lower) {
    int[] joined = new int[upper.length + lower.length];
    int n = 0;
    int j = 0;
    for (int mutation : upper) {
      while (j < lower.length && Mutation.position(lower[j]) < Mutation.position(mutation)) {
        joined[n++] = lower[j++];
      }
      if (j < lower.length && Mutation.position(lower[j]) == Mutation.position(mutation)) {
        int to = Mutation.to(lower[j++]);
        if (to != Mutation.from(mutation)) {
          joined[n++] = Mutation.of(Mutation.position(mutation), Mutation.from(mutation), to);
        }
      } else {
        joined[n++] = mutation;
      }
    }
    while (j < lower.length) {
      joined[n++] = lower[j++];
    }
    return Arrays.copyOf(joined, n);
  }

  private int allocate() {
    int node;
    if (free != NONE) {
      node = free;
      free = parent[node];
    } else {
      if (allocated == parent.length) {
        grow(2 * allocated);
      }
      node = allocated++;
    }
    parent[node] = NONE;
    firstChild[node] = NONE;
    next[node] = NONE;
    previous[node] = NONE;
    leaves[node] = 0;
    mutations[node] = NO_MUTATIONS;
    samples[node] = null;
    return node;
  }

  private void grow(int capacity) {
    parent = Arrays.copyOf(parent, capacity);
    firstChild = Arrays.copyOf(firstChild, capacity);
    next = Arrays.copyOf(next, capacity);
    previous = Arrays.copyOf(previous, capacity);
    leaves = Arrays.copyOf(leaves, capacity);
    mutations = Arrays.copyOf(mutations, capacity);
    samples = Arrays.copyOf(samples, capacity);
  }
}
