package org.firebreak.cli.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clock.Dating;
import org.firebreak.genome.clock.RootToTip;
import org.firebreak.genome.clock.SampleDate;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.TreeFile;
import org.firebreak.genome.origin.PlaceModel;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Sample;
import org.jspecify.annotations.Nullable;

/** A tree with dates and places, and its files. */
final class TreeResult {

  private static final List<String> FILES =
      List.of("tree.nwk", "tree.nexus", "tree.pb", "tree.jsonl", "tree.json");
  private static final long SEED = 20200115;
  private static final double LEAST_SHOWN = 0.001;
  private static final double HALF_MUTATION = 0.5;

  private final AnnotatedTree tree;
  private final Reference reference;
  private final RootToTip.@Nullable Fit regression;
  private final Dating.@Nullable Result dating;
  private final PlaceModel.@Nullable Result places;
  private final int[] choices;
  private final double[] supports;
  private final String clock;

  private TreeResult(
      AnnotatedTree tree,
      Reference reference,
      RootToTip.@Nullable Fit regression,
      Dating.@Nullable Result dating,
      PlaceModel.@Nullable Result places,
      int[] choices,
      double[] supports,
      ClockKind clock) {
    this.tree = tree;
    this.reference = reference;
    this.regression = regression;
    this.dating = dating;
    this.places = places;
    this.choices = choices;
    this.supports = supports;
    this.clock = clock.name();
  }

  /**
   * Dates a tree and finds its places.
   *
   * @param supports of clades by number of node of the tree; empty if not computed
   */
  static TreeResult of(
      MutationTree tree,
      Reference reference,
      Metadata metadata,
      ClockKind clock,
      double[] supports) {
    AnnotatedTree bare = AnnotatedTree.of(tree, reference.bases());
    Phylogeny phylogeny = bare.phylogeny();
    RootToTip.Fit fit = null;
    Dating.Result dating = null;
    if (clock != ClockKind.NONE) {
      Phylogeny perSite = perSite(phylogeny, reference.length());
      fit =
          RootToTip.fit(
              perSite, metadata.exactDates(phylogeny), reference.length(), new Random(SEED));
      if (fit.rate() <= 0) {
        throw new DataException(
            "clock-falls",
            "Distance to the root does not grow with the date; use --clock none, or check the dates");
      }
      dating =
          Dating.run(
              perSite,
              phylogeny.lengths(),
              reference.length(),
              metadata.dates(phylogeny),
              Dating.isResolved(phylogeny) ? Dating.Rate.guess(fit.rate()) : Dating.Rate.fixed(fit),
              clock == ClockKind.RELAXED ? Dating.Clock.RELAXED : Dating.Clock.STRICT);
    }
    PlaceModel.Result places = places(phylogeny, metadata);
    int[] choices = choices(tree);
    double[] inOrder = inOrder(tree, supports);
    Map<String, AnnotatedTree.Trait> traits = new LinkedHashMap<>();
    if (places != null) {
      traits.put(metadata.placeColumn(), placeTrait(bare.phylogeny().size(), places));
    }
    traits.put("support", numbers(i -> ClockReport.number("%.2f", inOrder[i]), choices.length));
    traits.put(
        "equally_good_places",
        numbers(i -> choices[i] > 1 ? Integer.toString(choices[i]) : "", choices.length));
    AnnotatedTree whole =
        dating == null
            ? bare.with(bare.dates(), bare.dateIntervals(), traits)
            : bare.with(dating.dates(), dating.intervals(), traits);
    return new TreeResult(whole, reference, fit, dating, places, choices, inOrder, clock);
  }

  private static Phylogeny perSite(Phylogeny tree, double sites) {
    return tree.withLengths(Arrays.stream(tree.lengths()).map(length -> length / sites).toArray());
  }

  private static PlaceModel.@Nullable Result places(Phylogeny tree, Metadata metadata) {
    String[] placeOf = metadata.places(tree);
    if (Arrays.stream(placeOf).filter(p -> !p.isEmpty()).distinct().count() < 2) {
      return null;
    }
    double[] lengths = new double[tree.size()];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] = tree.length(i) + HALF_MUTATION;
    }
    return PlaceModel.run(tree, lengths, placeOf);
  }

  private static AnnotatedTree.Trait placeTrait(int size, PlaceModel.Result places) {
    String[] values = new String[size];
    AnnotatedTree.Trait trait = AnnotatedTree.Trait.of(values);
    for (int i = 0; i < size; i++) {
      values[i] = places.places()[places.best()[i]];
      Map<String, Double> shares = new LinkedHashMap<>();
      for (int k = 0; k < places.places().length; k++) {
        if (places.probabilities()[i][k] >= LEAST_SHOWN) {
          shares.put(places.places()[k], places.probabilities()[i][k]);
        }
      }
      trait.probabilities()[i] = shares;
    }
    return trait;
  }

  private static AnnotatedTree.Trait numbers(IntFunction<String> text, int size) {
    String[] values = new String[size];
    Arrays.setAll(values, text);
    return AnnotatedTree.Trait.of(values);
  }

  private static double[] inOrder(MutationTree tree, double[] byNode) {
    int[] order = tree.preorder();
    double[] values = new double[order.length];
    Arrays.setAll(values, i -> byNode.length == 0 ? Double.NaN : byNode[order[i]]);
    return values;
  }

  /** By node in preorder: number of equally good places of a sample; 0 for inner nodes. */
  private static int[] choices(MutationTree tree) {
    int[] order = tree.preorder();
    int[] choices = new int[order.length];
    Placer placer = new Placer(tree);
    for (int i = 0; i < order.length; i++) {
      Sample sample = tree.sample(order[i]);
      if (sample != null) {
        choices[i] = placer.findElsewhere(sample, order[i]).choices();
      }
    }
    return choices;
  }

  boolean isDated() {
    return dating != null;
  }

  /** Samples that would fit equally well elsewhere. */
  int uncertain() {
    return (int) Arrays.stream(choices).filter(n -> n > 1).count();
  }

  /** Number of clades with more than a support; empty if supports were not computed. */
  String cladeCount(double above) {
    double[] known = Arrays.stream(supports).filter(share -> !Double.isNaN(share)).toArray();
    boolean none = known.length == 0;
    return none
        ? ""
        : Long.toString(Arrays.stream(known).filter(x -> x > above || above == 0).count());
  }

  /** Rate, root date and root place for the summary. */
  String[] summary() {
    String[] cells = new String[9];
    Arrays.fill(cells, "");
    if (dating != null) {
      cells[0] = ClockReport.number("%.4e", dating.rate());
      cells[1] = ClockReport.number("%.4e", dating.rateLow());
      cells[2] = ClockReport.number("%.4e", dating.rateHigh());
      cells[3] = SampleDate.day(dating.dates()[0]).toString();
      cells[4] = SampleDate.day(dating.intervals()[0][0]).toString();
      cells[5] = SampleDate.day(dating.intervals()[0][1]).toString();
    }
    if (places != null) {
      int best = places.best()[0];
      cells[6] = places.places()[best];
      cells[7] = ClockReport.number("%.4f", places.probabilities()[0][best]);
      int changes =
          Arrays.stream(places.introductions(tree.phylogeny())).flatMapToInt(Arrays::stream).sum();
      cells[8] = Integer.toString(changes);
    }
    return cells;
  }

  void writeAll(Path folder, String title) {
    try {
      TreeFile.About about = new TreeFile.About(title, lastDate(), reference);
      for (String name : FILES) {
        TreeFile.write(tree, about, folder.resolve(name));
      }
      writeNodes(folder.resolve("nodes.tsv"));
      writeClock(folder.resolve("clock.tsv"));
      writeIntroductions(folder.resolve("introductions.tsv"));
    } catch (IOException e) {
      throw new UserException("output-failed", folder + ": cannot be written: " + e, e);
    }
  }

  /** The date of the latest sample, so that equal input gives equal output. */
  private LocalDate lastDate() {
    double last =
        Arrays.stream(tree.dates()).filter(date -> !Double.isNaN(date)).max().orElse(1970);
    return SampleDate.day(last);
  }

  private void writeNodes(Path file) throws IOException {
    Phylogeny phylogeny = tree.phylogeny();
    List<String> lines = new ArrayList<>();
    lines.add(
        "node\tparent\tmutations\tdate\tdate_low\tdate_high\tplace\tplace_probability"
            + "\tequally_good_places\tsupport");
    for (int i = 0; i < phylogeny.size(); i++) {
      StringBuilder mutations = new StringBuilder();
      for (int mutation : tree.mutations()[i]) {
        mutations.append(mutations.isEmpty() ? "" : ",").append(Mutation.text(mutation));
      }
      String place = "";
      String probability = "";
      if (places != null) {
        int best = places.best()[i];
        place = places.places()[best];
        probability = ClockReport.number("%.4f", places.probabilities()[i][best]);
      }
      lines.add(
          String.join(
              "\t",
              phylogeny.names()[i],
              i == 0 ? "" : phylogeny.names()[phylogeny.parent()[i]],
              mutations,
              ClockReport.number("%.4f", tree.dates()[i]),
              ClockReport.number("%.4f", tree.dateIntervals()[i][0]),
              ClockReport.number("%.4f", tree.dateIntervals()[i][1]),
              place,
              probability,
              choices[i] == 0 ? "" : Integer.toString(choices[i]),
              ClockReport.number("%.2f", supports[i])));
    }
    Files.write(file, lines);
  }

  private void writeClock(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add(String.join("\t", ClockReport.COLUMNS));
    if (regression != null && dating != null) {
      lines.add(String.join("\t", ClockReport.regression(regression, 0)));
      lines.add(String.join("\t", ClockReport.likelihood(clock, dating, regression.tips())));
    }
    Files.write(file, lines);
  }

  private void writeIntroductions(Path file) throws IOException {
    List<String> lines = new ArrayList<>();
    lines.add("from\tto\tintroductions");
    if (places != null) {
      int[][] counts = places.introductions(tree.phylogeny());
      for (int from = 0; from < counts.length; from++) {
        for (int to = 0; to < counts.length; to++) {
          if (counts[from][to] > 0) {
            lines.add(places.places()[from] + "\t" + places.places()[to] + "\t" + counts[from][to]);
          }
        }
      }
    }
    Files.write(file, lines);
  }
}
