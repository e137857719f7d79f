package org.firebreak.genome.watch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.IntBinaryOperator;
import java.util.random.RandomGenerator;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.watch.ClusterCheck.Case;
import org.firebreak.genome.watch.ClusterCheck.Contact;
import org.firebreak.genome.watch.ClusterCheck.Finding;
import org.junit.jupiter.api.Test;

class WatchTest {

  @Test
  void contactsAgreeOrAreContradictedAndLinksAreSuggested() {
    List<Case> cases =
        List.of(new Case("A", 0), new Case("B", 5), new Case("C", 6), new Case("D", 9));
    int[][] differences = {{0, 0, 9, 0}, {0, 0, 9, 1}, {9, 9, 0, 9}, {0, 1, 9, 0}};
    List<Contact> contacts = List.of(new Contact("A", "B"), new Contact("C", "B"));
    ClusterCheck check = new ClusterCheck(24 / 365.0, 10);
    List<Finding> findings = check.compare(cases, (i, j) -> differences[i][j], contacts);
    assertEquals(
        List.of("B-C CONTRADICT", "A-B AGREE", "A-D MISSING_LINK", "B-D MISSING_LINK"),
        findings.stream().map(WatchTest::text).toList());
    assertEquals(0, findings.get(2).alternatives());
    assertEquals(1, findings.get(3).alternatives(), "A is nearer to D than B is");
    boolean[][] met = new boolean[4][4];
    met[0][1] = met[1][0] = met[1][2] = met[2][1] = true;
    assertEquals(
        findings.toString(), check.compare(cases, differences, met).toString(), "as matrix");
    List<Finding> ofD = check.compareOne("D", cases, (i, j) -> differences[i][j], contacts);
    assertEquals(
        List.of("D-A MISSING_LINK", "D-B MISSING_LINK"),
        ofD.stream().map(WatchTest::text).toList());
    DataException twice =
        assertThrows(
            DataException.class,
            () ->
                check.compare(List.of(new Case("A", 0), new Case("A", 1)), (i, j) -> 0, List.of()));
    assertTrue(String.valueOf(twice.getMessage()).contains("A"));
  }

  private static String text(Finding finding) {
    return finding.first() + "-" + finding.second() + " " + finding.verdict();
  }

  /**
   * A planted outbreak: chains of infections with Poisson substitutions from introductions far
   * apart, some contacts not told, some told that were none.
   */
  @Test
  void plantedLinksAreFoundAndFalseContactsContradicted() {
    RandomGenerator random = new Random(20260701);
    int size = 120;
    int introductions = 6;
    int[] parent = new int[size];
    double[] day = new double[size];
    List<Set<Integer>> mutations = new ArrayList<>();
    int next = 0;
    for (int i = 0; i < size; i++) {
      boolean first = i < introductions;
      parent[i] = first ? -1 : random.nextInt(Math.max(0, i - 12), i);
      day[i] = first ? random.nextInt(10) : day[parent[i]] + 3 + random.nextInt(5);
      Set<Integer> own = new TreeSet<>(first ? Set.of() : mutations.get(parent[i]));
      int fresh = first ? 15 : poisson(random, 0.0657 * (day[i] - day[parent[i]]));
      for (int k = 0; k < fresh; k++) {
        own.add(next++);
      }
      mutations.add(own);
    }
    List<Case> cases = new ArrayList<>();
    List<Contact> told = new ArrayList<>();
    Set<String> untold = new HashSet<>();
    for (int i = 0; i < size; i++) {
      cases.add(new Case("c" + i, day[i]));
      if (parent[i] >= 0 && i % 9 == 0) {
        untold.add("c" + parent[i] + "-c" + i);
      } else if (parent[i] >= 0) {
        told.add(new Contact("c" + parent[i], "c" + i));
      }
    }
    Set<String> wrong = new HashSet<>();
    for (int k = 0; k < introductions - 1; k++) {
      told.add(new Contact("c" + k, "c" + (k + 1)));
      wrong.add("c" + k + "-c" + (k + 1));
    }
    IntBinaryOperator differences =
        (i, j) -> {
          Set<Integer> either = new HashSet<>(mutations.get(i));
          either.addAll(mutations.get(j));
          return (int)
              either.stream()
                  .filter(m -> mutations.get(i).contains(m) != mutations.get(j).contains(m))
                  .count();
        };
    List<Finding> findings = new ClusterCheck(0.0657, 4).compare(cases, differences, told);
    Set<String> contradicted = new HashSet<>();
    Set<String> suggested = new HashSet<>();
    int agree = 0;
    for (Finding finding : findings) {
      String pair = finding.first() + "-" + finding.second();
      switch (finding.verdict()) {
        case CONTRADICT -> contradicted.add(pair);
        case MISSING_LINK -> suggested.add(pair);
        case AGREE -> agree++;
        case DOUBTFUL -> {}
      }
    }
    assertEquals(wrong, contradicted);
    assertTrue(agree >= 0.9 * (told.size() - wrong.size()), "true contacts that agree: " + agree);
    // A chain that is told by another way hides an untold link; the rest must be suggested.
    Set<String> missed = new HashSet<>(untold);
    missed.removeAll(suggested);
    assertTrue(missed.size() <= untold.size() / 4, "links not suggested: " + missed);
    assertTrue(
        suggested.stream().allMatch(pair -> lineage(pair, 0, parent) == lineage(pair, 1, parent)),
        "no link between introductions");
  }

  private static int lineage(String pair, int side, int[] parent) {
    int at = Integer.parseInt(pair.split("-", -1)[side].substring(1));
    while (parent[at] >= 0) {
      at = parent[at];
    }
    return at;
  }

  private static int poisson(RandomGenerator random, double mean) {
    int n = 0;
    for (double t = random.nextExponential(); t < mean; t += random.nextExponential()) {
      n++;
    }
    return n;
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
    List<GrowingMutations.Growth> ranked = new GrowingMutations(observed).rank(1);
    assertEquals("S:N501Y", ranked.getFirst().mutation());
    GrowingMutations.Growth growth = ranked.getFirst();
    assertTrue(growth.low() < 0.08 && 0.08 < growth.high(), growth.toString());
    assertTrue(growth.share() > 0.9);
    assertEquals(
        "N:S197L", ranked.stream().filter(g -> g.samples() > 1).toList().getLast().mutation());
    assertTrue(ranked.stream().anyMatch(g -> g.mutation().equals("E:V5I") && g.low() < 0));
    assertTrue(new GrowingMutations(observed).rank(2).stream().noneMatch(g -> g.samples() < 2));
  }

  @Test
  void sharesCountOnlyWhatIsKnown() {
    List<GrowingMutations.Observed> observed = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      boolean has = i % 4 == 0;
      boolean unknown = i % 4 == 1;
      observed.add(
          new GrowingMutations.Observed(
              i / 20 * 7,
              has ? List.of("A23403G", "S:D614G") : List.of(),
              unknown ? List.of("23400-23500", "S:610-620") : List.of("1-54")));
    }
    GrowingMutations mutations = new GrowingMutations(observed);
    for (String mutation : List.of("A23403G", "S:D614G")) {
      List<GrowingMutations.Share> weeks = mutations.shares(mutation, 7).orElseThrow();
      assertEquals(2, weeks.size());
      assertEquals(5, weeks.getFirst().samples());
      assertEquals(15, weeks.getFirst().known());
      assertEquals(1 / 3.0, weeks.get(1).share(), 1e-12);
      // Wilson's interval of 5 in 15.
      assertEquals(0.1518, weeks.get(1).low(), 5e-4);
      assertEquals(0.5829, weeks.get(1).high(), 5e-4);
    }
    assertTrue(mutations.shares("C1T", 7).isEmpty());
    assertTrue(mutations.rank(1).stream().allMatch(g -> g.low() < 0 && g.high() > 0));
  }

  @Test
  void oneOutbreakOfManyAlikeIsNoGrowth() {
    // Shares that swing between stretches of time, as outbreaks do; no trend.
    Random random = new Random(3);
    List<GrowingMutations.Observed> observed = new ArrayList<>();
    for (int week = 0; week < 20; week++) {
      boolean outbreak = random.nextBoolean();
      for (int i = 0; i < 40; i++) {
        boolean has = random.nextDouble() < (outbreak ? 0.8 : 0.2);
        observed.add(new GrowingMutations.Observed(7 * week, has ? List.of("S:A222V") : List.of()));
      }
    }
    GrowingMutations.Growth growth = new GrowingMutations(observed).rank(1).getFirst();
    assertTrue(growth.low() < 0 && growth.high() > 0, growth.toString());
  }

  @Test
  void watchedSitesAreFound() {
    SitesUnderWatch watch =
        new SitesUnderWatch(List.of("S:E484K", "S:501", "S:319-331", "C241T", "21765-21770"));
    List<String> mutations =
        List.of("C241T", "21766-21771", "S:E484Q", "S:N501Y", "S:H69-", "ORF8:E484K");
    assertEquals(
        List.of(
            new SitesUnderWatch.Hit("S:501", "S:N501Y"),
            new SitesUnderWatch.Hit("C241T", "C241T"),
            new SitesUnderWatch.Hit("21765-21770", "21766-21771")),
        watch.hits(mutations));
    assertEquals(List.of("S:E484K", "C241T"), watch.untold(List.of("1-241", "S:480-490")));
    DataException wrong =
        assertThrows(DataException.class, () -> new SitesUnderWatch(List.of("S:484", "Spike")));
    assertTrue(String.valueOf(wrong.getMessage()).contains("Spike"));
  }
}
