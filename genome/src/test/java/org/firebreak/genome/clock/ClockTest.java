package org.firebreak.genome.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.Shared;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.origin.PlaceModel;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Simulated;
import org.firebreak.genome.tree.TreeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Rates, roots and places against TreeTime and against the truth of simulations. */
class ClockTest {

  @ParameterizedTest
  @CsvSource({"h3n2_na_20, 2.826e-3, 0.98, 1996.75, 1409", "zika, 9.194e-4, 0.72, 2012.96, 10807"})
  void ratesAndRootsAreTreeTimes(String set, double rate, double r2, double root, int sites)
      throws IOException {
    Phylogeny tree = tree(set);
    Map<String, String> table = column(set, 1);
    RootToTip.Place place = RootToTip.findRoot(tree, dates(tree, table));
    Phylogeny rooted = place.node() == 0 ? tree : tree.rerooted(place.node(), place.share());
    RootToTip.Fit fit = RootToTip.fit(rooted, dates(rooted, table), new Random(1));
    assertEquals(rate, fit.rate(), 0.001 * rate);
    assertEquals(r2, fit.rSquared(), 0.005);
    assertEquals(root, fit.rootDate(), 0.01);
    List<Optional<SampleDate>> known = sampleDates(rooted, table);
    for (Dating.Clock clock : Dating.Clock.values()) {
      Dating.Result result =
          Dating.run(
              rooted,
              Dating.counts(rooted, sites),
              sites,
              known,
              Dating.Rate.guess(fit.rate()),
              clock);
      assertTrue(result.rateLow() < rate && rate < result.rateHigh(), clock + " " + result.rate());
      if (clock == Dating.Clock.STRICT) {
        assertTrue(result.intervals()[0][0] < root && root < result.intervals()[0][1]);
      }
    }
  }

  @Test
  void theZikaEpidemicOfTheAmericasCameFromFrenchPolynesia() throws IOException {
    Phylogeny tree = tree("zika");
    Map<String, String> countries = column("zika", 2);
    String[] places = new String[tree.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = countries.getOrDefault(tree.names()[i], "");
    }
    double[] lengths = new double[tree.size()];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] = tree.length(i);
    }
    PlaceModel.Result result = PlaceModel.run(tree, lengths, places);
    assertEquals("french_polynesia", result.places()[result.best()[0]]);
    assertTrue(result.probabilities()[0][result.best()[0]] > 0.9);
  }

  @ParameterizedTest
  @CsvSource({"100, L09, 2019-12-11", "1000, L05, 2019-12-16"})
  void simulatedOutbreaksAreTracedToTheirOrigin(int tips, String origin, LocalDate ancestor)
      throws IOException {
    Simulated outbreak = new Simulated(tips);
    MutationTree built = TreeBuilder.build(Shared.reference().bases(), outbreak.samples(), 20);
    Phylogeny tree = Phylogeny.of(built);
    Map<String, String> days = new HashMap<>();
    Map<String, String> places = new HashMap<>();
    outbreak.tips().forEach(tip -> days.put(tip.name(), tip.date()));
    outbreak.tips().forEach(tip -> places.put(tip.name(), tip.place()));
    double sites = built.length();
    double[] perSite = new double[tree.size()];
    double[] steps = new double[tree.size()];
    String[] placeOf = new String[tree.size()];
    for (int i = 0; i < perSite.length; i++) {
      perSite[i] = tree.length(i) / sites;
      steps[i] = tree.length(i) + 0.5;
      placeOf[i] = places.getOrDefault(tree.names()[i], "");
    }
    Phylogeny scaled = tree.withLengths(perSite);
    RootToTip.Fit fit = RootToTip.fit(scaled, dates(tree, days), new Random(1));
    Dating.Result result =
        Dating.run(
            scaled,
            tree.lengths(),
            sites,
            sampleDates(tree, days),
            Dating.Rate.fixed(fit),
            Dating.Clock.STRICT);
    double truth = SampleDate.decimal(ancestor);
    double day = 1 / 365.0;
    assertTrue(result.intervals()[0][0] - day < truth && truth < result.intervals()[0][1] + day);
    PlaceModel.Result traced = PlaceModel.run(tree, steps, placeOf);
    assertEquals(origin, traced.places()[traced.best()[0]]);
  }

  @Test
  void aPerfectClockIsFoundExactly() {
    Phylogeny tree = Newick.parse("t", "((A:0.01,B:0.02):0.01,(C:0.02,D:0.03):0.005);");
    Map<String, String> table = Map.of("A", "2002.0", "B", "2003.0", "C", "2002.5", "D", "2003.5");
    RootToTip.Fit fit = RootToTip.fit(tree, dates(tree, table), new Random(1));
    assertEquals(0.01, fit.rate(), 1e-9);
    assertEquals(2000.0, fit.rootDate(), 1e-6);
    assertEquals(1.0, fit.rSquared(), 1e-9);
  }

  /** Trees that grow tip by tip, each from one of the last ten, with Poisson substitutions. */
  @Test
  void intervalsHoldWhereTipsShareTheirHistory() {
    Random random = new Random(99);
    double sites = 30_000;
    double rate = 8e-4;
    int covered = 0;
    int coveredByTips = 0;
    int rounds = 200;
    for (int round = 0; round < rounds; round++) {
      int tips = 120;
      int[] parent = new int[2 * tips + 1];
      double[] dates = new double[parent.length];
      double[] born = new double[parent.length];
      double[] lengths = new double[parent.length];
      String[] names = new String[parent.length];
      parent[0] = -1;
      for (int i = 0; i < parent.length; i++) {
        names[i] = "n" + i;
        dates[i] = Double.NaN;
      }
      // Odd nodes are lineages, the even node after each its sample.
      for (int k = 0; k < tips; k++) {
        int node = 2 * k + 1;
        parent[node] = k == 0 ? 0 : 2 * random.nextInt(Math.max(0, k - 10), k) + 1;
        born[node] = (k == 0 ? 2020 : born[parent[node]]) + 0.02 + 0.02 * random.nextDouble();
        lengths[node] = poisson(random, rate * sites * (born[node] - born0(born, parent[node])));
        parent[node + 1] = node;
        dates[node + 1] = born[node] + 0.01;
        lengths[node + 1] = poisson(random, rate * sites * 0.01);
      }
      double[] perSite = Arrays.stream(lengths).map(length -> length / sites).toArray();
      Phylogeny tree = new Phylogeny(parent, names, perSite);
      RootToTip.Fit fit = RootToTip.fit(tree, dates, sites, new Random(1));
      RootToTip.Fit byTips = RootToTip.fit(tree, dates, new Random(1));
      assertEquals(byTips.rate(), fit.rate());
      assertTrue(fit.rootLow() < fit.rootDate() && fit.rootDate() < fit.rootHigh());
      covered += fit.rateLow() < rate && rate < fit.rateHigh() ? 1 : 0;
      coveredByTips += byTips.rateLow() < rate && rate < byTips.rateHigh() ? 1 : 0;
    }
    assertTrue(covered >= 0.88 * rounds, "covered in " + covered);
    assertTrue(coveredByTips < covered, "drawing tips covers " + coveredByTips);
  }

  private static double born0(double[] born, int node) {
    return node == 0 ? 2020 : born[node];
  }

  private static int poisson(Random random, double mean) {
    int n = 0;
    for (double t = random.nextExponential(); t < mean; t += random.nextExponential()) {
      n++;
    }
    return n;
  }

  @Test
  void tooFewOrEqualDatesAreRefused() {
    Phylogeny tree = Newick.parse("t", "(A:1,B:2,C:3);");
    assertThrows(
        DataException.class, () -> RootToTip.findRoot(tree, dates(tree, Map.of("A", "2002.0"))));
    Map<String, String> same = Map.of("A", "2002.0", "B", "2002.0", "C", "2002.0");
    assertThrows(DataException.class, () -> RootToTip.findRoot(tree, dates(tree, same)));
  }

  @Test
  void datesOfEveryPrecisionAreRead() {
    assertEquals(2020 + 73.5 / 366, SampleDate.parse("2020-03-14").orElseThrow().low(), 1e-9);
    SampleDate month = SampleDate.parse("2020-02-XX").orElseThrow();
    assertEquals(28 / 366.0, month.high() - month.low(), 1e-9);
    assertEquals(364 / 365.0, width("2021"), 1e-9);
    assertEquals(0, width("2021.25"), 1e-9);
    assertTrue(SampleDate.parse("2021-02-30").isEmpty());
    assertTrue(SampleDate.parse("14/03/2020").isEmpty());
    assertEquals(LocalDate.of(2020, 12, 31), SampleDate.day(2020.9999));
  }

  private static double width(String text) {
    SampleDate date = SampleDate.parse(text).orElseThrow();
    return date.high() - date.low();
  }

  private static Phylogeny tree(String set) throws IOException {
    Path file = Shared.path("gold/genome/data/treetime/" + set + ".nwk");
    return Newick.parse(set, Files.readString(file));
  }

  private static Map<String, String> column(String set, int column) throws IOException {
    Map<String, String> table = new HashMap<>();
    Path file = Shared.path("gold/genome/data/treetime/" + set + ".metadata.csv");
    for (String line : Files.readAllLines(file)) {
      String[] fields = line.split(",", -1);
      table.put(fields[0].strip(), fields[column].strip());
    }
    return table;
  }

  private static List<Optional<SampleDate>> sampleDates(Phylogeny tree, Map<String, String> table) {
    List<Optional<SampleDate>> dates = new ArrayList<>();
    for (String name : tree.names()) {
      dates.add(SampleDate.parse(table.getOrDefault(name, "")));
    }
    return dates;
  }

  private static double[] dates(Phylogeny tree, Map<String, String> table) {
    return sampleDates(tree, table).stream()
        .mapToDouble(date -> date.map(SampleDate::middle).orElse(Double.NaN))
        .toArray();
  }
}
