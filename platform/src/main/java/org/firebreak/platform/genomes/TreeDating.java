package org.firebreak.platform.genomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.firebreak.genome.clock.Dating;
import org.firebreak.genome.clock.RootToTip;
import org.firebreak.genome.clock.SampleDate;
import org.firebreak.genome.origin.PlaceModel;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Sample;
import org.firebreak.platform.genomes.TreeSummary.ClockSummary;
import org.firebreak.platform.genomes.TreeSummary.Introduction;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;

/**
 * Makes of a mutation tree one with dates and places: regression and maximum likelihood of the
 * strict clock, the places of ancestors by the equal-input model. The places are the regions of the
 * widest level at which the samples differ. For one thread.
 */
final class TreeDating {

  private static final long SEED = 20200115;
  private static final int LEAST_DATES = 8;
  private static final double VAGUE_YEARS = 0.1;
  private static final double HALF_MUTATION = 0.5;
  private static final int INTRODUCTIONS_MAX = 200;

  private final Phylogeny tree;
  private final int[][] mutations;
  private final long[] genomes;
  private final int[] choices;
  private final int sites;
  private final int parsimony;
  private final GenomeRow[] rows;

  private TreeDating(MutationTree built, Map<String, GenomeRow> byName) {
    this.tree = Phylogeny.of(built);
    this.sites = built.length();
    this.parsimony = built.score();
    int[] order = built.preorder();
    this.mutations = new int[order.length][];
    this.genomes = new long[order.length];
    this.choices = new int[order.length];
    this.rows = new GenomeRow[order.length];
    Placer placer = new Placer(built);
    for (int i = 0; i < order.length; i++) {
      mutations[i] = built.mutations(order[i]);
      Sample sample = built.sample(order[i]);
      if (sample != null) {
        rows[i] = byName.get(sample.name());
        genomes[i] = rows[i].id();
        choices[i] = placer.findElsewhere(sample, order[i]).choices();
      }
    }
  }

  /** Dates a tree whose samples bear the names of the genomes. */
  static PlacedTree run(MutationTree built, Map<String, GenomeRow> byName, RegionTree regions) {
    return new TreeDating(built, byName).place(regions);
  }

  private PlacedTree place(RegionTree regions) {
    double[] dates = new double[tree.size()];
    double[] intervals = new double[2 * tree.size()];
    Arrays.fill(dates, Double.NaN);
    Arrays.fill(intervals, Double.NaN);
    StringBuilder note = new StringBuilder();
    ClockSummary clock = date(dates, intervals, note);
    Level level = level(regions);
    String[] placeOf = placeOf(regions, level);
    PlaceModel.@Nullable Result found = findPlaces(placeOf);
    String[] places =
        found != null
            ? found.places()
            : Arrays.stream(placeOf).filter(p -> !p.isEmpty()).distinct().toArray(String[]::new);
    int[] place = new int[tree.size()];
    float[] probability = new float[tree.size()];
    for (int i = 0; i < place.length; i++) {
      place[i] = found == null ? places.length - 1 : found.best()[i];
      probability[i] = found == null ? 1 : (float) found.probabilities()[i][place[i]];
    }
    TreeSummary summary =
        new TreeSummary(
            parsimony,
            (int) Arrays.stream(choices).filter(n -> n > 1).count(),
            clock,
            note.toString(),
            level == null ? "" : level.word(),
            found == null ? List.of() : introductions(found));
    return new PlacedTree(
        tree, mutations, genomes, choices, dates, intervals, places, place, probability, summary);
  }

  private @Nullable ClockSummary date(double[] dates, double[] intervals, StringBuilder note) {
    List<Optional<SampleDate>> known = new ArrayList<>();
    double[] exact = new double[tree.size()];
    Set<Double> distinct = new HashSet<>();
    for (int i = 0; i < exact.length; i++) {
      Optional<SampleDate> date = rows[i] == null ? Optional.empty() : rows[i].label().sampleDate();
      known.add(date);
      exact[i] =
          date.filter(d -> d.high() - d.low() < VAGUE_YEARS)
              .map(SampleDate::middle)
              .orElse(Double.NaN);
      if (!Double.isNaN(exact[i])) {
        distinct.add(exact[i]);
      }
    }
    long dated = Arrays.stream(exact).filter(d -> !Double.isNaN(d)).count();
    if (dated < LEAST_DATES || distinct.size() < 3) {
      note.append("few-dates");
      return null;
    }
    Phylogeny perSite =
        tree.withLengths(Arrays.stream(tree.lengths()).map(length -> length / sites).toArray());
    RootToTip.Fit fit = RootToTip.fit(perSite, exact, new Random(SEED));
    if (!(fit.rate() > 0)) {
      note.append("no-signal");
      return null;
    }
    boolean fitted = Dating.isResolved(tree);
    Dating.Result found =
        Dating.run(
            perSite,
            tree.lengths(),
            sites,
            known,
            fitted ? Dating.Rate.guess(fit.rate()) : Dating.Rate.fixed(fit),
            Dating.Clock.STRICT);
    for (int i = 0; i < dates.length; i++) {
      dates[i] = found.dates()[i];
      intervals[2 * i] = found.intervals()[i][0];
      intervals[2 * i + 1] = found.intervals()[i][1];
    }
    return new ClockSummary(
        found.rate(),
        found.rateLow(),
        found.rateHigh(),
        fitted,
        fit.rSquared(),
        dates[0],
        intervals[0],
        intervals[1]);
  }

  /** The widest level at which the samples name two regions; null where none does. */
  private @Nullable Level level(RegionTree regions) {
    for (Level level : List.of(Level.NATION, Level.PROVINCE, Level.CITY, Level.DISTRICT)) {
      long different =
          Arrays.stream(rows)
              .filter(row -> row != null && row.label().region() != null)
              .map(row -> regionAt(regions, row, level))
              .filter(code -> !code.isEmpty())
              .distinct()
              .count();
      if (different > 1) {
        return level;
      }
    }
    return null;
  }

  private static String regionAt(RegionTree regions, GenomeRow row, Level level) {
    String region = row.label().region();
    String code = region == null ? null : regions.codeAt(region, level);
    return code == null ? "" : code;
  }

  private String[] placeOf(RegionTree regions, @Nullable Level level) {
    String[] places = new String[tree.size()];
    for (int i = 0; i < places.length; i++) {
      GenomeRow row = rows[i];
      if (row == null) {
        places[i] = "";
      } else if (level == null) {
        places[i] = row.label().place() == null ? "" : row.label().place();
      } else {
        places[i] = regionAt(regions, row, level);
      }
    }
    return places;
  }

  private PlaceModel.@Nullable Result findPlaces(String[] placeOf) {
    if (Arrays.stream(placeOf).filter(p -> !p.isEmpty()).distinct().count() < 2) {
      return null;
    }
    double[] lengths = new double[tree.size()];
    for (int i = 1; i < lengths.length; i++) {
      lengths[i] = tree.length(i) + HALF_MUTATION;
    }
    return PlaceModel.run(tree, lengths, placeOf);
  }

  private List<Introduction> introductions(PlaceModel.Result found) {
    int[][] matrix = found.introductions(tree);
    List<Introduction> list = new ArrayList<>();
    for (int from = 0; from < matrix.length; from++) {
      for (int to = 0; to < matrix.length; to++) {
        if (matrix[from][to] > 0) {
          list.add(new Introduction(found.places()[from], found.places()[to], matrix[from][to]));
        }
      }
    }
    list.sort(
        Comparator.comparingInt((Introduction i) -> -i.count())
            .thenComparing(Introduction::from)
            .thenComparing(Introduction::to));
    return list.size() > INTRODUCTIONS_MAX ? list.subList(0, INTRODUCTIONS_MAX) : list;
  }
}
