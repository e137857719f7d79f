package org.firebreak.genome.format;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Writes Taxonium's JSON lines: a header with the table of mutations, then one node a line, ordered
 * by its height {@code y} in the drawing (tips at 0, 1, 2 ..., inner nodes between their children).
 */
public final class TaxoniumFile {

  private TaxoniumFile() {}

  /** Writes a tree; x is the number of mutations from the root, x_time the date. */
  public static void write(AnnotatedTree tree, String title, Appendable out) throws IOException {
    Map<Integer, Integer> ids = new LinkedHashMap<>();
    for (int[] branch : tree.mutations()) {
      for (int mutation : branch) {
        ids.putIfAbsent(mutation, ids.size());
      }
    }
    header(tree, title, ids, out);
    double[] heights = heights(tree.phylogeny());
    Integer[] order = new Integer[heights.length];
    Arrays.setAll(order, i -> i);
    Arrays.sort(order, Comparator.comparingDouble(i -> heights[i]));
    int[] number = new int[order.length];
    for (int i = 0; i < order.length; i++) {
      number[order[i]] = i;
    }
    double[] distances = distances(tree);
    int[] tips = tips(tree.phylogeny());
    for (int node : order) {
      node(tree, node, number, heights[node], distances[node], tips[node], ids, out);
    }
  }

  private static void header(
      AnnotatedTree tree, String title, Map<Integer, Integer> ids, Appendable out)
      throws IOException {
    out.append("{\"version\":\"2.0.0\",\"total_nodes\":")
        .append(Integer.toString(tree.phylogeny().size()))
        .append(",\"config\":{\"num_tips\":")
        .append(Integer.toString(tree.phylogeny().leaves().length))
        .append(",\"title\":");
    JsonText.quote(out, title);
    out.append("},\"mutations\":[");
    boolean first = true;
    for (Map.Entry<Integer, Integer> entry : ids.entrySet()) {
      int mutation = entry.getKey();
      out.append(first ? "" : ",")
          .append("{\"gene\":\"nt\",\"previous_residue\":\"")
          .append(Mutation.letter(Mutation.from(mutation)))
          .append("\",\"new_residue\":\"")
          .append(Mutation.letter(Mutation.to(mutation)))
          .append("\",\"residue_pos\":")
          .append(Integer.toString(Mutation.position(mutation) + 1))
          .append(",\"mutation_id\":")
          .append(entry.getValue().toString())
          .append(",\"type\":\"nt\"}");
      first = false;
    }
    out.append("]}\n");
  }

  private static void node(
      AnnotatedTree tree,
      int node,
      int[] number,
      double y,
      double x,
      int tips,
      Map<Integer, Integer> ids,
      Appendable out)
      throws IOException {
    int above = tree.phylogeny().parent()[node];
    out.append("{\"name\":");
    JsonText.quote(out, tree.phylogeny().names()[node]);
    out.append(",\"x_dist\":").append(JsonText.number(x));
    if (!Double.isNaN(tree.dates()[node])) {
      out.append(",\"x_time\":").append(JsonText.number(tree.dates()[node]));
    }
    out.append(",\"y\":").append(JsonText.number(y)).append(",\"mutations\":[");
    int[] branch = tree.mutations()[node];
    for (int i = 0; i < branch.length; i++) {
      out.append(i == 0 ? "" : ",").append(String.valueOf(ids.get(branch[i])));
    }
    out.append("],\"is_tip\":")
        .append(Boolean.toString(tips == 0))
        .append(",\"parent_id\":")
        .append(Integer.toString(number[above < 0 ? node : above]))
        .append(",\"node_id\":")
        .append(Integer.toString(number[node]))
        .append(",\"num_tips\":")
        .append(Integer.toString(Math.max(1, tips)));
    for (Map.Entry<String, AnnotatedTree.Trait> trait : tree.traits().entrySet()) {
      out.append(',');
      JsonText.quote(out, "meta_" + trait.getKey());
      out.append(':');
      JsonText.quote(out, trait.getValue().values()[node]);
    }
    out.append("}\n");
  }

  private static double[] distances(AnnotatedTree tree) {
    double[] distances = new double[tree.phylogeny().size()];
    for (int i = 1; i < distances.length; i++) {
      distances[i] = distances[tree.phylogeny().parent()[i]] + tree.phylogeny().length(i);
    }
    return distances;
  }

  private static double[] heights(Phylogeny tree) {
    int size = tree.size();
    double[] heights = new double[size];
    int[] children = tree.childCounts();
    int tip = 0;
    for (int i = 0; i < size; i++) {
      if (children[i] == 0) {
        heights[i] = tip++;
      }
    }
    for (int i = size - 1; i > 0; i--) {
      if (children[i] > 0) {
        heights[i] /= children[i];
      }
      heights[tree.parent()[i]] += heights[i];
    }
    heights[0] /= Math.max(1, children[0]);
    return heights;
  }

  /** Number of tips below each node, 0 for a tip. */
  private static int[] tips(Phylogeny tree) {
    int[] children = tree.childCounts();
    int[] tips = new int[tree.size()];
    for (int i = tree.size() - 1; i > 0; i--) {
      tips[tree.parent()[i]] += children[i] == 0 ? 1 : tips[i];
    }
    return tips;
  }

  /** Preorder from a table of parents in any order; the root is its own parent. */
  static int[] preorder(int[] parents) {
    List<List<Integer>> children = new ArrayList<>();
    int root = -1;
    for (int i = 0; i < parents.length; i++) {
      children.add(new ArrayList<>());
    }
    for (int i = 0; i < parents.length; i++) {
      if (parents[i] == i) {
        root = i;
      } else {
        children.get(parents[i]).add(i);
      }
    }
    int[] order = new int[parents.length];
    int n = 0;
    int[] stack = new int[parents.length + 1];
    int depth = 0;
    if (root >= 0) {
      stack[depth++] = root;
    }
    while (depth > 0) {
      int node = stack[--depth];
      order[n++] = node;
      List<Integer> below = children.get(node);
      for (int i = below.size() - 1; i >= 0; i--) {
        stack[depth++] = below.get(i);
      }
    }
    return Arrays.copyOf(order, n);
  }
}
