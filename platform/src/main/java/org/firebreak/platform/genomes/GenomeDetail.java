package org.firebreak.platform.genomes;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.variant.Nucleotides;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantText;
import org.firebreak.platform.cases.CaseDirectory.CaseReference;
import org.firebreak.platform.regions.RegionTree;
import org.jspecify.annotations.Nullable;

/**
 * One genome with all that is known of it. Positions are 1-based, ranges closed.
 *
 * @param cases the cases of its case number that the caller may see
 * @param placements number of equally good places in the tree; more than one = uncertain
 */
record GenomeDetail(
    GenomeSummary genome,
    List<CaseReference> cases,
    List<Substitution> substitutions,
    List<BaseRange> deletions,
    List<Insertion> insertions,
    List<BaseRange> missing,
    List<MixedBase> mixed,
    List<String> aminoAcids,
    List<String> frameShifts,
    List<String> stops,
    List<QualityRule> quality,
    int placements,
    List<GenomeNeighbour> neighbours,
    List<GenomeFinding> findings) {

  /**
   * A genome in one line.
   *
   * @param dateFirst earliest day of sampling; equal to {@code dateLast} where the day is known
   * @param place where the sample is from
   * @param quality good, mediocre or bad
   * @param coverage share of the reference that is known
   */
  record GenomeSummary(
      long id,
      long reference,
      String name,
      @Nullable LocalDate dateFirst,
      @Nullable LocalDate dateLast,
      @Nullable GenomePlace place,
      @Nullable String clade,
      String quality,
      float qualityScore,
      float coverage,
      int substitutions,
      int aminoAcids,
      boolean hasCase) {

    static GenomeSummary of(long reference, GenomeRow row, RegionTree regions) {
      String region = row.label().region();
      String place = region != null ? region : row.label().place();
      return new GenomeSummary(
          row.id(),
          reference,
          row.name(),
          row.label().dateFirst(),
          row.label().dateLast(),
          place == null ? null : GenomePlace.of(place, regions),
          row.clade(),
          row.qualityStatus(),
          row.qualityOverall(),
          row.coverage(),
          row.nucleotides().substitutions().length,
          row.aminoAcids().size(),
          row.label().caseNumber() != null);
    }
  }

  /**
   * A substitution and what it does.
   *
   * @param gene coding region it lies in, null if none
   */
  record Substitution(String text, int position, @Nullable String gene) {}

  /** Letters from one to another position, both included. */
  record BaseRange(int from, int to) {

    static List<BaseRange> list(int[] ranges) {
      List<BaseRange> list = new ArrayList<>();
      for (int i = 0; i < ranges.length; i += 2) {
        list.add(new BaseRange(ranges[i] + 1, ranges[i + 1]));
      }
      return list;
    }
  }

  /** Letters that stand after a position of the reference. */
  record Insertion(int after, String letters) {}

  /** A letter that stands for several. */
  record MixedBase(int position, String letter) {}

  /**
   * One rule of quality.
   *
   * @param rule missing, mixed, clusters, frameShifts or stops
   */
  record QualityRule(String rule, float score, String status) {}

  /** A genome near by in the tree. */
  record GenomeNeighbour(GenomeSummary genome, int mutations) {}

  /**
   * What the genomes of two cases say.
   *
   * @param verdict agree, doubtful, contradict or missing-link
   * @param differences sites at which they differ
   * @param expected differences expected of direct transmission
   * @param probability of as many or more
   * @param rivals other genomes that would fit a missing link as well
   */
  record GenomeFinding(
      GenomeSummary first,
      GenomeSummary second,
      String verdict,
      int differences,
      double expected,
      double probability,
      int rivals,
      List<CaseReference> firstCases,
      List<CaseReference> secondCases) {}

  static List<Substitution> substitutions(GenomeRow row, Reference reference) {
    List<Substitution> list = new ArrayList<>();
    for (int packed : row.nucleotides().substitutions()) {
      int position = Nucleotides.position(packed);
      String gene =
          reference.regions().stream()
              .filter(region -> region.overlaps(position, position + 1))
              .map(CodingRegion::name)
              .findFirst()
              .orElse(null);
      list.add(
          new Substitution(
              VariantText.substitution(packed, reference.bases()), position + 1, gene));
    }
    return list;
  }

  static List<QualityRule> rules(GenomeRow row) {
    List<String> names = List.of("missing", "mixed", "clusters", "frameShifts", "stops");
    List<QualityRule> rules = new ArrayList<>();
    for (int i = 0; i < names.size(); i++) {
      float score = row.quality().get(i);
      rules.add(new QualityRule(names.get(i), score, Quality.status(score)));
    }
    return rules;
  }
}
