package org.firebreak.genome.tree;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class CladeSupportTest {

  private static final byte[] REFERENCE = "A".repeat(300).getBytes(StandardCharsets.US_ASCII);

  /** Mutations of A to C at each position. */
  private static Sample sample(String name, int... positions) {
    return Sample.of(name, Arrays.stream(positions).map(p -> p << 4 | 2).sorted().toArray());
  }

  @Test
  void supportIsTheChanceThatOneOfTheMutationsStays() {
    List<Sample> samples = new ArrayList<>();
    // Clades of two that rest on one, two and three mutations alone.
    int[][] shared = {{10}, {20, 21}, {30, 31, 32}};
    for (int[] clade : shared) {
      for (int k = 0; k < 2; k++) {
        int[] own = Arrays.copyOf(clade, clade.length + 1);
        own[clade.length] = 100 + samples.size();
        samples.add(sample("s" + samples.size(), own));
      }
    }
    MutationTree tree = TreeBuilder.build(REFERENCE, samples, 5);
    double[] supports = CladeSupport.of(tree, REFERENCE, samples, 2000, 2, 7);
    int clades = 0;
    for (int node : tree.preorder()) {
      if (Double.isNaN(supports[node])) {
        continue;
      }
      clades++;
      int mutations = tree.mutations(node).length;
      assertEquals(1 - Math.exp(-mutations), supports[node], 0.03, mutations + " mutations");
    }
    assertEquals(3, clades);
    assertArrayEquals(supports, CladeSupport.of(tree, REFERENCE, samples, 2000, 2, 7));
  }

  @Test
  void conflictingSitesLowerIt() {
    // Two sites join a and b, two others b and c: at best half of the replicates have either.
    List<Sample> samples =
        List.of(
            sample("a", 10, 11, 101),
            sample("b", 10, 11, 20, 21, 102),
            sample("c", 20, 21, 103),
            sample("d", 104));
    MutationTree tree = TreeBuilder.build(REFERENCE, samples, 5);
    double[] supports = CladeSupport.of(tree, REFERENCE, samples, 500, 2, 3);
    double least = Arrays.stream(supports).filter(s -> !Double.isNaN(s)).min().orElseThrow();
    assertTrue(least < 0.75, "support " + least);
  }
}
