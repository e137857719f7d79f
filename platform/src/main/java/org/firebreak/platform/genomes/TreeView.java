package org.firebreak.platform.genomes;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;

/**
 * A tree as columns for the console, nodes in preorder: node 0 is the root, a parent stands before
 * its children. About 60 bytes a node before compression.
 *
 * @param parent number of the parent, -1 for the root
 * @param date decimal year, null where the tree is not dated
 * @param dateLow lower end of the 95 % interval
 * @param place index into {@code places}, -1 where unknown
 * @param placeProbability of that place
 * @param mutation indices into {@code mutations}, branch after branch
 * @param mutationStart where the mutations of a node's branch begin; one entry more than nodes
 * @param tip node of each tip
 * @param genome id of each tip's genome
 * @param name name of each tip's genome
 * @param clade index into {@code clades} of each tip, -1 where none
 * @param choices equally good places of each tip in the tree; more than one = uncertain
 */
@SuppressWarnings("ArrayRecordComponent") // written as JSON, never compared
record TreeView(
    long reference,
    int version,
    Instant builtAt,
    int[] parent,
    double @Nullable [] date,
    double @Nullable [] dateLow,
    double @Nullable [] dateHigh,
    int[] place,
    float[] placeProbability,
    int[] mutation,
    int[] mutationStart,
    List<String> mutations,
    List<GenomePlace> places,
    List<String> clades,
    int[] tip,
    long[] genome,
    List<String> name,
    int[] clade,
    int[] choices,
    TreeSummary summary) {

  private static final double DATE_DIGITS = 1e4;
  private static final float PROBABILITY_DIGITS = 1e3f;

  /** The part of a tree that may be seen; it must hold a tip. */
  static TreeView of(TreeBook book, PlacedTree tree, RegionTree regions) {
    int size = tree.size();
    boolean dated = tree.summary().clock() != null;
    int[] start = new int[size + 1];
    for (int i = 0; i < size; i++) {
      start[i + 1] = start[i] + tree.mutations()[i].length;
    }
    int[] mutation = new int[start[size]];
    Map<Integer, Integer> numbers = new LinkedHashMap<>();
    List<String> words = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      for (int k = 0; k < tree.mutations()[i].length; k++) {
        int packed = tree.mutations()[i][k];
        mutation[start[i] + k] =
            numbers.computeIfAbsent(
                packed,
                key -> {
                  words.add(Mutation.text(key));
                  return words.size() - 1;
                });
      }
    }
    Tips tips = Tips.of(book, tree);
    float[] probability = new float[size];
    for (int i = 0; i < size; i++) {
      probability[i] =
          Math.round(tree.placeProbability()[i] * PROBABILITY_DIGITS) / PROBABILITY_DIGITS;
    }
    return new TreeView(
        book.reference().id(),
        book.version(),
        book.builtAt(),
        tree.phylogeny().parent(),
        dated ? rounded(tree.dates()) : null,
        dated ? rounded(every(tree.intervals(), 0)) : null,
        dated ? rounded(every(tree.intervals(), 1)) : null,
        tree.place(),
        probability,
        mutation,
        start,
        words,
        Arrays.stream(tree.places()).map(code -> GenomePlace.of(code, regions)).toList(),
        tips.clades(),
        tips.nodes(),
        tips.genomes(),
        tips.names(),
        tips.clade(),
        tips.choices(),
        tree.summary());
  }

  private static double[] rounded(double[] values) {
    return Arrays.stream(values).map(v -> Math.round(v * DATE_DIGITS) / DATE_DIGITS).toArray();
  }

  private static double[] every(double[] pairs, int offset) {
    double[] values = new double[pairs.length / 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = pairs[2 * i + offset];
    }
    return values;
  }

  /** The columns of the tips. */
  @SuppressWarnings("ArrayRecordComponent")
  private record Tips(
      int[] nodes,
      long[] genomes,
      List<String> names,
      int[] clade,
      int[] choices,
      List<String> clades) {

    static Tips of(TreeBook book, PlacedTree tree) {
      List<Integer> nodes = new ArrayList<>();
      Map<String, Integer> clades = new LinkedHashMap<>();
      List<String> names = new ArrayList<>();
      List<Integer> clade = new ArrayList<>();
      for (int node = 0; node < tree.size(); node++) {
        GenomeRow row = book.byId().get(tree.genomes()[node]);
        if (row != null) {
          nodes.add(node);
          names.add(row.name());
          String name = row.clade();
          clade.add(name == null ? -1 : clades.computeIfAbsent(name, key -> clades.size()));
        }
      }
      int[] at = nodes.stream().mapToInt(Integer::intValue).toArray();
      return new Tips(
          at,
          Arrays.stream(at).mapToLong(node -> tree.genomes()[node]).toArray(),
          names,
          clade.stream().mapToInt(Integer::intValue).toArray(),
          Arrays.stream(at).map(node -> tree.choices()[node]).toArray(),
          List.copyOf(clades.keySet()));
    }
  }
}
