package org.firebreak.genome.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The indexed search against one that visits every branch, on crowded random trees. */
class PlacerTest {

  private static final int LENGTH = 120;

  @Test
  void findsTheBestPlaceOfAll() {
    Random random = new Random(5);
    for (int round = 0; round < 60; round++) {
      MutationTree tree = new MutationTree(reference(random));
      Placer placer = new Placer(tree);
      for (int i = 0; i < 60; i++) {
        Sample sample = sample(random, tree, "s" + i);
        Placement found = placer.find(sample);
        assertEquals(best(tree, sample), found.score(), "round " + round + " sample " + i);
        int before = tree.score();
        int leaf = placer.add(sample);
        assertEquals(before + found.score(), tree.score());
        assertTrue(matches(tree, leaf, sample));
      }
      check(tree, 60);
    }
  }

  @Test
  void rearrangementKeepsTheSamplesAndLowersTheScore() {
    Random random = new Random(9);
    for (int round = 0; round < 40; round++) {
      MutationTree tree = new MutationTree(reference(random));
      Placer placer = new Placer(tree);
      for (int i = 0; i < 80; i++) {
        placer.add(sample(random, tree, "s" + i));
      }
      int before = tree.score();
      int after = new Rearrangement(tree).run(10);
      assertTrue(after <= before);
      assertEquals(after, tree.score());
      check(tree, 80);
    }
  }

  @Test
  void labelsAreTheBestOfAllLabellings() {
    Random random = new Random(21);
    for (int round = 0; round < 200; round++) {
      MutationTree tree = new MutationTree(reference(random));
      for (int i = 0; i < 7; i++) {
        int[] inner = tree.preorder();
        int under = inner[random.nextInt(inner.length)];
        if (tree.sample(under) == null) {
          Sample leaf = random.nextInt(3) > 0 ? sample(random, tree, "s" + i) : null;
          tree.add(under, new int[0], leaf);
        }
      }
      removeBareLeaves(tree);
      int expected = 0;
      for (int position = 0; position < LENGTH; position++) {
        expected += sankoff(tree, position);
      }
      assertEquals(expected, ParsimonyLabels.apply(tree), "round " + round);
      assertEquals(expected, tree.score());
    }
  }

  private static void removeBareLeaves(MutationTree tree) {
    for (int node : tree.preorder()) {
      if (tree.isLeaf(node) && tree.sample(node) == null && node != tree.root()) {
        tree.setSample(node, Sample.of("bare" + node, new int[0]));
      }
    }
  }

  /** Cost of a site by trying every base at every node. */
  private static int sankoff(MutationTree tree, int position) {
    int[] costs = costs(tree, tree.root(), position);
    int reference = tree.referenceBase(position);
    int best = Integer.MAX_VALUE;
    for (int base = 0; base < 4; base++) {
      best = Math.min(best, costs[base] + (base == reference ? 0 : 1));
    }
    return best;
  }

  private static int[] costs(MutationTree tree, int node, int position) {
    int[] costs = new int[4];
    Sample sample = tree.sample(node);
    if (sample != null) {
      int set = set(tree, sample, position);
      for (int base = 0; base < 4; base++) {
        costs[base] = (set >> base & 1) != 0 ? 0 : 1000;
      }
    }
    for (int child = tree.firstChild(node); child >= 0; child = tree.next(child)) {
      int[] below = costs(tree, child, position);
      for (int base = 0; base < 4; base++) {
        int best = Integer.MAX_VALUE;
        for (int other = 0; other < 4; other++) {
          best = Math.min(best, below[other] + (other == base ? 0 : 1));
        }
        costs[base] += best;
      }
    }
    return costs;
  }

  private static int best(MutationTree tree, Sample sample) {
    int best = Integer.MAX_VALUE;
    for (int node : tree.preorder()) {
      int distance = 0;
      int shared = 0;
      int above = tree.parent(node);
      for (int position = 0; position < LENGTH; position++) {
        int set = set(tree, sample, position);
        boolean here = (set >> base(tree, node, position) & 1) != 0;
        distance += here ? 0 : 1;
        if (above >= 0 && here && (set >> base(tree, above, position) & 1) == 0) {
          shared++;
        }
      }
      best = Math.min(best, tree.isLeaf(node) && above >= 0 ? Integer.MAX_VALUE : distance);
      if (above >= 0) {
        int fromAbove = 0;
        for (int position = 0; position < LENGTH; position++) {
          boolean in = (set(tree, sample, position) >> base(tree, above, position) & 1) != 0;
          fromAbove += in ? 0 : 1;
        }
        best = Math.min(best, fromAbove - shared);
      }
    }
    return best;
  }

  private static int base(MutationTree tree, int node, int position) {
    for (int at = node; at >= 0; at = tree.parent(at)) {
      for (int mutation : tree.mutations(at)) {
        if (Mutation.position(mutation) == position) {
          return Mutation.to(mutation);
        }
      }
    }
    return tree.referenceBase(position);
  }

  private static int set(MutationTree tree, Sample sample, int position) {
    for (int i = 0; i < sample.unknown().length; i += 2) {
      if (position >= sample.unknown()[i] && position < sample.unknown()[i + 1]) {
        return 15;
      }
    }
    for (int site : sample.sites()) {
      if (Sample.position(site) == position) {
        return Sample.set(site);
      }
    }
    return 1 << tree.referenceBase(position);
  }

  private static boolean matches(MutationTree tree, int leaf, Sample sample) {
    for (int position = 0; position < LENGTH; position++) {
      if ((set(tree, sample, position) >> base(tree, leaf, position) & 1) == 0) {
        return false;
      }
    }
    return true;
  }

  /** Every sample stands once, with its sequence; branches are chained; counts hold. */
  private static void check(MutationTree tree, int samples) {
    List<Sample> found = new ArrayList<>();
    for (int node : tree.preorder()) {
      Sample sample = tree.sample(node);
      if (sample != null) {
        found.add(sample);
        assertTrue(matches(tree, node, sample));
        assertEquals(1, tree.leaves(node));
      }
      for (int mutation : tree.mutations(node)) {
        int above = tree.parent(node);
        int from =
            above < 0
                ? tree.referenceBase(Mutation.position(mutation))
                : base(tree, above, Mutation.position(mutation));
        assertEquals(from, Mutation.from(mutation));
      }
    }
    assertEquals(samples, found.size());
    assertEquals(samples, tree.leaves(tree.root()));
  }

  private static byte[] reference(Random random) {
    byte[] bases = new byte[LENGTH];
    for (int i = 0; i < LENGTH; i++) {
      bases[i] = (byte) "ACGT".charAt(random.nextInt(4));
    }
    return bases;
  }

  /** A crowded sample: few sites in use, so that mutations recur and revert. */
  private static Sample sample(Random random, MutationTree tree, String name) {
    TreeMap<Integer, Integer> sets = new TreeMap<>();
    int count = random.nextInt(8);
    for (int i = 0; i < count; i++) {
      int position = 5 * random.nextInt(10);
      int set = 1 << random.nextInt(4);
      if (random.nextInt(8) == 0) {
        set |= 1 << random.nextInt(4);
      }
      if (set != 1 << tree.referenceBase(position)) {
        sets.put(position, set);
      }
    }
    int start = random.nextInt(LENGTH - 20);
    int[] unknown = random.nextInt(3) == 0 ? new int[] {start, start + 20} : new int[0];
    int[] sites =
        sets.entrySet().stream()
            .filter(e -> unknown.length == 0 || e.getKey() < start || e.getKey() >= start + 20)
            .mapToInt(entry -> entry.getKey() << 4 | entry.getValue())
            .toArray();
    return new Sample(name, sites, unknown);
  }
}
