package org.firebreak.genome.likelihood;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Finds branch lengths, rates and topology of the highest likelihood near a starting tree: branches
 * by Newton's method, rates by parabolas through the log-likelihood in the logarithm of each,
 * topology by nearest-neighbour interchanges, in turn until nothing gains.
 */
public final class MaximumLikelihood {

  private static final double ENOUGH = 0.02;
  private static final double LEAST_GAIN = 0.05;
  private static final int MOST_ROUNDS = 12;

  private final Topology tree;
  private final SitePatterns patterns;
  private final SubstitutionModel.Kind kind;
  private final TreeLikelihood likelihood;
  private double reached;

  private MaximumLikelihood(
      Topology tree, SitePatterns patterns, SubstitutionModel.Kind kind, SubstitutionModel model) {
    this.tree = tree;
    this.patterns = patterns;
    this.kind = kind;
    this.likelihood = new TreeLikelihood(tree, patterns, model);
  }

  /**
   * What was found.
   *
   * @param tree unrooted, its root a node of three branches; lengths in substitutions a site
   */
  public record Result(Phylogeny tree, SubstitutionModel model, double logLikelihood) {}

  /**
   * Improves a parsimony tree.
   *
   * @param start tree of the samples whose columns the patterns are
   * @param sites number of columns
   */
  public static Result run(
      MutationTree start, SitePatterns patterns, double sites, SubstitutionModel.Kind kind) {
    double[] frequencies =
        kind == SubstitutionModel.Kind.JC
            ? new double[] {0.25, 0.25, 0.25, 0.25}
            : patterns.frequencies();
    SubstitutionModel model = firstModel(start, frequencies, kind);
    Topology topology = Topology.of(Phylogeny.of(start), patterns.names(), 1 / sites);
    return new MaximumLikelihood(topology, patterns, kind, model).climb();
  }

  /** Rates from the mutations of the parsimony tree, which are nearly all that happened. */
  private static SubstitutionModel firstModel(
      MutationTree tree, double[] frequencies, SubstitutionModel.Kind kind) {
    double[] counts = new double[6];
    Arrays.fill(counts, 1);
    tree.forEach(node -> {
      for (int mutation : tree.mutations(node)) {
        counts[pair(Mutation.from(mutation), Mutation.to(mutation))]++;
      }
    });
    double[] rates = new double[6];
    for (int n = 0; n < 6; n++) {
      int[] pair = SubstitutionModel.PAIRS[n];
      rates[n] = counts[n] / (frequencies[pair[0]] * frequencies[pair[1]]);
    }
    double unit = rates[5];
    for (int n = 0; n < 6; n++) {
      rates[n] = kind == SubstitutionModel.Kind.JC ? 1 : rates[n] / unit;
    }
    if (kind == SubstitutionModel.Kind.HKY) {
      double kappa = 2 * (counts[1] + counts[4]) / (counts[0] + counts[2] + counts[3] + counts[5]);
      rates = new double[] {1, kappa, 1, 1, kappa, 1};
    }
    return new SubstitutionModel(rates, frequencies);
  }

  private static int pair(int a, int b) {
    for (int n = 0; n < 6; n++) {
      int[] pair = SubstitutionModel.PAIRS[n];
      if ((pair[0] == a && pair[1] == b) || (pair[0] == b && pair[1] == a)) {
        return n;
      }
    }
    throw new IllegalArgumentException("No pair of bases: " + a + ", " + b);
  }

  private Result climb() {
    reached = likelihood.evaluate();
    smoothUntil(ENOUGH);
    improveRates();
    smoothUntil(ENOUGH);
    for (int round = 0; round < MOST_ROUNDS; round++) {
      if (!interchange()) {
        break;
      }
    }
    improveRates();
    smoothUntil(ENOUGH);
    return new Result(tree.toPhylogeny(patterns.names()), likelihood.model(), reached);
  }

  private void smoothUntil(double enough) {
    for (int round = 0; round < MOST_ROUNDS; round++) {
      likelihood.smooth();
      double now = likelihood.evaluate();
      boolean done = now - reached < enough;
      reached = now;
      if (done) {
        return;
      }
    }
  }

  /** Sets each free rate to the top of a parabola through three points. */
  private void improveRates() {
    int free =
        switch (kind) {
          case JC -> 0;
          case HKY -> 1;
          case GTR -> 5;
        };
    for (int n = 0; n < free; n++) {
      improveRate(n, 0.2);
    }
  }

  private void improveRate(int n, double step) {
    SubstitutionModel now = likelihood.model();
    double left = with(now, n, Math.exp(-step));
    double right = with(now, n, Math.exp(step));
    double curvature = left - 2 * reached + right;
    double move =
        curvature < 0 ? 0.5 * step * (left - right) / curvature : right > left ? step : -step;
    move = Math.max(-2 * step, Math.min(2 * step, move));
    double there = with(now, n, Math.exp(move));
    if (there >= reached) {
      reached = there;
    } else {
      likelihood.setModel(now);
      reached = likelihood.evaluate();
    }
  }

  private double with(SubstitutionModel model, int n, double factor) {
    double[] rates = model.rates();
    if (kind == SubstitutionModel.Kind.HKY) {
      rates[1] *= factor;
      rates[4] *= factor;
    } else {
      rates[n] *= factor;
    }
    likelihood.setModel(new SubstitutionModel(rates, model.frequencies()));
    return likelihood.evaluate();
  }

  private record Exchange(int node, int child, int sibling, double length, double gain) {}

  /** One round of interchanges; false if none gains. */
  private boolean interchange() {
    List<Exchange> exchanges = promising();
    if (exchanges.isEmpty()) {
      return false;
    }
    exchanges.sort(Comparator.comparingDouble(exchange -> -exchange.gain()));
    double before = reached;
    double[] lengths = tree.length.clone();
    List<Exchange> done = apply(exchanges);
    smoothUntil(ENOUGH);
    if (reached > before) {
      return reached - before > ENOUGH;
    }
    for (int i = done.size() - 1; i >= 0; i--) {
      tree.swap(done.get(i).child(), done.get(i).sibling());
    }
    System.arraycopy(lengths, 0, tree.length, 0, lengths.length);
    reached = likelihood.evaluate();
    return false;
  }

  private List<Exchange> promising() {
    List<Exchange> exchanges = new ArrayList<>();
    double[] length = new double[1];
    for (int node = tree.tips; node < tree.size(); node++) {
      if (node == tree.root) {
        continue;
      }
      for (int sibling : tree.children[tree.parent[node]]) {
        for (int child : tree.children[node]) {
          if (sibling != node) {
            double gain = likelihood.exchangeGain(node, child, sibling, length);
            if (gain > LEAST_GAIN) {
              exchanges.add(new Exchange(node, child, sibling, length[0], gain));
            }
          }
        }
      }
    }
    return exchanges;
  }

  /** Applies those that do not touch each other, the best first. */
  private List<Exchange> apply(List<Exchange> exchanges) {
    Set<Integer> touched = new HashSet<>();
    List<Exchange> done = new ArrayList<>();
    for (Exchange exchange : exchanges) {
      List<Integer> nodes =
          List.of(
              exchange.node(), tree.parent[exchange.node()], exchange.child(), exchange.sibling());
      if (nodes.stream().noneMatch(touched::contains)) {
        touched.addAll(nodes);
        tree.swap(exchange.child(), exchange.sibling());
        tree.length[exchange.node()] = exchange.length();
        done.add(exchange);
      }
    }
    return done;
  }
}
