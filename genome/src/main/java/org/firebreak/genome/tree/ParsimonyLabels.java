package org.firebreak.genome.tree;

import java.util.Arrays;
import java.util.BitSet;

/**
 * The most parsimonious labelling of a given tree, exactly: Fitch's (1971) two passes, in
 * Hartigan's (1973) form for nodes with many children. 64 sites are done at once, one bit each, in
 * four planes (a plane a base); children are counted in bit-sliced counters.
 *
 * <p>Cost: sites / 64 times nodes, about 20 operations a node with two children. Memory: 32 bytes a
 * node. Unknown letters take part in every set, so they never cost.
 */
public final class ParsimonyLabels {

  private static final int COUNTER_BITS = 24;

  private final MutationTree tree;
  private final int[] order;
  private final int[] index;
  private final int[] sites;
  private final int[] cursors;
  private final int[][] unknown;
  private final int[][] branches;
  private final int[] sizes;
  private final long[][] planes = new long[4][];
  private final long[][] counters = new long[4][COUNTER_BITS];
  private final int[][] choices;
  private final int[] choiceSizes;
  private final int[] singles;
  private int score;

  private ParsimonyLabels(MutationTree tree) {
    this.tree = tree;
    this.order = tree.preorder();
    this.index = new int[tree.capacity()];
    for (int i = 0; i < order.length; i++) {
      index[order[i]] = i;
    }
    this.branches = new int[order.length][4];
    this.sizes = new int[order.length];
    this.choices = new int[order.length][0];
    this.choiceSizes = new int[order.length];
    this.singles = new int[order.length];
    this.sites = variableSites();
    this.cursors = new int[order.length];
    this.unknown = unknownSites();
    for (int base = 0; base < 4; base++) {
      planes[base] = new long[order.length];
    }
  }

  /**
   * What the labelling found.
   *
   * @param score the least number of mutations on this tree
   * @param free by node: {@code position << 4 | set} for sites at which the subtree of an inner
   *     node leaves a choice of bases
   */
  @SuppressWarnings("ArrayRecordComponent") // handed on, never compared
  record Outcome(int score, int[][] free) {}

  /**
   * Relabels all branches.
   *
   * @return the parsimony score, the least number of mutations on this tree
   */
  public static int apply(MutationTree tree) {
    return relabel(tree).score();
  }

  static Outcome relabel(MutationTree tree) {
    ParsimonyLabels labels = new ParsimonyLabels(tree);
    labels.run();
    int[][] byNode = new int[tree.capacity()][];
    int[][] free = new int[tree.capacity()][0];
    for (int i = 0; i < labels.order.length; i++) {
      int[] branch = Arrays.copyOf(labels.branches[i], labels.sizes[i]);
      if (labels.singles[i] > 0) {
        Arrays.sort(branch);
      }
      byNode[labels.order[i]] = branch;
      free[labels.order[i]] = Arrays.copyOf(labels.choices[i], labels.choiceSizes[i]);
    }
    tree.relabel(byNode);
    return new Outcome(labels.score, free);
  }

  /**
   * The sites to label. A site at which one leaf alone differs needs no passes: its mutation is the
   * leaf's own, and is noted here.
   */
  private int[] variableSites() {
    BitSet once = new BitSet(tree.length());
    BitSet more = new BitSet(tree.length());
    for (int node : order) {
      for (int site : sites(node)) {
        int position = Sample.position(site);
        if (once.get(position)) {
          more.set(position);
        }
        once.set(position);
      }
    }
    for (int i = 0; i < order.length; i++) {
      for (int site : sites(order[i])) {
        int base = tree.referenceBase(Sample.position(site));
        if (base >= 0 && !more.get(Sample.position(site))) {
          if ((Sample.set(site) & (1 << base)) == 0) {
            int to = Integer.numberOfTrailingZeros(Sample.set(site));
            note(i, Mutation.of(Sample.position(site), base, to));
            singles[i]++;
          }
        }
      }
    }
    return more.stream().filter(position -> tree.referenceBase(position) >= 0).toArray();
  }

  private int[] sites(int node) {
    Sample sample = tree.sample(node);
    return sample == null ? new int[0] : sample.sites();
  }

  /** The unknown ranges of each leaf as ranges of indices into the variable sites. */
  private int[][] unknownSites() {
    int[][] ranges = new int[order.length][];
    for (int i = 0; i < order.length; i++) {
      Sample sample = tree.sample(order[i]);
      if (sample == null) {
        continue;
      }
      int[] unknownRanges = sample.unknown().clone();
      int n = 0;
      for (int k = 0; k < unknownRanges.length; k += 2) {
        int from = firstAtLeast(unknownRanges[k]);
        int to = firstAtLeast(unknownRanges[k + 1]);
        if (to > from) {
          unknownRanges[n++] = from;
          unknownRanges[n++] = to;
        }
      }
      ranges[i] = Arrays.copyOf(unknownRanges, n);
    }
    return ranges;
  }

  private int firstAtLeast(int position) {
    int i = Arrays.binarySearch(sites, position);
    return i < 0 ? -i - 1 : i;
  }

  private void run() {
    for (int start = 0; start < sites.length; start += 64) {
      int count = Math.min(64, sites.length - start);
      long[] reference = new long[4];
      for (int i = 0; i < count; i++) {
        reference[tree.referenceBase(sites[start + i])] |= 1L << i;
      }
      for (int i = order.length - 1; i >= 0; i--) {
        if (tree.isLeaf(order[i])) {
          leaf(i, start, count, reference);
        } else {
          inner(i);
          noteChoices(i, start, count);
        }
      }
      for (int i = 0; i < order.length; i++) {
        choose(i, start, reference);
      }
    }
  }

  /** Notes the sites at which an inner node may have one of several bases. */
  private void noteChoices(int i, int start, int count) {
    long any = 0;
    long several = 0;
    for (long[] plane : planes) {
      several |= any & plane[i];
      any |= plane[i];
    }
    several &= -1L >>> (64 - count);
    for (; several != 0; several &= several - 1) {
      int bit = Long.numberOfTrailingZeros(several);
      int set = 0;
      for (int base = 0; base < 4; base++) {
        set |= (int) (planes[base][i] >>> bit & 1) << base;
      }
      if (choiceSizes[i] == choices[i].length) {
        choices[i] = Arrays.copyOf(choices[i], Math.max(4, 2 * choiceSizes[i]));
      }
      choices[i][choiceSizes[i]++] = sites[start + bit] << 4 | set;
    }
  }

  private void leaf(int i, int start, int count, long[] reference) {
    for (int base = 0; base < 4; base++) {
      planes[base][i] = reference[base];
    }
    Sample sample = tree.sample(order[i]);
    if (sample == null) {
      return;
    }
    int[] own = sample.sites();
    int last = sites[start + count - 1];
    int cursor = cursors[i];
    while (cursor < own.length && Sample.position(own[cursor]) <= last) {
      int bit = firstAtLeast(Sample.position(own[cursor])) - start;
      if (bit >= 0 && bit < count && sites[start + bit] == Sample.position(own[cursor])) {
        set(i, 1L << bit, Sample.set(own[cursor]));
      }
      cursor++;
    }
    cursors[i] = cursor;
    int[] ranges = unknown[i];
    for (int k = 0; k < ranges.length; k += 2) {
      int from = Math.max(ranges[k], start) - start;
      int to = Math.min(ranges[k + 1], start + count) - start;
      if (from < to) {
        long bits = (to - from == 64 ? -1L : (1L << (to - from)) - 1) << from;
        set(i, bits, 15);
      }
    }
  }

  private void set(int i, long bits, int bases) {
    for (int base = 0; base < 4; base++) {
      boolean in = (bases >> base & 1) != 0;
      planes[base][i] = in ? planes[base][i] | bits : planes[base][i] & ~bits;
    }
  }

  private void inner(int i) {
    int first = tree.firstChild(order[i]);
    int second = tree.next(first);
    if (second == MutationTree.NONE) {
      for (long[] plane : planes) {
        plane[i] = plane[index[first]];
      }
    } else if (tree.next(second) == MutationTree.NONE) {
      int a = index[first];
      int b = index[second];
      long common = 0;
      for (long[] plane : planes) {
        common |= plane[a] & plane[b];
      }
      for (long[] plane : planes) {
        plane[i] = (plane[a] & plane[b]) | (~common & (plane[a] | plane[b]));
      }
    } else {
      vote(i, first);
    }
  }

  /** The bases that most children allow. */
  private void vote(int i, int first) {
    int children = 0;
    for (long[] counter : counters) {
      Arrays.fill(counter, 0);
    }
    for (int child = first; child != MutationTree.NONE; child = tree.next(child)) {
      children++;
      for (int base = 0; base < 4; base++) {
        long carry = planes[base][index[child]];
        long[] counter = counters[base];
        for (int bit = 0; carry != 0; bit++) {
          long both = counter[bit] & carry;
          counter[bit] ^= carry;
          carry = both;
        }
      }
    }
    long[] winner = {-1L, -1L, -1L, -1L};
    for (int bit = 32 - Integer.numberOfLeadingZeros(children) - 1; bit >= 0; bit--) {
      long any = 0;
      for (int base = 0; base < 4; base++) {
        any |= winner[base] & counters[base][bit];
      }
      for (int base = 0; base < 4; base++) {
        winner[base] &= counters[base][bit] | ~any;
      }
    }
    for (int base = 0; base < 4; base++) {
      planes[base][i] = winner[base];
    }
  }

  /** Takes the parent's base where allowed, else the first of the set; notes the mutations. */
  private void choose(int i, int start, long[] reference) {
    int above = tree.parent(order[i]);
    long[] from = new long[4];
    long same = 0;
    long used = 0;
    for (int base = 0; base < 4; base++) {
      from[base] = above == MutationTree.NONE ? reference[base] : planes[base][index[above]];
      same |= from[base] & planes[base][i];
      used |= reference[base];
    }
    long[] to = new long[4];
    long free = used & ~same;
    for (int base = 0; base < 4; base++) {
      long taken = free & planes[base][i];
      to[base] = taken | (from[base] & planes[base][i]);
      free &= ~taken;
    }
    for (int base = 0; base < 4; base++) {
      planes[base][i] = to[base];
    }
    for (long bits = used & ~same; bits != 0; bits &= bits - 1) {
      int bit = Long.numberOfTrailingZeros(bits);
      note(i, Mutation.of(sites[start + bit], baseAt(from, bit), baseAt(to, bit)));
    }
  }

  private static int baseAt(long[] state, int bit) {
    for (int base = 0; base < 4; base++) {
      if ((state[base] >>> bit & 1) != 0) {
        return base;
      }
    }
    throw new IllegalStateException("A site without a base");
  }

  private void note(int i, int mutation) {
    if (sizes[i] == branches[i].length) {
      branches[i] = Arrays.copyOf(branches[i], 2 * sizes[i]);
    }
    branches[i][sizes[i]++] = mutation;
    score++;
  }
}
