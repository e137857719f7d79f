package org.firebreak.genome.tree;

import java.util.Arrays;

/**
 * Finds the most parsimonious place of a genome in a mutation-annotated tree (the criterion of
 * UShER, Turakhia et al. 2021) without visiting the whole tree.
 *
 * <p>Let D(v) be the number of sites at which the genome surely differs from node v. A branch to v
 * takes D(parent) to D(v) by -1 for each of its mutations that the genome shares, +1 for each that
 * it does not. Joining v's branch costs D(parent) less the mutations shared. So only the root, or a
 * branch that shares a mutation, can be best: those are in the postings of the genome's own
 * mutations, or of reversions of mutations that the path has in excess. D is memoised along paths.
 * Cost: the branches listed times their unvisited ancestors; see docs/methods/placement.md.
 *
 * <p>For one thread. Holds one byte a letter and 8 bytes a node.
 */
public final class Placer {

  private static final int FAR = Integer.MAX_VALUE / 4;
  private static final int MOST_CANDIDATES = 1 << 20;

  private final MutationTree tree;
  private final byte[] sets;
  private int[] stamps = {};
  private int[] distances = {};
  private int[] seen = {};
  private int stamp;
  private int[] path = new int[256];
  private int[] queue = new int[256];
  private int queued;

  private int bestScore;
  private int bestNode;
  private boolean bestOnBranch;
  private int choices;

  public Placer(MutationTree tree) {
    this.tree = tree;
    this.sets = new byte[tree.length()];
    for (int i = 0; i < sets.length; i++) {
      sets[i] = referenceSet(i);
    }
  }

  private byte referenceSet(int position) {
    int base = tree.referenceBase(position);
    return (byte) (base < 0 ? 15 : 1 << base);
  }

  /** Finds the place; the tree stays as it is. */
  public Placement find(Sample sample) {
    return find(sample, MutationTree.NONE);
  }

  /**
   * Finds the place of a genome as if the subtree of a node, such as its own leaf, were not there.
   */
  public Placement findElsewhere(Sample sample, int excluded) {
    return find(sample, excluded);
  }

  Placement find(Sample sample, int excluded) {
    load(sample);
    begin(excluded);
    search(sample);
    unload(sample);
    return new Placement(bestNode, bestOnBranch, bestScore, choices);
  }

  /** The mutations that a genome would bring at a place; the tree stays as it is. */
  public int[] newMutations(Sample sample, Placement place) {
    load(sample);
    int node = place.onBranch() ? tree.parent(place.node()) : place.node();
    int[] branch = branchFrom(node, sample);
    unload(sample);
    if (!place.onBranch()) {
      return branch;
    }
    int[] shared = tree.mutations(place.node());
    return Arrays.stream(branch)
        .filter(mutation -> Arrays.binarySearch(shared, mutation) < 0)
        .toArray();
  }

  /** How many mutations of the branch at a place the genome shares. */
  public int sharedMutations(Sample sample, Placement place) {
    load(sample);
    int shared = 0;
    for (int mutation : tree.mutations(place.node())) {
      shared += change(mutation) < 0 ? 1 : 0;
    }
    unload(sample);
    return shared;
  }

  /** Finds the place and adds the genome; the new leaf's number. */
  public int add(Sample sample) {
    load(sample);
    begin(MutationTree.NONE);
    search(sample);
    int under = openPlace(bestNode, bestOnBranch);
    int leaf = tree.add(under, branchFrom(under, sample), sample);
    unload(sample);
    return leaf;
  }

  /**
   * Moves a subtree to a place found for the sequence of its root. Where the sequence leaves a
   * choice, the root may change its base; its children's branches then take the difference.
   */
  void move(int node, Sample sequence, Placement place) {
    load(sequence);
    stamp++;
    int old = tree.parent(node);
    NodeState before = new NodeState(tree, node);
    int under = openPlace(place.node(), place.onBranch());
    tree.detach(node);
    tree.setMutations(node, branchFrom(under, sequence));
    tree.attach(node, under);
    int[] back = new NodeState(tree, node).difference(before, sequence.sites());
    if (back.length > 0) {
      for (int child = tree.firstChild(node); child >= 0; child = tree.next(child)) {
        tree.setMutations(child, MutationTree.join(back, tree.mutations(child)));
      }
    }
    unload(sequence);
    tree.tidy(old);
  }

  private void load(Sample sample) {
    int[] unknown = sample.unknown();
    for (int i = 0; i < unknown.length; i += 2) {
      Arrays.fill(sets, unknown[i], unknown[i + 1], (byte) 15);
    }
    for (int site : sample.sites()) {
      if (sets[Sample.position(site)] != 15) {
        sets[Sample.position(site)] = (byte) Sample.set(site);
      }
    }
  }

  private void unload(Sample sample) {
    int[] unknown = sample.unknown();
    for (int i = 0; i < unknown.length; i += 2) {
      for (int p = unknown[i]; p < unknown[i + 1]; p++) {
        sets[p] = referenceSet(p);
      }
    }
    for (int site : sample.sites()) {
      sets[Sample.position(site)] = referenceSet(Sample.position(site));
    }
  }

  private void begin(int excluded) {
    if (stamps.length < tree.capacity() + 2) {
      stamps = new int[2 * tree.capacity() + 64];
      distances = new int[stamps.length];
      seen = new int[stamps.length];
      stamp = 0;
    }
    stamp++;
    queued = 0;
    bestScore = FAR;
    choices = 0;
    if (excluded != MutationTree.NONE) {
      stamps[excluded] = stamp;
      distances[excluded] = FAR;
      seen[excluded] = stamp;
    }
  }

  private void search(Sample sample) {
    int root = tree.root();
    int atReference = 0;
    for (int site : sample.sites()) {
      int base = tree.referenceBase(Sample.position(site));
      int set = sets[Sample.position(site)];
      atReference += base >= 0 && (set & 1 << base) == 0 ? 1 : 0;
    }
    stamps[root] = stamp;
    distances[root] = atReference;
    apply(root);
    offer(root, false, distances[root]);
    for (int site : sample.sites()) {
      enqueue(Sample.position(site));
    }
    for (int i = 0; i < queued; i++) {
      evaluate(queue[i]);
    }
  }

  /** Lists the branches that mutate to a base the genome has at the position. */
  private void enqueue(int position) {
    int set = sets[position];
    if (set == 15) {
      return;
    }
    Postings postings = tree.postings();
    for (int base = 0; base < 4; base++) {
      if ((set & 1 << base) == 0) {
        continue;
      }
      int size = postings.size(position, base);
      for (int i = 0; i < size && queued < MOST_CANDIDATES; i++) {
        int node = postings.node(position, base, i);
        if (seen[node] != stamp) {
          seen[node] = stamp;
          if (queued == queue.length) {
            queue = Arrays.copyOf(queue, 2 * queued);
          }
          queue[queued++] = node;
        }
      }
    }
  }

  private void evaluate(int node) {
    if (node == tree.root()) {
      return;
    }
    int above = distance(tree.parent(node));
    if (above >= FAR) {
      return;
    }
    int shared = 0;
    boolean foreign = false;
    for (int mutation : tree.mutations(node)) {
      int change = change(mutation);
      shared += change < 0 ? 1 : 0;
      foreign |= change > 0;
    }
    if (shared > 0) {
      offer(node, foreign || tree.isLeaf(node), above - shared);
    }
  }

  /** Keeps the best place; of equal ones the one with more samples below it. */
  private void offer(int node, boolean onBranch, int score) {
    if (score < bestScore) {
      bestScore = score;
      bestNode = node;
      bestOnBranch = onBranch;
      choices = 1;
    } else if (score == bestScore) {
      choices++;
      if (isPreferred(node)) {
        bestNode = node;
        bestOnBranch = onBranch;
      }
    }
  }

  private boolean isPreferred(int node) {
    int more = Integer.compare(tree.leaves(node), tree.leaves(bestNode));
    return more > 0 || (more == 0 && node < bestNode);
  }

  /** D of a node, memoised; mutations in excess on new nodes list their reversions. */
  private int distance(int node) {
    int depth = 0;
    int at = node;
    while (stamps[at] != stamp) {
      if (depth == path.length) {
        path = Arrays.copyOf(path, 2 * depth);
      }
      path[depth++] = at;
      at = tree.parent(at);
    }
    int distance = distances[at];
    while (depth > 0) {
      int down = path[--depth];
      stamps[down] = stamp;
      if (distance >= FAR) {
        distances[down] = FAR;
      } else {
        distances[down] = distance;
        apply(down);
      }
      distance = distances[down];
    }
    return distance;
  }

  private void apply(int node) {
    int distance = distances[node];
    for (int mutation : tree.mutations(node)) {
      int change = change(mutation);
      distance += change;
      if (change > 0) {
        enqueue(Mutation.position(mutation));
      }
    }
    distances[node] = distance;
  }

  private int change(int mutation) {
    int set = sets[Mutation.position(mutation)];
    return (set >> Mutation.from(mutation) & 1) - (set >> Mutation.to(mutation) & 1);
  }

  /** The node below which to hang the loaded genome; splits the branch if need be. */
  private int openPlace(int node, boolean onBranch) {
    if (!onBranch) {
      return node;
    }
    int[] branch = tree.mutations(node);
    int[] shared = new int[branch.length];
    int n = 0;
    for (int mutation : branch) {
      if (change(mutation) < 0) {
        shared[n++] = mutation;
      }
    }
    return tree.split(node, Arrays.copyOf(shared, n));
  }

  /** The mutations from a node to the loaded genome, by position. */
  private int[] branchFrom(int node, Sample sample) {
    NodeState state = new NodeState(tree, node);
    int[] found = new int[sample.sites().length + state.size()];
    int n = 0;
    for (int site : sample.sites()) {
      int position = Sample.position(site);
      int base = state.base(position);
      int set = sets[position];
      if (base >= 0 && (set & 1 << base) == 0) {
        found[n++] = Mutation.of(position, base, Integer.numberOfTrailingZeros(set));
      }
    }
    for (int i = 0; i < state.size(); i++) {
      int position = state.position(i);
      int base = state.baseAt(i);
      int home = tree.referenceBase(position);
      if (sets[position] == 1 << home && base != home) {
        found[n++] = Mutation.of(position, base, home);
      }
    }
    int[] branch = Arrays.copyOf(found, n);
    Arrays.sort(branch);
    return distinct(branch);
  }

  /** A site stands twice if the sample lists one with the reference's own base. */
  private static int[] distinct(int[] sorted) {
    int n = 0;
    for (int value : sorted) {
      if (n == 0 || sorted[n - 1] != value) {
        sorted[n++] = value;
      }
    }
    return n == sorted.length ? sorted : Arrays.copyOf(sorted, n);
  }
}
