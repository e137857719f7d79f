package org.firebreak.platform.genomes;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The genomes of a reference with their tree, as of one version. Immutable; shared by readers.
 *
 * @param version rises with every change
 * @param tree null while there is no genome
 * @param rows in the order they came in
 */
record TreeBook(
    GenomeReference reference,
    int version,
    Instant builtAt,
    @Nullable PlacedTree tree,
    List<GenomeRow> rows,
    Map<Long, GenomeRow> byId,
    Map<Long, Integer> nodeOf) {

  static TreeBook of(
      GenomeReference reference,
      int version,
      Instant builtAt,
      @Nullable PlacedTree tree,
      List<GenomeRow> rows) {
    Map<Long, GenomeRow> byId = new HashMap<>();
    rows.forEach(row -> byId.put(row.id(), row));
    Map<Long, Integer> nodeOf = new HashMap<>();
    for (int node = 0; tree != null && node < tree.size(); node++) {
      if (tree.genomes()[node] != 0) {
        nodeOf.put(tree.genomes()[node], node);
      }
    }
    return new TreeBook(
        reference, version, builtAt, tree, List.copyOf(rows), Map.copyOf(byId), Map.copyOf(nodeOf));
  }

  Optional<GenomeRow> find(long id) {
    return Optional.ofNullable(byId.get(id));
  }
}
