package org.firebreak.genome.variant;

import java.util.List;
import java.util.Locale;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.clade.CladeTable;

/**
 * Variants as rows of a table, with the column names and conventions of Nextclade's TSV: positions
 * 1-based, ranges closed, lists joined by commas, a refused genome as a row with {@code errors}.
 */
public final class VariantTable {

  /** Column names in order. */
  public static final List<String> COLUMNS =
      List.of(
          "index",
          "seqName",
          "clade",
          "qc.overallScore",
          "qc.overallStatus",
          "totalSubstitutions",
          "totalDeletions",
          "totalInsertions",
          "totalFrameShifts",
          "totalAminoacidSubstitutions",
          "totalAminoacidDeletions",
          "totalAminoacidInsertions",
          "totalMissing",
          "totalNonACGTNs",
          "totalUnknownAa",
          "substitutions",
          "deletions",
          "insertions",
          "frameShifts",
          "aaSubstitutions",
          "aaDeletions",
          "aaInsertions",
          "missing",
          "nonACGTNs",
          "unknownAaRanges",
          "alignmentScore",
          "alignmentStart",
          "alignmentEnd",
          "coverage",
          "qc.missingData.score",
          "qc.missingData.status",
          "qc.mixedSites.score",
          "qc.mixedSites.status",
          "qc.privateMutations.total",
          "qc.privateMutations.score",
          "qc.privateMutations.status",
          "qc.snpClusters.score",
          "qc.snpClusters.status",
          "qc.frameShifts.score",
          "qc.frameShifts.status",
          "qc.stopCodons.stopCodons",
          "qc.stopCodons.score",
          "qc.stopCodons.status",
          "errors");

  private final Reference reference;

  public VariantTable(Reference reference) {
    this.reference = reference;
  }

  /** The cells of one genome, as many as there are columns. */
  public String[] row(GenomeVariants variants) {
    Nucleotides n = variants.nucleotides();
    AminoAcids a = variants.aminoAcids();
    Quality q = variants.quality();
    int inserted = n.insertions().stream().mapToInt(one -> one.letters().length()).sum();
    int insertedAcids = a.insertions().stream().mapToInt(one -> one.acids().length()).sum();
    int missing = Nucleotides.total(n.missing());
    return new String[] {
      Long.toString(variants.number() - 1),
      variants.name(),
      variants.clade().map(CladeTable.Clade::name).orElse(""),
      score(q.overall()),
      Quality.status(q.overall()),
      Integer.toString(n.substitutions().length),
      Integer.toString(Nucleotides.total(n.deletions())),
      Integer.toString(inserted),
      Integer.toString(a.frameShifts().size()),
      Integer.toString(a.substitutions().size()),
      Integer.toString(a.deletions().size()),
      Integer.toString(insertedAcids),
      Integer.toString(missing),
      Integer.toString(n.mixed().length),
      Integer.toString(a.unknownTotal()),
      VariantText.substitutions(n.substitutions(), reference.bases()),
      VariantText.ranges(n.deletions()),
      VariantText.insertions(n.insertions()),
      VariantText.list(a.frameShifts()),
      VariantText.list(a.substitutions()),
      VariantText.list(a.deletions()),
      VariantText.list(a.insertions()),
      VariantText.ranges(n.missing()),
      VariantText.mixed(n.mixed()),
      VariantText.list(a.unknown()),
      Integer.toString(variants.alignmentScore()),
      Integer.toString(n.start() + 1),
      Integer.toString(n.end()),
      score((double) (n.end() - n.start() - missing) / reference.length()),
      score(q.missing()),
      Quality.status(q.missing()),
      score(q.mixed()),
      Quality.status(q.mixed()),
      variants.privateMutations().isEmpty()
          ? ""
          : Integer.toString(variants.privateMutations().getAsInt()),
      score(q.privateMutations()),
      Quality.status(q.privateMutations()),
      score(q.clusters()),
      Quality.status(q.clusters()),
      score(q.frameShifts()),
      Quality.status(q.frameShifts()),
      VariantText.list(variants.stops()),
      score(q.stops()),
      Quality.status(q.stops()),
      ""
    };
  }

  /** The cells of a genome that was refused. */
  public static String[] refusal(long number, String name, String reason) {
    String[] cells = new String[COLUMNS.size()];
    java.util.Arrays.fill(cells, "");
    cells[0] = Long.toString(number - 1);
    cells[1] = name;
    cells[cells.length - 1] = reason;
    return cells;
  }

  private static String score(double value) {
    if (Double.isNaN(value)) {
      return "";
    }
    if (value == Math.rint(value) && Math.abs(value) < 1e9) {
      return Long.toString((long) value);
    }
    return String.format(Locale.ROOT, "%.4f", value);
  }
}
