package org.firebreak.genome.variant;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.firebreak.genome.clade.CladeTable;

/**
 * All that is called of one genome.
 *
 * @param name as in the file
 * @param number position of the record in its file, 1 = first
 * @param clade empty without a table or where none fits
 * @param stops premature stop codons that count against the quality
 * @param privateMutations substitutions that no relative in a tree has; empty without a tree
 * @param alignmentScore match 3, mismatch -2, gap 7 and 1 a letter
 */
public record GenomeVariants(
    String name,
    long number,
    Nucleotides nucleotides,
    AminoAcids aminoAcids,
    Optional<CladeTable.Clade> clade,
    Quality quality,
    List<AminoAcids.Change> stops,
    OptionalInt privateMutations,
    int alignmentScore) {

  public GenomeVariants {
    stops = List.copyOf(stops);
  }

  /**
   * The same with what its relatives in a tree tell.
   *
   * @param count substitutions that no relative has
   * @param ofTree clade of the nearest node; where it is empty, the clade stays
   */
  public GenomeVariants withRelatives(
      int count, Optional<CladeTable.Clade> ofTree, Quality.Rules rules) {
    return new GenomeVariants(
        name,
        number,
        nucleotides,
        aminoAcids,
        ofTree.or(() -> clade),
        quality.withPrivateMutations(count, rules),
        stops,
        OptionalInt.of(count),
        alignmentScore);
  }
}
