package org.firebreak.platform.genomes;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clade.CladeTable;
import org.jspecify.annotations.Nullable;

/**
 * A reference genome that others are compared with, ready for use.
 *
 * @param title for people
 * @param simulated whether it belongs to the demonstration and is fictitious
 * @param clades the table of defining letters, if one was given
 * @param maskStart letters at the start that the tree does not use, for sequencing is poor there
 * @param maskEnd letters at the end that the tree does not use
 */
record GenomeReference(
    long id,
    String title,
    boolean simulated,
    Aligners aligners,
    Optional<CladeTable> clades,
    int maskStart,
    int maskEnd,
    Instant createdAt) {

  /** A reference made ready: builds the index of its words. */
  static GenomeReference of(
      long id,
      String title,
      boolean simulated,
      Reference reference,
      @Nullable String clades,
      int maskStart,
      int maskEnd,
      Instant createdAt) {
    return new GenomeReference(
        id,
        title,
        simulated,
        new Aligners(reference, Acceptance.DEFAULT),
        Optional.ofNullable(clades).map(text -> CladeTable.parse("clades", text.lines().toList())),
        maskStart,
        maskEnd,
        createdAt);
  }

  Reference genome() {
    return aligners.reference();
  }

  String name() {
    return genome().name();
  }

  List<CodingRegion> regions() {
    return genome().regions();
  }
}
