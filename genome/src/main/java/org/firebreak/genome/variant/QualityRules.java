package org.firebreak.genome.variant;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;

/** Scores a genome by Nextclade's rules (its documentation, "Quality control"). */
final class QualityRules {

  private final Reference reference;
  private final Quality.Rules rules;

  QualityRules(Reference reference, Quality.Rules rules) {
    this.reference = reference;
    this.rules = rules;
  }

  /**
   * The scores.
   *
   * @param own substitutions that are not those of the genome's clade
   */
  Quality score(Nucleotides nucleotides, AminoAcids acids, int[] own) {
    double unknown = Nucleotides.total(nucleotides.missing()) - rules.missingBias();
    long shifts =
        acids.frameShifts().stream()
            .filter(range -> !rules.ignoredFrameShifts().contains(range.toString()))
            .count();
    return new Quality(
        Math.max(0, unknown) * 100 / rules.missingThreshold(),
        nucleotides.mixed().length * 100 / rules.mixedThreshold(),
        Double.NaN,
        clusters(own) * rules.clusterWeight(),
        shifts * rules.frameShiftWeight(),
        stops(acids).size() * rules.stopWeight());
  }

  /** Clusters: runs of mutations, more than the cut-off of which lie in one window. */
  int clusters(int[] own) {
    int clusters = 0;
    int first = 0;
    int endOfLast = -1;
    for (int i = 0; i < own.length; i++) {
      while (Nucleotides.position(own[i]) - Nucleotides.position(own[first])
          >= rules.windowSize()) {
        first++;
      }
      if (i - first + 1 > rules.clusterCutoff()) {
        if (first > endOfLast) {
          clusters++;
        }
        endOfLast = i;
      }
    }
    return clusters;
  }

  /** Premature stops that are not known to be harmless. */
  List<AminoAcids.Change> stops(AminoAcids acids) {
    List<AminoAcids.Change> stops = new ArrayList<>();
    for (AminoAcids.Change change : acids.substitutions()) {
      boolean last =
          reference
              .findRegion(change.region())
              .map(CodingRegion::codons)
              .map(codons -> change.codon() == codons - 1)
              .orElse(false);
      String place = change.region() + ":" + (change.codon() + 1);
      if (change.to() == '*' && !last && !rules.ignoredStops().contains(place)) {
        stops.add(change);
      }
    }
    return stops;
  }
}
