package org.firebreak.genome.tree;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/**
 * How far two rooted trees of the same samples are apart: clades that one has and the other has not
 * (Robinson and Foulds 1981, rooted). A clade counts if its branch is long enough to be believed;
 * samples that only one tree has are passed over.
 *
 * @param onlyFirst clades of the first tree alone
 * @param onlySecond clades of the second tree alone
 */
public record CladeDistance(int onlyFirst, int onlySecond) {

  private static final long SEED = 4711;

  /** Compares two trees; a branch must be longer than the least length of its tree to count. */
  public static CladeDistance between(
      Phylogeny first, double leastOfFirst, Phylogeny second, double leastOfSecond) {
    Map<String, Long> codes = codes(first, second);
    Set<Long> a = clades(first, leastOfFirst, codes);
    Set<Long> b = clades(second, leastOfSecond, codes);
    int shared = 0;
    for (Long clade : a) {
      shared += b.contains(clade) ? 1 : 0;
    }
    return new CladeDistance(a.size() - shared, b.size() - shared);
  }

  public int total() {
    return onlyFirst + onlySecond;
  }

  /** A random number for each sample of both trees; a clade is the sum of its samples' numbers. */
  private static Map<String, Long> codes(Phylogeny first, Phylogeny second) {
    Set<String> names = new HashSet<>();
    for (int leaf : first.leaves()) {
      names.add(first.names()[leaf]);
    }
    Random random = new Random(SEED);
    Map<String, Long> codes = new HashMap<>();
    for (int leaf : second.leaves()) {
      if (names.contains(second.names()[leaf])) {
        codes.put(second.names()[leaf], random.nextLong());
      }
    }
    return codes;
  }

  private static Set<Long> clades(Phylogeny tree, double least, Map<String, Long> codes) {
    int size = tree.size();
    long[] sums = new long[size];
    int[] counts = new int[size];
    int[] children = tree.childCounts();
    for (int i = size - 1; i >= 0; i--) {
      Long code = children[i] == 0 ? codes.get(tree.names()[i]) : null;
      if (code != null) {
        sums[i] = code;
        counts[i] = 1;
      }
      if (i > 0) {
        sums[tree.parent()[i]] += sums[i];
        counts[tree.parent()[i]] += counts[i];
      }
    }
    Set<Long> clades = new HashSet<>();
    for (int i = 1; i < size; i++) {
      if (counts[i] > 1 && counts[i] < codes.size() && tree.length(i) > least) {
        clades.add(sums[i]);
      }
    }
    return clades;
  }
}
