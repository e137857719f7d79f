package org.firebreak.genome.variant;

import java.util.List;
import java.util.Optional;
import org.firebreak.genome.clade.CladeTable;

/**
 * All that is called of one genome.
 *
 * @param name as in the file
 * @param number position of the record in its file, 1 = first
 * @param clade empty without a table or where none fits
 * @param stops premature stop codons that count against the quality
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
    int alignmentScore) {

  public GenomeVariants {
    stops = List.copyOf(stops);
  }
}
