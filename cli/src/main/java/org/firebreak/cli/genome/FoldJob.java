package org.firebreak.cli.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.Function;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.format.FoldedRecord;
import org.firebreak.genome.fold.format.Json;
import org.firebreak.genome.fold.format.StructureDrawing;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.StructureEnergy;
import org.firebreak.genome.fold.partition.BasePairs;
import org.firebreak.genome.fold.partition.MaximumExpectedAccuracy;
import org.firebreak.genome.fold.partition.PartitionFolder;
import org.firebreak.genome.sequence.FastaRecord;
import org.jspecify.annotations.Nullable;

/**
 * What {@code firebreak fold} does with one record. Safe for several threads.
 *
 * @param model the energies
 * @param folder finds the structure
 * @param partition finds the probabilities, if they are wanted
 * @param gamma weight of pairs in the structure of maximum expected accuracy, 0 = not wanted
 * @param leastProbability pairs below are not listed
 * @param format of the text
 * @param pictures folder for the drawings, if they are wanted
 */
record FoldJob(
    EnergyModel model,
    Function<RnaSequence, Fold> folder,
    @Nullable PartitionFolder partition,
    double gamma,
    double leastProbability,
    StructureFormat format,
    @Nullable Path pictures) {

  /** Least probability that counts for accuracy. */
  private static final double NEGLIGIBLE = 1e-4;

  /**
   * What came out.
   *
   * @param text for standard output
   * @param pairs rows of the table of pairs
   */
  record Result(String text, String pairs) {}

  Result run(FastaRecord record) {
    RnaSequence sequence = RnaSequence.of(record.bases());
    FoldedRecord folded = new FoldedRecord(record.id(), sequence, folder.apply(sequence));
    drawAll(folded);
    String text = format.write(folded);
    if (partition == null) {
      return new Result(text, "");
    }
    BasePairs pairs = partition.fold(sequence, Math.min(NEGLIGIBLE, leastProbability));
    Ensemble ensemble = ensemble(folded, pairs);
    return new Result(
        switch (format) {
          case JSON -> text.stripTrailing().replaceAll("\\}$", ",") + ensemble.json() + "}\n";
          case DBN -> text + ensemble.lines();
          case CT, BPSEQ -> text;
        },
        rows(record.id(), pairs));
  }

  /** The ensemble as it is printed. */
  private record Ensemble(String json, String lines) {}

  private Ensemble ensemble(FoldedRecord folded, BasePairs pairs) {
    double frequency = pairs.frequency(folded.fold().energy());
    String json =
        String.format(
            Locale.ROOT,
            "\"ensemble_kcal\":%.5f,\"mfe_frequency\":%.6g",
            pairs.ensembleKcal(),
            frequency);
    String lines =
        String.format(
            Locale.ROOT,
            "%s [%6.2f]%n frequency of the minimum in the ensemble %.6g%n",
            propensity(pairs),
            pairs.ensembleKcal(),
            frequency);
    if (gamma > 0) {
      MaximumExpectedAccuracy.Result mea = MaximumExpectedAccuracy.of(pairs, gamma);
      int energy = StructureEnergy.of(model, folded.sequence(), mea.structure()).energy();
      String brackets = mea.structure().dotBracket();
      json +=
          String.format(
              Locale.ROOT,
              ",\"mea\":{\"structure\":%s,\"energy_kcal\":%.2f,\"accuracy\":%.2f}",
              Json.quote(brackets),
              energy / 100.0,
              mea.accuracy());
      lines +=
          String.format(
              Locale.ROOT, "%s {%6.2f MEA=%.2f}%n", brackets, energy / 100.0, mea.accuracy());
    }
    return new Ensemble(json, lines);
  }

  /**
   * One character a base: brackets where a partner on that side has more than 2/3, braces above
   * 1/3, '|' where both sides together have, '.' where unpaired has more than 2/3, ',' else.
   */
  private static String propensity(BasePairs pairs) {
    double[] later = new double[pairs.length()];
    double[] earlier = new double[pairs.length()];
    for (int a = 0; a < pairs.size(); a++) {
      later[pairs.left()[a]] += pairs.probability()[a];
      earlier[pairs.right()[a]] += pairs.probability()[a];
    }
    StringBuilder text = new StringBuilder(pairs.length());
    for (int i = 0; i < pairs.length(); i++) {
      double open = later[i];
      double close = earlier[i];
      text.append(
          1 - open - close > 2 / 3.0
              ? '.'
              : open > 2 / 3.0
                  ? '('
                  : close > 2 / 3.0
                      ? ')'
                      : open + close <= 2 / 3.0
                          ? ','
                          : open > 2 * close ? '{' : close > 2 * open ? '}' : '|');
    }
    return text.toString();
  }

  private String rows(String id, BasePairs pairs) {
    StringBuilder rows = new StringBuilder();
    for (int a = 0; a < pairs.size(); a++) {
      if (pairs.probability()[a] >= leastProbability) {
        rows.append(id).append('\t').append(pairs.left()[a] + 1).append('\t');
        rows.append(pairs.right()[a] + 1).append('\t');
        rows.append(String.format(Locale.ROOT, "%.6f%n", pairs.probability()[a]));
      }
    }
    return rows.toString();
  }

  private void drawAll(FoldedRecord folded) {
    if (pictures == null) {
      return;
    }
    String name = folded.id().replaceAll("[^A-Za-z0-9._-]", "_");
    for (StructureDrawing drawing : StructureDrawing.values()) {
      Path file = pictures.resolve(name + "." + drawing.word() + ".svg");
      try {
        Files.createDirectories(pictures);
        Files.writeString(file, drawing.draw(folded));
      } catch (IOException e) {
        throw new UserException("output-failed", file + ": cannot be written: " + e, e);
      }
    }
  }
}
