package org.firebreak.platform.genomes;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;

/**
 * Which genomes a caller may see: those of samples from their regions; samples without a known
 * region only if there is no limit.
 */
record Visibility(RegionScope scope, RegionTree regions) {

  boolean allows(GenomeRow row) {
    if (scope.everywhere()) {
      return true;
    }
    String code = row.label().region();
    return code != null
        && regions
            .find(regions.knownPart(code))
            .map(Region::path)
            .filter(scope::includes)
            .isPresent();
  }

  List<GenomeRow> rows(TreeBook book) {
    return scope.everywhere() ? book.rows() : book.rows().stream().filter(this::allows).toList();
  }

  Optional<GenomeRow> find(TreeBook book, long genome) {
    return book.find(genome).filter(this::allows);
  }

  /** The tree without the tips that may not be seen, and without what leads to them alone. */
  @Nullable PlacedTree tree(TreeBook book) {
    PlacedTree whole = book.tree();
    if (whole == null || scope.everywhere()) {
      return whole;
    }
    boolean[] kept = new boolean[whole.size()];
    for (int node = whole.size() - 1; node >= 0; node--) {
      long genome = whole.genomes()[node];
      kept[node] |= genome != 0 && find(book, genome).isPresent();
      if (kept[node] && node > 0) {
        kept[whole.parent(node)] = true;
      }
    }
    return kept[0] ? part(whole, kept) : null;
  }

  private static PlacedTree part(PlacedTree whole, boolean[] kept) {
    int[] index = new int[kept.length];
    List<Integer> nodes = new ArrayList<>();
    for (int node = 0; node < kept.length; node++) {
      if (kept[node]) {
        index[node] = nodes.size();
        nodes.add(node);
      }
    }
    int[] from = nodes.stream().mapToInt(Integer::intValue).toArray();
    Phylogeny all = whole.phylogeny();
    int[] parent = Arrays.stream(from).map(n -> n == 0 ? -1 : index[all.parent()[n]]).toArray();
    double[] intervals = new double[2 * from.length];
    float[] probability = new float[from.length];
    for (int i = 0; i < from.length; i++) {
      intervals[2 * i] = whole.intervals()[2 * from[i]];
      intervals[2 * i + 1] = whole.intervals()[2 * from[i] + 1];
      probability[i] = whole.placeProbability()[from[i]];
    }
    return new PlacedTree(
        new Phylogeny(
            parent,
            Arrays.stream(from).mapToObj(n -> all.names()[n]).toArray(String[]::new),
            Arrays.stream(from).mapToDouble(n -> all.lengths()[n]).toArray()),
        Arrays.stream(from).mapToObj(n -> whole.mutations()[n]).toArray(int[][]::new),
        Arrays.stream(from).mapToLong(n -> whole.genomes()[n]).toArray(),
        Arrays.stream(from).map(n -> whole.choices()[n]).toArray(),
        Arrays.stream(from).mapToDouble(n -> whole.dates()[n]).toArray(),
        intervals,
        whole.places(),
        Arrays.stream(from).map(n -> whole.place()[n]).toArray(),
        probability,
        whole.summary());
  }
}
