package org.firebreak.genome.format;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.CladeDistance;
import org.firebreak.genome.tree.Phylogeny;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NewickTest {

  @Test
  void readsAndWritesNamesLengthsAndQuotes() {
    String text = "((A:0.1,'B c''d':2e-05)n1[a comment]:3,(C,D):0,E);";
    Phylogeny tree = Newick.parse("t.nwk", text);
    assertEquals(8, tree.size());
    assertEquals("B c'd", tree.names()[3]);
    assertEquals(2e-5, tree.lengths()[3]);
    assertEquals("n1", tree.names()[1]);
    assertTrue(Double.isNaN(tree.lengths()[0]));
    assertArrayEquals(new int[] {-1, 0, 1, 1, 0, 4, 4, 0}, tree.parent());
    Phylogeny again = Newick.parse("t.nwk", Newick.write(tree));
    assertArrayEquals(tree.parent(), again.parent());
    assertArrayEquals(tree.names(), again.names());
    assertArrayEquals(tree.lengths(), again.lengths());
  }

  @Test
  void aLadderOfAMillionIsNoTrouble() {
    int depth = 1_000_000;
    String text = "(".repeat(depth) + "A" + ",B)".repeat(depth) + ";";
    assertEquals(2 * depth + 1, Newick.parse("deep.nwk", text).size());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "((A,B);", "(A,B));", "(A:x,B);", "(A B);", "('A,B);", "(A,B)(C);", "A,B;"})
  void refusesWhatIsNoTree(String text) {
    DataException refusal = assertThrows(DataException.class, () -> Newick.parse("bad.nwk", text));
    assertTrue(String.valueOf(refusal.getMessage()).startsWith("bad.nwk"), refusal.getMessage());
  }

  @Test
  void rerootingKeepsTheDistances() {
    Phylogeny tree = Newick.parse("t", "((A:1,B:2):3,(C:4,D:5):6);");
    Phylogeny turned = tree.rerooted(2, 0.25);
    double[] depth = new double[turned.size()];
    double sum = 0;
    for (int i = 1; i < turned.size(); i++) {
      depth[i] = depth[turned.parent()[i]] + turned.length(i);
      sum += turned.length(i);
    }
    assertEquals(21, sum, 1e-12);
    for (int leaf : turned.leaves()) {
      double expected =
          switch (turned.names()[leaf]) {
            case "A" -> 0.25;
            case "B" -> 2.75;
            case "C" -> 13.75;
            default -> 14.75;
          };
      assertEquals(expected, depth[leaf], 1e-12);
    }
  }

  @Test
  void treesAreComparedByTheirClades() {
    Phylogeny tree = Newick.parse("t", "(((A:1,B:1):1,C:1):1,(D:1,E:1):0);");
    Phylogeny other = Newick.parse("t", "(((A:1,C:1):1,B:1):1,(D:1,E:1,X:1):1);");
    assertEquals(new CladeDistance(0, 0), CladeDistance.between(tree, 0, tree, 0));
    assertEquals(new CladeDistance(1, 2), CladeDistance.between(tree, 0, other, 0));
    assertEquals(3, CladeDistance.between(other, 0, tree, 0).total());
    assertEquals(
        new CladeDistance(0, 3), CladeDistance.between(tree, 1, other, 0), "none long enough");
  }
}
