package org.firebreak.cli.genome;

import java.nio.file.Path;
import java.util.Arrays;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.TreeFile;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Relatives;

/**
 * A tree of a file into which genomes are placed; shared by the workers, not changed.
 *
 * @param clades by number of node; empty if the file has none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on, never compared
record TreeOfRelatives(MutationTree tree, String[] clades) {

  /**
   * Reads a tree.
   *
   * @throws DataException if it has no mutations, or is of another reference
   */
  static TreeOfRelatives read(Path file, Reference reference) {
    AnnotatedTree loaded = TreeFile.read(file);
    checkMutations(loaded, file);
    loaded.checkFits(file.toString(), reference.name(), reference.length());
    return new TreeOfRelatives(loaded.toMutationTree(reference.bases()), loaded.clades());
  }

  /** Throws unless some branch has a mutation. */
  static void checkMutations(AnnotatedTree loaded, Path file) {
    if (Arrays.stream(loaded.mutations()).allMatch(branch -> branch.length == 0)) {
      throw new DataException(
          "tree-no-mutations",
          file
              + ": its branches carry no mutations; needed is UShER's protobuf, Auspice or"
              + " Taxonium, or build one with 'firebreak tree'");
    }
  }

  /** For one worker. */
  Relatives relatives(int maskStart, int maskEnd) {
    return new Relatives(tree, clades, maskStart, maskEnd);
  }
}
