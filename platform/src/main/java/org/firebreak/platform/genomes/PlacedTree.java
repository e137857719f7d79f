package org.firebreak.platform.genomes;

import org.firebreak.genome.tree.Phylogeny;

/**
 * A tree as it is stored: topology, mutations, dates and places of all nodes, in preorder.
 *
 * @param phylogeny node names are those of the genomes; lengths are numbers of mutations
 * @param mutations by node
 * @param genomes id of the genome at a tip, 0 at inner nodes
 * @param choices number of equally good places of a tip, 0 at inner nodes
 * @param dates decimal years, NaN where unknown
 * @param intervals low and high end by node, two a node, NaN where unknown
 * @param places codes or names of the places
 * @param place index of the place by node, -1 where unknown
 * @param placeProbability of that place by node
 */
@SuppressWarnings("ArrayRecordComponent") // a table, never compared; not changed after construction
record PlacedTree(
    Phylogeny phylogeny,
    int[][] mutations,
    long[] genomes,
    int[] choices,
    double[] dates,
    double[] intervals,
    String[] places,
    int[] place,
    float[] placeProbability,
    TreeSummary summary) {

  PlacedTree {
    int size = phylogeny.size();
    if (mutations.length != size
        || genomes.length != size
        || choices.length != size
        || dates.length != size
        || intervals.length != 2 * size
        || place.length != size
        || placeProbability.length != size) {
      throw new IllegalArgumentException("A tree has one entry a node in each column");
    }
  }

  int size() {
    return phylogeny.size();
  }

  int parent(int node) {
    return phylogeny.parent()[node];
  }
}
