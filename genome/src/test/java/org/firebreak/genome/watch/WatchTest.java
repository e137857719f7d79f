package org.firebreak.genome.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.firebreak.genome.watch.ClusterCheck.Case;
import org.firebreak.genome.watch.ClusterCheck.Finding;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void contactsAgreeOrAreContradictedAndLinksAreSuggested() {
    List<Case> cases =
        List.of(new Case("A", 0), new Case("B", 5), new Case("C", 6), new Case("D", 9));
    int[][] differences = {{0, 0, 9, 0}, {0, 0, 9, 1}, {9, 9, 0, 9}, {0, 1, 9, 0}};
    boolean[][] contacts = new boolean[4][4];
    contacts[0][1] = contacts[1][0] = true;
    contacts[1][2] = contacts[2][1] = true;
    List<Finding> findings = new ClusterCheck(24 / 365.0, 10).compare(cases, differences, contacts);
    assertEquals(
        List.of("B-C CONTRADICT", "A-B AGREE", "A-D MISSING_LINK", "B-D MISSING_LINK"),
        findings.stream().map(f -> f.first() + "-" + f.second() + " " + f.verdict()).toList());
  }

  @Test
  void theTailOfThePoissonIsExact() {
    assertEquals(1, ClusterCheck.atLeast(0, 0.3), 1e-12);
    assertEquals(1 - Math.exp(-0.3), ClusterCheck.atLeast(1, 0.3), 1e-12);
    assertEquals(1 - 13 * Math.exp(-4), ClusterCheck.atLeast(3, 4), 1e-12);
  }

  @Test
  void growthIsRecoveredAndRanked() {
    Random random = new Random(8);
    List<GrowingMutations.Observed> observed = new ArrayList<>();
    for (int i = 0; i < 4000; i++) {
      double day = random.nextInt(100);
      List<String> mutations = new ArrayList<>();
      if (random.nextDouble() < 1 / (1 + Math.exp(-(day - 60) * 0.08))) {
        mutations.add("S:N501Y");
      }
      if (random.nextDouble() < 0.4) {
        mutations.add("S:A222V");
      }
      if (random.nextDouble() < 1 / (1 + Math.exp((day - 40) * 0.05))) {
        mutations.add("N:S197L");
      }
      observed.add(new GrowingMutations.Observed(day, mutations));
    }
    observed.add(new GrowingMutations.Observed(99, List.of("E:V5I")));
    List<GrowingMutations.Growth> ranked = GrowingMutations.rank(observed, 1);
    assertEquals("S:N501Y", ranked.getFirst().mutation());
    GrowingMutations.Growth growth = ranked.getFirst();
    assertTrue(growth.low() < 0.08 && 0.08 < growth.high(), growth.toString());
    assertTrue(growth.share() > 0.9);
    assertEquals(
        "N:S197L", ranked.stream().filter(g -> g.samples() > 1).toList().getLast().mutation());
    assertTrue(ranked.stream().anyMatch(g -> g.mutation().equals("E:V5I") && g.low() < 0));
    assertTrue(GrowingMutations.rank(observed, 2).stream().noneMatch(g -> g.samples() < 2));
  }
}
