package org.firebreak.genome.tree;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;

/**
 * Walks an unrooted tree from a new root; an old root left with one branch below is passed over.
 */
final class Rerooting {

  private final Phylogeny tree;
  private final List<List<Integer>> around;
  private final List<Integer> parent = new ArrayList<>();
  private final List<String> names = new ArrayList<>();
  private final List<Double> lengths = new ArrayList<>();

  Rerooting(Phylogeny tree, List<List<Integer>> around) {
    this.tree = tree;
    this.around = around;
  }

  private record Step(int node, int from, int above, double length) {}

  void run(int node, double share) {
    int other = tree.parent()[node];
    double whole = tree.length(node);
    parent.add(-1);
    names.add("");
    lengths.add(Double.NaN);
    Deque<Step> steps = new ArrayDeque<>();
    steps.push(new Step(other, node, 0, whole * (1 - share)));
    steps.push(new Step(node, other, 0, whole * share));
    while (!steps.isEmpty()) {
      Step step = steps.pop();
      List<Integer> rest = new ArrayList<>(around.get(step.node()));
      rest.remove(Integer.valueOf(step.from()));
      if (step.node() == 0 && rest.size() == 1) {
        int next = rest.getFirst();
        steps.push(new Step(next, 0, step.above(), step.length() + between(0, next)));
        continue;
      }
      int number = parent.size();
      parent.add(step.above());
      names.add(tree.names()[step.node()]);
      lengths.add(step.length());
      for (int i = rest.size() - 1; i >= 0; i--) {
        steps.push(new Step(rest.get(i), step.node(), number, between(step.node(), rest.get(i))));
      }
    }
  }

  private double between(int a, int b) {
    return tree.parent()[a] == b ? tree.length(a) : tree.length(b);
  }

  Phylogeny result() {
    int[] parents = parent.stream().mapToInt(Integer::intValue).toArray();
    double[] branch = lengths.stream().mapToDouble(Double::doubleValue).toArray();
    return new Phylogeny(
        parents, names.toArray(String[]::new), Arrays.copyOf(branch, parents.length));
  }
}
