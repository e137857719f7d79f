package org.firebreak.platform.genomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/**
 * Finds the tips nearest to one in mutations along the tree (Dijkstra from the tip). Costs the
 * nodes within reach, not the tree. For one thread.
 */
final class Neighbours {

  private final PlacedTree tree;
  private final int[] firstChild;
  private final int[] next;
  private final int[] seen;
  private int stamp;

  Neighbours(PlacedTree tree) {
    this.tree = tree;
    this.firstChild = new int[tree.size()];
    this.next = new int[tree.size()];
    this.seen = new int[tree.size()];
    Arrays.fill(firstChild, -1);
    Arrays.fill(next, -1);
    for (int node = tree.size() - 1; node > 0; node--) {
      next[node] = firstChild[tree.parent(node)];
      firstChild[tree.parent(node)] = node;
    }
  }

  /**
   * A tip near by.
   *
   * @param mutations on the path between the two
   */
  record Near(long genome, int node, int mutations) {}

  private record Step(int node, int mutations) {}

  /**
   * The nearest tips, itself left out.
   *
   * @param from node of a tip; -1 finds nothing
   * @param mutationsMax farthest
   * @param most at most so many
   */
  List<Near> of(int from, int mutationsMax, int most) {
    List<Near> near = new ArrayList<>();
    if (from < 0) {
      return near;
    }
    stamp++;
    PriorityQueue<Step> queue =
        new PriorityQueue<>(Comparator.comparingInt(Step::mutations).thenComparingInt(Step::node));
    queue.add(new Step(from, 0));
    seen[from] = stamp;
    while (!queue.isEmpty() && near.size() < most) {
      Step step = queue.remove();
      if (step.node() != from && tree.genomes()[step.node()] != 0) {
        near.add(new Near(tree.genomes()[step.node()], step.node(), step.mutations()));
      }
      if (step.node() > 0) {
        offer(
            queue,
            tree.parent(step.node()),
            step.mutations() + tree.mutations()[step.node()].length,
            mutationsMax);
      }
      for (int child = firstChild[step.node()]; child >= 0; child = next[child]) {
        offer(queue, child, step.mutations() + tree.mutations()[child].length, mutationsMax);
      }
    }
    return near;
  }

  private void offer(PriorityQueue<Step> queue, int node, int mutations, int mutationsMax) {
    if (mutations <= mutationsMax && seen[node] != stamp) {
      seen[node] = stamp;
      queue.add(new Step(node, mutations));
    }
  }
}
