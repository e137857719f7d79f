package org.firebreak.cli.genome;

import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.genome.fold.format.FoldedRecord;
import org.firebreak.genome.fold.format.Json;
import org.firebreak.genome.fold.format.StructureDrawing;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.partition.BasePairs;
import org.firebreak.genome.fold.partition.PartitionFolder;
import org.firebreak.genome.sequence.FastaRecord;
import org.jspecify.annotations.Nullable;

/**
 * What {@code firebreak fold} does with one record. Safe for several threads.
 *
 * @param folder finds the structure
 * @param suboptimal lists others, if they are wanted
 * @param partition finds the probabilities, if they are wanted
 * @param ensembleText writes them
 * @param format of the text
 * @param constraints by record
 * @param draws whether pictures are wanted
 */
record FoldJob(
    Folder folder,
    @Nullable Lister suboptimal,
    @Nullable PartitionFolder partition,
    EnsembleText ensembleText,
    StructureFormat format,
    FoldConstraints constraints,
    boolean draws) {

  /** Least probability that counts for accuracy and centroid. */
  private static final double NEGLIGIBLE = 1e-4;

  /** Folds one sequence. */
  interface Folder {
    Fold fold(RnaSequence sequence, @Nullable FoldConstraint constraint);
  }

  /** Lists structures of one sequence. */
  interface Lister {
    List<Fold> list(RnaSequence sequence, @Nullable FoldConstraint constraint);
  }

  /**
   * What came out.
   *
   * @param text for standard output
   * @param pairs rows of the table of pairs
   * @param note for standard error, empty if there is none
   * @param pictures by kind
   */
  record Result(String text, String pairs, String note, Map<StructureDrawing, String> pictures) {}

  Result run(FastaRecord record) {
    RnaSequence sequence = RnaSequence.of(record.bases());
    FoldConstraint constraint = constraints.find(record.id());
    FoldedRecord folded =
        new FoldedRecord(record.id(), sequence, folder.fold(sequence, constraint));
    List<Fold> others = suboptimal == null ? List.of() : suboptimal.list(sequence, constraint);
    BasePairs pairs =
        partition == null
            ? null
            : partition.fold(
                sequence, Math.min(NEGLIGIBLE, ensembleText.leastProbability()), constraint);
    Map<StructureDrawing, String> pictures = new EnumMap<>(StructureDrawing.class);
    if (draws) {
      for (StructureDrawing drawing : StructureDrawing.values()) {
        pictures.put(drawing, drawing.draw(folded, pairs));
      }
    }
    return new Result(
        text(folded, others, pairs),
        pairs == null ? "" : ensembleText.rows(record.id(), pairs),
        note(constraint, folded.fold()),
        pictures);
  }

  private static String note(@Nullable FoldConstraint constraint, Fold fold) {
    int unmet = constraint == null ? 0 : constraint.unmet(fold.structure());
    return unmet == 0 ? "" : unmet + " bases that the constraint wants paired cannot be";
  }

  private String text(FoldedRecord folded, List<Fold> others, @Nullable BasePairs pairs) {
    String text = format.write(folded);
    Fold fold = folded.fold();
    return switch (format) {
      case CT, BPSEQ -> text;
      case DBN ->
          text
              + (pairs == null ? "" : ensembleText.lines(folded.sequence(), fold, pairs))
              + lines(others);
      case JSON ->
          text.stripTrailing().replaceFirst("\\}$", "")
              + (pairs == null ? "" : "," + ensembleText.json(folded.sequence(), fold, pairs))
              + (suboptimal == null ? "" : json(others))
              + "}\n";
    };
  }

  private static String lines(List<Fold> folds) {
    StringBuilder lines = new StringBuilder();
    for (Fold fold : folds) {
      lines.append(fold.structure().dotBracket()).append(' ');
      lines.append(StructureFormat.energy(fold.energy())).append('\n');
    }
    return lines.toString();
  }

  private static String json(List<Fold> folds) {
    StringBuilder json = new StringBuilder(",\"suboptimal\":[");
    String separator = "";
    for (Fold fold : folds) {
      json.append(separator).append("{\"structure\":");
      json.append(Json.quote(fold.structure().dotBracket()));
      json.append(String.format(Locale.ROOT, ",\"energy_kcal\":%.2f}", fold.kcal()));
      separator = ",";
    }
    return json.append(']').toString();
  }
}
