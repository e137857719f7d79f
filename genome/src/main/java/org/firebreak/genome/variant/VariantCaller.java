package org.firebreak.genome.variant;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.align.Alignment;
import org.firebreak.genome.align.GenomeAligner;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.sequence.FastaRecord;

/** Aligns one genome after the other and calls what differs. For one thread. */
public final class VariantCaller {

  private static final int GAP_OPEN = 7;

  private final Reference reference;
  private final Optional<CladeTable> clades;
  private final GenomeAligner aligner;
  private final NucleotideCaller nucleotideCaller;
  private final AminoAcidCaller aminoAcidCaller;
  private final QualityRules quality;
  private final byte[] row;

  /**
   * A caller.
   *
   * @param clades table of clades, if genomes are to be assigned
   */
  public VariantCaller(Aligners aligners, Optional<CladeTable> clades, Quality.Rules rules) {
    this.reference = aligners.reference();
    this.clades = clades;
    this.aligner = aligners.newAligner();
    this.nucleotideCaller = new NucleotideCaller(reference.bases());
    this.aminoAcidCaller = new AminoAcidCaller(reference);
    this.quality = new QualityRules(reference, rules);
    this.row = new byte[reference.length()];
  }

  /**
   * Nucleotide differences only.
   *
   * @throws DataException if it is no genome of this virus; the message names no record
   */
  public Nucleotides callNucleotides(byte[] genome) {
    return nucleotideCaller.call(aligner.align(genome));
  }

  /**
   * Everything of one genome.
   *
   * @throws DataException if it is no genome of this virus; the message names no record
   */
  public GenomeVariants call(FastaRecord genome) {
    Alignment alignment = aligner.align(genome.bases());
    Nucleotides nucleotides = nucleotideCaller.call(alignment);
    writeRow(alignment);
    AminoAcids acids = aminoAcidCaller.call(nucleotides, row);
    Optional<CladeTable.Clade> clade = clades.flatMap(table -> table.assign(this::letterAt));
    int[] own =
        clade.map(found -> withoutTraits(nucleotides, found)).orElse(nucleotides.substitutions());
    return new GenomeVariants(
        genome.id(),
        genome.number(),
        nucleotides,
        acids,
        clade,
        quality.score(nucleotides, acids, own),
        quality.stops(acids),
        OptionalInt.empty(),
        score(alignment, nucleotides));
  }

  /** The genome last called, in reference coordinates: '-' where deleted, 'N' where not covered. */
  public byte[] alignedRow() {
    return row.clone();
  }

  private void writeRow(Alignment alignment) {
    alignment.writeRow(row);
    Arrays.fill(row, 0, alignment.start(), (byte) 'N');
    Arrays.fill(row, alignment.end(), row.length, (byte) 'N');
  }

  private char letterAt(String region, int site) {
    if ("nuc".equals(region)) {
      return site < row.length ? (char) row[site] : 'N';
    }
    Optional<CodingRegion> found = reference.findRegion(region);
    return found.isPresent() && site < found.get().codons()
        ? (char) found.get().aminoAcid(row, site)
        : 'X';
  }

  private static int[] withoutTraits(Nucleotides nucleotides, CladeTable.Clade clade) {
    Set<Integer> sites = new HashSet<>();
    clade.traits().stream()
        .filter(CladeTable.Trait::isNucleotide)
        .forEach(trait -> sites.add(trait.site()));
    return Arrays.stream(nucleotides.substitutions())
        .filter(packed -> !sites.contains(Nucleotides.position(packed)))
        .toArray();
  }

  private static int score(Alignment alignment, Nucleotides nucleotides) {
    int columns = 0;
    for (int i = 0; i < alignment.count(); i++) {
      columns += alignment.length(i);
    }
    int inserted = nucleotides.insertions().stream().mapToInt(one -> one.letters().length()).sum();
    int gaps = nucleotides.insertions().size() + nucleotides.deletions().length / 2;
    return 3 * columns
        - 5 * nucleotides.substitutions().length
        - GAP_OPEN * gaps
        - inserted
        - Nucleotides.total(nucleotides.deletions());
  }
}
