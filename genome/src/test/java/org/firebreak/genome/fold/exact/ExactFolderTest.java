package org.firebreak.genome.fold.exact;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Random;
import org.firebreak.genome.fold.GoldFolds;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.score.LoopScores;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ExactFolderTest {

  /** The fold itself checks that the energy of its structure is that of the scan. */
  @Test
  void findsTheGoldenMinimum() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    for (String file : new String[] {"rnafold.tsv", "rnafold_long.tsv"}) {
      for (GoldFolds.Row row : GoldFolds.exact(file)) {
        RnaSequence sequence = GoldFolds.sequence(sequences, row.id());
        if (sequence.length() <= 8_000) {
          assertEquals(
              Math.round(row.energy() * 100),
              new ExactFolder(GoldFolds.model(row.dangles())).fold(sequence).energy(),
              row.id() + " dangles " + row.dangles());
        }
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheSlowTwin(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(5);
    for (int round = 0; round < 80; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 1 + random.nextInt(75));
      assertEquals(
          Twin.minimum(model, sequence),
          new ExactFolder(model).fold(sequence).energy(),
          sequence.letters());
    }
  }

  @ParameterizedTest
  @EnumSource
  void equalsTheSearchWithoutBeam(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(6);
    for (int round = 0; round < 12; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 200 + random.nextInt(300));
      assertEquals(
          new BeamFolder(model, 0).fold(sequence).energy(),
          new ExactFolder(model).fold(sequence).energy(),
          sequence.letters());
    }
  }

  @Test
  void scalarsAndVectorsScoreAlike() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    LoopScores scores = new LoopScores(Twin.randomSequence(new Random(8), 1_300), model);
    assertEquals(
        new ExactScan(scores, new ScalarLanes(), null).run(),
        new ExactScan(scores, new VectorLanes(), null).run());
  }

  @Test
  void respectsConstraintsAsTheSearchWithoutBeamDoes() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    Random random = new Random(9);
    for (int round = 0; round < 40; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 60 + random.nextInt(80));
      StringBuilder text = new StringBuilder(".".repeat(sequence.length()));
      for (int a = 0; a < 12; a++) {
        text.setCharAt(random.nextInt(text.length()), "xx|<>".charAt(random.nextInt(5)));
      }
      FoldConstraint constraint = FoldConstraint.parse(text.toString());
      assertEquals(
          new BeamFolder(model, 0).fold(sequence, constraint).energy(),
          new ExactFolder(model).fold(sequence, constraint).energy(),
          sequence.letters() + " " + text);
    }
  }
}
