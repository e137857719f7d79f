package org.firebreak.genome.variant;

import java.util.List;

/**
 * What differs in the proteins. Codons are 0-based here; {@link #toString} forms of the parts are
 * Nextclade's, 1-based.
 *
 * @param substitutions in the order of the annotation; a new stop is a substitution to {@code *}
 * @param deletions one entry a lost amino acid
 * @param insertions whole amino acids between two codons
 * @param frameShifts codon ranges that are read out of frame
 * @param unknown codon ranges with an unknown amino acid
 */
public record AminoAcids(
    List<Change> substitutions,
    List<Change> deletions,
    List<Added> insertions,
    List<CodonRange> frameShifts,
    List<CodonRange> unknown) {

  public AminoAcids {
    substitutions = List.copyOf(substitutions);
    deletions = List.copyOf(deletions);
    insertions = List.copyOf(insertions);
    frameShifts = List.copyOf(frameShifts);
    unknown = List.copyOf(unknown);
  }

  /** Number of unknown amino acids. */
  public int unknownTotal() {
    return unknown.stream().mapToInt(range -> range.end() - range.start()).sum();
  }

  /**
   * One amino acid for another; '-' if lost, '*' for a stop.
   *
   * @param codon 0-based
   */
  public record Change(String region, int codon, char from, char to) {

    @Override
    public String toString() {
      return region + ":" + from + (codon + 1) + to;
    }
  }

  /**
   * Inserted amino acids.
   *
   * @param after codon after which they stand, 0-based
   */
  public record Added(String region, int after, String acids) {

    @Override
    public String toString() {
      return region + ":" + (after + 1) + ":" + acids;
    }
  }

  /**
   * Codons, 0-based, end exclusive.
   *
   * @param start first codon
   * @param end after the last
   */
  public record CodonRange(String region, int start, int end) {

    @Override
    public String toString() {
      return region + ":" + (start + 1) + (end - start == 1 ? "" : "-" + end);
    }
  }
}
