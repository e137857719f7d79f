package org.firebreak.genome.fold.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.fold.AllStructures;
import org.firebreak.genome.fold.GoldFolds;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.score.LoopScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PartitionFolderTest {

  /** The golden program rounds its logarithms: it is off by some millionths. */
  @Test
  void findsTheGoldenEnsembleEnergy() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    for (String[] row : GoldFolds.lines("linearpartition_v.tsv")) {
      PartitionFolder folder = new PartitionFolder(GoldFolds.model(2), Integer.parseInt(row[2]));
      double golden = Double.parseDouble(row[3]);
      RnaSequence sequence = GoldFolds.sequence(sequences, row[0]);
      if (sequence.length() <= 4_000) {
        assertEquals(golden, folder.ensembleKcal(sequence), 2e-4 + 1e-5 * Math.abs(golden), row[0]);
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void withoutBeamEqualsTheSlowTwin(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(11);
    for (int round = 0; round < 50; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 1 + random.nextInt(70));
      assertEquals(
          -Twin.logPartition(model, sequence) * EnergyModel.KT / 100,
          new PartitionFolder(model, 0).ensembleKcal(sequence),
          1e-9,
          sequence.letters());
    }
  }

  /** Every structure of a short sequence is weighed, and its pairs counted. */
  @ParameterizedTest
  @EnumSource
  void probabilitiesAreThoseOfAllStructures(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(12);
    for (int round = 0; round < 12; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 16 + round / 2);
      int n = sequence.length();
      double[][] weight = new double[n][n];
      double[] total = new double[1];
      AllStructures.forEach(
          model,
          sequence,
          (structure, energy) -> {
            double w = Math.exp(-energy / EnergyModel.KT);
            total[0] += w;
            for (int i = 0; i < n; i++) {
              if (structure.partner(i) > i) {
                weight[i][structure.partner(i)] += w;
              }
            }
          });
      BasePairs pairs = new PartitionFolder(model, 0).fold(sequence, 1e-12);
      assertEquals(Math.log(total[0]), pairs.logPartition(), 1e-9);
      for (int a = 0; a < pairs.size(); a++) {
        double expected = weight[pairs.left()[a]][pairs.right()[a]] / total[0];
        assertEquals(expected, pairs.probability()[a], 1e-9, sequence.letters());
        weight[pairs.left()[a]][pairs.right()[a]] = 0;
      }
      double left = Arrays.stream(weight).flatMapToDouble(Arrays::stream).sum() / total[0];
      assertEquals(0, left, 1e-9, "pairs that were not found");
    }
  }

  /** Leaving a base unpaired takes the share of its pairs away from the ensemble. */
  @Test
  void aBaseKeptUnpairedTakesItsPairsAway() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = Twin.randomSequence(new Random(21), 90);
    PartitionFolder folder = new PartitionFolder(model, 0);
    BasePairs pairs = folder.fold(sequence, 1e-9);
    double[] paired = pairs.paired();
    for (int i = 0; i < sequence.length(); i += 7) {
      String only = ".".repeat(i) + "x" + ".".repeat(sequence.length() - i - 1);
      double without = folder.fold(sequence, 0.5, FoldConstraint.parse(only)).logPartition();
      assertEquals(1 - paired[i], Math.exp(without - pairs.logPartition()), 1e-6, "base " + i);
    }
  }

  /** Of every structure of a short sequence, those count that meet a random constraint. */
  @Test
  void aConstraintLeavesTheStructuresThatMeetIt() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    Random random = new Random(24);
    int met = 0;
    for (int round = 0; round < 60; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 18 + round % 3);
      StringBuilder text = new StringBuilder(".".repeat(sequence.length()));
      for (int a = 0; a < 3; a++) {
        text.setCharAt(random.nextInt(sequence.length()), "x|<>".charAt(random.nextInt(4)));
      }
      FoldConstraint constraint = FoldConstraint.parse(text.toString());
      double[] total = new double[1];
      int[] least = {Integer.MAX_VALUE};
      AllStructures.forEach(
          model,
          sequence,
          (structure, energy) -> {
            if (meets(text, structure)) {
              total[0] += Math.exp(-energy / EnergyModel.KT);
              least[0] = Math.min(least[0], energy);
            }
          });
      PartitionFolder folder = new PartitionFolder(model, 0);
      if (total[0] == 0) {
        assertThrows(DataException.class, () -> folder.fold(sequence, 0.5, constraint));
        continue;
      }
      met++;
      String about = sequence.letters() + " " + text;
      BasePairs pairs = folder.fold(sequence, 1e-9, constraint);
      assertEquals(Math.log(total[0]), pairs.logPartition(), 1e-9, about);
      assertEquals(least[0], new BeamFolder(model, 0).fold(sequence, constraint).energy(), about);
      double[] paired = pairs.paired();
      for (int i = 0; i < text.length(); i++) {
        if (text.charAt(i) != '.') {
          assertEquals(text.charAt(i) == 'x' ? 0 : 1, paired[i], 1e-6, about);
        }
      }
    }
    assertTrue(met > 20, "too few constraints could be met: " + met);
  }

  private static boolean meets(CharSequence text, Structure structure) {
    for (int i = 0; i < text.length(); i++) {
      int j = structure.partner(i);
      boolean met =
          switch (text.charAt(i)) {
            case 'x' -> j < 0;
            case '|' -> j >= 0;
            case '<' -> j > i;
            case '>' -> j >= 0 && j < i;
            default -> true;
          };
      if (!met) {
        return false;
      }
    }
    return true;
  }

  @Test
  void vectorsAndScalarsWeighAlike() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    LoopScores scores = new LoopScores(Twin.randomSequence(new Random(22), 900), model);
    InsideScan scalar = new InsideScan(scores, 40, null, ScalarWeightKernel::new);
    InsideScan vector = new InsideScan(scores, 40, null, VectorWeightKernel::new);
    assertEquals(scalar.run(), vector.run(), 1e-9);
    new OutsideScan(scalar).run();
    new OutsideScan(vector).run();
    for (int at = 0; at < scalar.pairs.end(899); at++) {
      assertEquals(scalar.pairs.left(at), vector.pairs.left(at));
      assertEquals(
          scalar.pairs.insides()[at] * scalar.pairs.outsides()[at],
          vector.pairs.insides()[at] * vector.pairs.outsides()[at],
          1e-9);
    }
  }

  @Test
  void theEnsembleIsBelowTheMinimum() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    Random random = new Random(23);
    for (int round = 0; round < 20; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 20 + 40 * round);
      double minimum = new BeamFolder(model, 100).fold(sequence).kcal();
      double ensemble = new PartitionFolder(model, 100).ensembleKcal(sequence);
      assertTrue(ensemble <= minimum, ensemble + " above " + minimum);
    }
  }

  @Test
  void noBaseIsPairedMoreThanSurely() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = Twin.randomSequence(new Random(13), 1_500);
    for (int beam : new int[] {10, 100}) {
      for (double paired : new PartitionFolder(model, beam).fold(sequence, 1e-9).paired()) {
        assertTrue(paired <= 1 + 1e-9, "beam " + beam + ": " + paired);
      }
    }
  }

  @Test
  void aLongHelixStaysInRange() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = RnaSequence.of("G".repeat(2_000) + "AAAAA" + "C".repeat(2_000));
    BasePairs pairs = new PartitionFolder(model, 100).fold(sequence, 0.5);
    assertTrue(pairs.ensembleKcal() < -6_000, "" + pairs.ensembleKcal());
    assertTrue(pairs.size() > 1_900, "" + pairs.size());
  }

  @Test
  void expectedAccuracyIsTheBestOfAllStructures() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence trna =
        RnaSequence.of("GGGCUCGUAGAUCAGCGGUAGAUCGCUUCCUUCGCAAGGAAGCCCUGGGUUCAAAUCCCAGCGAGUCCACCA");
    BasePairs pairs = new PartitionFolder(model, 100).fold(trna, 1e-6);
    MaximumExpectedAccuracy.Result mea = MaximumExpectedAccuracy.of(pairs, 1);
    assertEquals(
        "(((((((..((((.......))))((((((((...)))))))).(((((.......))))))))))))....",
        mea.structure().dotBracket());
    double sum = 0;
    double[] paired = pairs.paired();
    for (int i = 0; i < trna.length(); i++) {
      sum += mea.structure().partner(i) < 0 ? 1 - paired[i] : 0;
    }
    for (int a = 0; a < pairs.size(); a++) {
      sum +=
          mea.structure().partner(pairs.left()[a]) == pairs.right()[a]
              ? 2 * pairs.probability()[a]
              : 0;
    }
    assertEquals(sum, mea.accuracy(), 1e-9);
  }
}
