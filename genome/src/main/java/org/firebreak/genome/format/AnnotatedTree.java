package org.firebreak.genome.format;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Sample;

/**
 * A tree with what is known of its nodes, the common ground of all file formats.
 *
 * @param phylogeny nodes in preorder
 * @param mutations by node, packed as {@link org.firebreak.genome.tree.Mutation}; empty arrays
 *     where there are none
 * @param reference letters of the reference; empty where unknown
 * @param dates decimal years; NaN where unknown
 * @param dateIntervals by node (low, high) in decimal years; NaN where unknown
 * @param traits further columns by name, for example country
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared; not changed after construction
public record AnnotatedTree(
    Phylogeny phylogeny,
    int[][] mutations,
    byte[] reference,
    double[] dates,
    double[][] dateIntervals,
    Map<String, Trait> traits) {

  static final String CLADE = "clade_membership";

  public AnnotatedTree {
    int size = phylogeny.size();
    if (mutations.length != size || dates.length != size || dateIntervals.length != size) {
      throw new IllegalArgumentException("An annotated tree has one entry a node");
    }
    traits = new LinkedHashMap<>(traits);
  }

  /** A tree of which nothing more is known. */
  public static AnnotatedTree of(Phylogeny phylogeny) {
    int size = phylogeny.size();
    double[] dates = new double[size];
    Arrays.fill(dates, Double.NaN);
    double[][] intervals = new double[size][2];
    for (double[] interval : intervals) {
      Arrays.fill(interval, Double.NaN);
    }
    return new AnnotatedTree(phylogeny, new int[size][0], new byte[0], dates, intervals, Map.of());
  }

  /** From a mutation tree. */
  public static AnnotatedTree of(MutationTree tree, byte[] reference) {
    int[] order = tree.preorder();
    int[][] mutations = new int[order.length][];
    for (int i = 0; i < order.length; i++) {
      mutations[i] = tree.mutations(order[i]);
    }
    AnnotatedTree bare = of(Phylogeny.of(tree));
    return new AnnotatedTree(
        bare.phylogeny(), mutations, reference, bare.dates(), bare.dateIntervals(), Map.of());
  }

  /**
   * Clades of the nodes in the column that Auspice and UShER name {@code clade_membership}, by
   * number of node of {@link #toMutationTree}; an empty array if there is none.
   */
  public String[] clades() {
    Trait trait = traits.get(CLADE);
    return trait == null ? new String[0] : trait.values().clone();
  }

  /** The same tree with other dates and traits. */
  public AnnotatedTree with(double[] newDates, double[][] intervals, Map<String, Trait> columns) {
    return new AnnotatedTree(phylogeny, mutations, reference, newDates, intervals, columns);
  }

  /**
   * Checks that the tree's mutations lie on a reference.
   *
   * @param file name in the message
   * @throws DataException if one lies beyond its end
   */
  public void checkFits(String file, String reference, int length) {
    for (int[] branch : mutations) {
      for (int mutation : branch) {
        if (Mutation.position(mutation) >= length) {
          throw new DataException(
              "tree-other-reference",
              "%s: has the mutation %s, but the reference %s has %d letters"
                  .formatted(file, Mutation.text(mutation), reference, length));
        }
      }
    }
  }

  /**
   * As a tree to place genomes into. Its samples are names only: their sequences are those of their
   * nodes.
   *
   * @param letters the reference
   */
  public MutationTree toMutationTree(byte[] letters) {
    MutationTree tree = new MutationTree(letters);
    int[] children = phylogeny.childCounts();
    int[] nodes = new int[phylogeny.size()];
    nodes[0] = tree.root();
    tree.setBranch(tree.root(), mutations[0]);
    for (int i = 1; i < nodes.length; i++) {
      Sample sample = children[i] == 0 ? Sample.of(phylogeny.names()[i], new int[0]) : null;
      nodes[i] = tree.add(nodes[phylogeny.parent()[i]], mutations[i], sample);
    }
    return tree;
  }

  /**
   * One column of the nodes.
   *
   * @param values empty where unknown
   * @param probabilities by node, of the values that are possible; empty maps where not computed
   */
  public record Trait(String[] values, Map<String, Double>[] probabilities) {

    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9]\\d{0,14})(\\.\\d+)?");

    /** A column without probabilities. */
    public static Trait of(String[] values) {
      @SuppressWarnings({"unchecked", "rawtypes"})
      Map<String, Double>[] none = new Map[values.length];
      Arrays.fill(none, Map.of());
      return new Trait(values, none);
    }

    /** Whether all known values are numbers. */
    public boolean isNumeric() {
      boolean any = false;
      for (String value : values) {
        if (!value.isEmpty()) {
          if (!NUMBER.matcher(value).matches()) {
            return false;
          }
          any = true;
        }
      }
      return any;
    }
  }
}
