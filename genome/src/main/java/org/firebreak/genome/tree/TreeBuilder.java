package org.firebreak.genome.tree;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Builds a tree from nothing: genomes join one after the other at their most parsimonious place,
 * those nearest the reference and best known first, and the result is rearranged.
 */
public final class TreeBuilder {

  private TreeBuilder() {}

  /**
   * Builds a tree.
   *
   * @param reference the reference's letters
   * @param samples names unique; their order breaks ties
   * @param rounds most rounds of rearrangement, 0 for none
   */
  public static MutationTree build(byte[] reference, List<Sample> samples, int rounds) {
    MutationTree tree = new MutationTree(reference);
    Placer placer = new Placer(tree);
    List<Sample> order = new ArrayList<>(samples);
    order.sort(Comparator.comparingInt(TreeBuilder::burden));
    for (Sample sample : order) {
      placer.add(sample);
    }
    if (rounds > 0) {
      new Rearrangement(tree).run(rounds);
    }
    return tree;
  }

  /** Sites, and unknown letters at a lower weight: what makes a genome's place less sure. */
  private static int burden(Sample sample) {
    int unknown = 0;
    for (int i = 0; i < sample.unknown().length; i += 2) {
      unknown += sample.unknown()[i + 1] - sample.unknown()[i];
    }
    return sample.sites().length + unknown / 300;
  }
}
