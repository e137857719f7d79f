package org.firebreak.genome.tree;

/**
 * Lowers the parsimony score of a tree by subtree pruning and regrafting (as matOptimize, Ye et al.
 * 2022): every subtree whose branch has mutations is offered the best place of the whole tree,
 * found by {@link Placer}, and moves if that costs less; then the tree is relabelled exactly and
 * the next round begins, until nothing is gained.
 */
public final class Rearrangement {

  private static final int[] NO_CHOICES = {};

  private final MutationTree tree;
  private int[][] free = {};

  public Rearrangement(MutationTree tree) {
    this.tree = tree;
  }

  /**
   * Rearranges until no move helps.
   *
   * @param mostRounds limit on rounds
   * @return the score reached
   */
  public int run(int mostRounds) {
    int score = settle();
    for (int round = 0; round < mostRounds; round++) {
      int moves = round();
      int reached = moves == 0 ? score : settle();
      if (reached >= score) {
        return reached;
      }
      score = reached;
    }
    return score;
  }

  /** Relabels exactly and removes inner nodes left without mutations. */
  private int settle() {
    ParsimonyLabels.Outcome outcome = ParsimonyLabels.relabel(tree);
    free = outcome.free();
    for (int node : tree.preorder()) {
      if (node != tree.root() && !tree.isLeaf(node) && tree.mutations(node).length == 0) {
        tree.tidy(node);
      }
    }
    return outcome.score();
  }

  private int round() {
    Placer placer = new Placer(tree);
    int moves = 0;
    for (int node : tree.preorder()) {
      if (isGone(node) || tree.mutations(node).length == 0) {
        continue;
      }
      Sample leaf = tree.sample(node);
      Sample sequence = leaf != null ? leaf : new NodeState(tree, node).sample("", choices(node));
      Placement place = placer.find(sequence, node);
      if (place.score() < tree.mutations(node).length) {
        int old = tree.parent(node);
        forgetChoices(old);
        placer.move(node, sequence, place);
        forgetChoices(tree.parent(node));
        moves++;
      }
    }
    return moves;
  }

  /** Free sites of a node as labelled; a node made since has none. */
  private int[] choices(int node) {
    return node < free.length ? free[node] : NO_CHOICES;
  }

  /** The choices of a node and its ancestors no longer hold when what is below them changes. */
  private void forgetChoices(int node) {
    for (int at = node; at != MutationTree.NONE; at = tree.parent(at)) {
      if (at < free.length) {
        free[at] = NO_CHOICES;
      }
    }
  }

  /** Whether an earlier move of this round removed the node. */
  private boolean isGone(int node) {
    return node == tree.root()
        || tree.parent(node) == MutationTree.NONE
        || (tree.isLeaf(node) && tree.sample(node) == null);
  }
}
