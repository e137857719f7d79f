package org.firebreak.genome.fold.partition;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.Random;
import org.firebreak.genome.fold.GoldFolds;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.firebreak.genome.fold.model.StructureEnergy;
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
      if (sequence.length() <= 3_000) {
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
  @Test
  void probabilitiesAreThoseOfAllStructures() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    Random random = new Random(12);
    for (int round = 0; round < 12; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 16 + round / 2);
      int n = sequence.length();
      double[][] weight = new double[n][n];
      double total = weigh(model, sequence, new int[n], 0, weight);
      BasePairs pairs = new PartitionFolder(model, 0).fold(sequence, 1e-12);
      assertEquals(Math.log(total), pairs.logPartition(), 1e-9);
      double counted = 0;
      for (int a = 0; a < pairs.size(); a++) {
        double expected = weight[pairs.left()[a]][pairs.right()[a]] / total;
        assertEquals(expected, pairs.probability()[a], 1e-9, sequence.letters());
        counted += expected;
      }
      double all = 0;
      for (double[] row : weight) {
        for (double w : row) {
          all += w / total;
        }
      }
      assertEquals(all, counted, 1e-9);
    }
  }

  /** Weighs all structures that extend partner[0..from), where 0 stands for unset. */
  private static double weigh(
      EnergyModel model, RnaSequence s, int[] partner, int from, double[][] weight) {
    int n = s.length();
    if (from == n) {
      int[] whole = new int[n];
      for (int i = 0; i < n; i++) {
        whole[i] = partner[i] - 1;
      }
      int energy;
      try {
        energy = StructureEnergy.of(model, s, Structure.of(whole)).energy();
      } catch (org.firebreak.base.error.DataException e) {
        return 0;
      }
      double w = Math.exp(-energy / EnergyModel.KT);
      for (int i = 0; i < n; i++) {
        if (whole[i] > i) {
          weight[i][whole[i]] += w;
        }
      }
      return w;
    }
    double sum = weigh(model, s, partner, from + 1, weight);
    if (partner[from] == 0) {
      for (int j = from + 4; j < n; j++) {
        if (partner[j] == 0
            && org.firebreak.genome.fold.model.Pair.canPair(s.code(from), s.code(j))) {
          partner[from] = j + 1;
          partner[j] = from + 1;
          sum += weigh(model, s, partner, from + 1, weight);
          partner[from] = 0;
          partner[j] = 0;
        }
      }
    }
    return sum;
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
