package org.firebreak.genome.fold.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Map;
import java.util.Random;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.GoldFolds;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.score.InteriorTables;
import org.firebreak.genome.fold.score.LoopScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class BeamFolderTest {

  /** The fold itself checks that the energy of its structure is that of the scan. */
  @Test
  void findsTheGoldenEnergyAtEveryBeam() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    for (GoldFolds.Row row : GoldFolds.linearFold()) {
      RnaSequence sequence = GoldFolds.sequence(sequences, row.id());
      if (sequence.length() <= 3_500 && (long) sequence.length() * row.beam() <= 400_000) {
        Fold fold = new BeamFolder(GoldFolds.model(row.dangles()), row.beam()).fold(sequence);
        assertEquals(
            Math.round(row.energy() * 100),
            fold.energy(),
            row.id() + " beam " + row.beam() + " dangles " + row.dangles());
      }
    }
  }

  @Test
  void foldsTheTransferRnaOfTheLiterature() {
    RnaSequence sequence =
        RnaSequence.of("gggctcgtagatcagcggtagatcgcttccttcgcaaggaagccctgggttcaaatcccagcgagtccacca");
    Fold fold = new BeamFolder(EnergyModel.turner2004(Dangles.BOTH), 20).fold(sequence);
    assertEquals(
        "(((((((..((((.......))))((((((((...)))))))).(((((.......))))))))))))....",
        fold.structure().dotBracket());
    assertEquals(-31.50, fold.kcal(), 1e-9);
    assertEquals(
        -25.50, new BeamFolder(EnergyModel.turner2004(Dangles.NONE), 20).fold(sequence).kcal());
  }

  @ParameterizedTest
  @EnumSource
  void withoutBeamEqualsTheSlowTwin(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(42);
    for (int round = 0; round < 60; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 1 + random.nextInt(70));
      assertEquals(
          Twin.minimum(model, sequence),
          new BeamFolder(model, 0).fold(sequence).energy(),
          sequence.letters());
    }
  }

  @Test
  void vectorsAndScalarsScoreAlike() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    Random random = new Random(7);
    for (int beam : new int[] {5, 30, 100}) {
      LoopScores scores = new LoopScores(Twin.randomSequence(random, 700), model);
      BeamScan scalar =
          new BeamScan(scores, beam, null, new ScalarKernel(new InteriorTables(scores)));
      BeamScan vector =
          new BeamScan(scores, beam, null, new VectorKernel(new InteriorTables(scores)));
      assertEquals(scalar.run(), vector.run());
    }
  }

  @Test
  void aWiderBeamOfARandomSequenceIsNeverFarWorse() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = Twin.randomSequence(new Random(3), 600);
    int best = new BeamFolder(model, 0).fold(sequence).energy();
    for (int beam : new int[] {1, 2, 10, 50, 200, 1000}) {
      int energy = new BeamFolder(model, beam).fold(sequence).energy();
      assertEquals(Math.max(best, energy), energy, "beam " + beam);
    }
    assertEquals(best, new BeamFolder(model, 5000).fold(sequence).energy());
  }

  @Test
  void respectsConstraints() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = RnaSequence.of("GGGGAAAACCCCAAAAGGGG");
    BeamFolder folder = new BeamFolder(model, 100);
    assertEquals("((((....))))........", folder.fold(sequence).structure().dotBracket());
    assertEquals(
        "........((((....))))",
        folder
            .fold(sequence, FoldConstraint.parse("xxxx................"))
            .structure()
            .dotBracket());
    String forced = "(..........)........";
    assertEquals(11, folder.fold(sequence, FoldConstraint.parse(forced)).structure().partner(0));
    assertEquals(
        "........((((....))))",
        folder
            .fold(sequence, FoldConstraint.parse("................|..."))
            .structure()
            .dotBracket());
    assertEquals(
        "........((((....))))",
        folder
            .fold(sequence, FoldConstraint.parse("........<..........."))
            .structure()
            .dotBracket());
    assertThrows(DataException.class, () -> folder.fold(sequence, FoldConstraint.parse("..")));
  }

  @Test
  void refusesANegativeBeam() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    assertThrows(UserException.class, () -> new BeamFolder(model, -1));
  }
}
