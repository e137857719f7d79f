package org.firebreak.genome.tree;

import java.util.Optional;
import org.firebreak.genome.variant.Nucleotides;

/**
 * The nearest relatives of genomes in a tree that stays as it is: what a genome has that no
 * relative has (private mutations), and the clade it stands in. For one thread; many may share the
 * tree.
 */
public final class Relatives {

  private final MutationTree tree;
  private final String[] clades;
  private final Placer placer;
  private final int maskStart;
  private final int maskEnd;

  /**
   * Relatives.
   *
   * @param tree with its mutations
   * @param clades by number of node, empty where unknown; an empty array if the tree has none
   * @param maskStart letters at the start of the genome that do not count
   * @param maskEnd letters at the end that do not count
   */
  public Relatives(MutationTree tree, String[] clades, int maskStart, int maskEnd) {
    this.tree = tree;
    this.clades = clades;
    this.placer = new Placer(tree);
    this.maskStart = maskStart;
    this.maskEnd = maskEnd;
  }

  /**
   * What was found of a genome.
   *
   * @param privateMutations substitutions, reversions included, from the nearest place to it
   * @param clade of the nearest node that has one
   */
  public record Found(int privateMutations, Optional<String> clade) {}

  /** Finds the nearest place of a genome. */
  public Found find(Nucleotides called) {
    Placement place = placer.find(Sample.of("", called, tree.length(), maskStart, maskEnd));
    return new Found(place.score(), clade(place));
  }

  /** Of a genome on a branch, the clade above it: it need not have all that made the one below. */
  private Optional<String> clade(Placement place) {
    boolean sharesAll = !place.onBranch() || tree.isLeaf(place.node());
    int node = sharesAll ? place.node() : tree.parent(place.node());
    for (int at = node; at != MutationTree.NONE && at < clades.length; at = tree.parent(at)) {
      if (!clades[at].isEmpty()) {
        return Optional.of(clades[at]);
      }
    }
    return Optional.empty();
  }
}
