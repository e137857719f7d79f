package org.firebreak.platform.genomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clock.SampleDate;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.variant.Nucleotides;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantText;
import org.jspecify.annotations.Nullable;

/**
 * A stored genome.
 *
 * @param id 0 for one that is not stored yet
 * @param label what the table of samples says of it
 * @param sequenceHash SHA-256 of its letters
 * @param aminoAcids substitutions, deletions and insertions in Nextclade's notation
 * @param unknownAcids ranges of codons, {@code S:142-145}
 * @param quality scores: missing, mixed, clusters, frame shifts, stops, overall
 */
record GenomeRow(
    long id,
    String name,
    Label label,
    String sequenceHash,
    Nucleotides nucleotides,
    List<String> aminoAcids,
    List<String> unknownAcids,
    List<String> frameShifts,
    List<String> stops,
    @Nullable String clade,
    List<Float> quality,
    float coverage) {

  GenomeRow {
    aminoAcids = List.copyOf(aminoAcids);
    unknownAcids = List.copyOf(unknownAcids);
    frameShifts = List.copyOf(frameShifts);
    stops = List.copyOf(stops);
    quality = List.copyOf(quality);
  }

  /**
   * What is known of a sample besides its sequence.
   *
   * @param dateFirst earliest day of sampling
   * @param dateLast latest; equal to the first where the day is known
   * @param region code of a known region
   * @param place as the table says
   */
  record Label(
      @Nullable String caseNumber,
      @Nullable LocalDate dateFirst,
      @Nullable LocalDate dateLast,
      @Nullable String region,
      @Nullable String place) {

    static final Label NONE = new Label(null, null, null, null, null);

    /** This label with what another one knows laid over it. */
    Label with(Label other) {
      boolean dated = other.dateFirst != null;
      boolean placed = other.region != null || other.place != null;
      return new Label(
          other.caseNumber != null ? other.caseNumber : caseNumber,
          dated ? other.dateFirst : dateFirst,
          dated ? other.dateLast : dateLast,
          placed ? other.region : region,
          placed ? other.place : place);
    }

    /** The day of sampling, if it is known exactly. */
    @Nullable LocalDate day() {
      return dateFirst != null && dateFirst.equals(dateLast) ? dateFirst : null;
    }

    Optional<SampleDate> sampleDate() {
      return dateFirst == null || dateLast == null
          ? Optional.empty()
          : Optional.of(
              new SampleDate(SampleDate.decimal(dateFirst), SampleDate.decimal(dateLast)));
    }
  }

  GenomeRow withLabel(Label other) {
    return new GenomeRow(
        id,
        name,
        other,
        sequenceHash,
        nucleotides,
        aminoAcids,
        unknownAcids,
        frameShifts,
        stops,
        clade,
        quality,
        coverage);
  }

  GenomeRow withId(long stored) {
    return new GenomeRow(
        stored,
        name,
        label,
        sequenceHash,
        nucleotides,
        aminoAcids,
        unknownAcids,
        frameShifts,
        stops,
        clade,
        quality,
        coverage);
  }

  float qualityOverall() {
    return quality.getLast();
  }

  String qualityStatus() {
    return Quality.status(qualityOverall());
  }

  /** As the tree sees it. */
  Sample sample(GenomeReference reference) {
    return Sample.of(
        name, nucleotides, reference.genome().length(), reference.maskStart(), reference.maskEnd());
  }

  /** Nucleotide substitutions as {@code C241T}. */
  List<String> substitutions(Reference reference) {
    return Arrays.stream(nucleotides.substitutions())
        .mapToObj(packed -> VariantText.substitution(packed, reference.bases()))
        .toList();
  }

  /** Changes of amino acids at one site each; insertions are left out. */
  List<String> acidChanges() {
    return aminoAcids.stream().filter(text -> text.indexOf(':') == text.lastIndexOf(':')).toList();
  }

  /** Where the genome is not known, 1-based and closed: letters and codons. */
  List<String> unknown(Reference reference) {
    List<String> ranges = new ArrayList<>(unknownAcids);
    int[] missing = nucleotides.missing();
    for (int i = 0; i < missing.length; i += 2) {
      ranges.add((missing[i] + 1) + "-" + missing[i + 1]);
    }
    if (nucleotides.start() > 0) {
      ranges.add("1-" + nucleotides.start());
    }
    if (nucleotides.end() < reference.length()) {
      ranges.add((nucleotides.end() + 1) + "-" + reference.length());
    }
    return ranges;
  }
}
