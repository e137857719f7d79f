package org.firebreak.genome.fold.beam;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.AllStructures;
import org.firebreak.genome.fold.Twin;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.model.Structure;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SuboptimalTest {

  private static final int ALL = 1_000_000;

  @ParameterizedTest
  @EnumSource
  void listsEveryStructureOfTheBandOnce(Dangles dangles) {
    EnergyModel model = EnergyModel.turner2004(dangles);
    Random random = new Random(31);
    int listed = 0;
    for (int round = 0; round < 30; round++) {
      RnaSequence sequence = Twin.randomSequence(random, 15 + round % 8);
      List<Fold> all = new ArrayList<>();
      AllStructures.forEach(model, sequence, (s, energy) -> all.add(new Fold(s, energy)));
      int least = all.stream().mapToInt(Fold::energy).min().orElseThrow();
      int band = 400 + 20 * round;
      Set<Structure> expected = new HashSet<>();
      all.stream()
          .filter(f -> f.energy() <= least + band)
          .forEach(f -> expected.add(f.structure()));
      List<Fold> found = new BeamFolder(model, 0).suboptimal(sequence, null, band, ALL);
      assertEquals(expected.size(), found.size(), sequence.letters());
      Set<Structure> distinct = new HashSet<>();
      found.forEach(f -> distinct.add(f.structure()));
      assertEquals(expected, distinct, sequence.letters());
      listed += found.size();
    }
    assertTrue(listed > 300, "too few to tell: " + listed);
  }

  @Test
  void theFirstOfManyAreTheBest() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = Twin.randomSequence(new Random(32), 120);
    BeamFolder folder = new BeamFolder(model, 0);
    List<Fold> some = folder.suboptimal(sequence, null, 300, 50);
    List<Fold> more = folder.suboptimal(sequence, null, 300, 500);
    assertEquals(folder.fold(sequence).energy(), some.getFirst().energy());
    assertEquals(50, some.size());
    for (int a = 0; a < some.size(); a++) {
      assertEquals(more.get(a).energy(), some.get(a).energy());
    }
  }

  @Test
  void keepsToTheConstraint() {
    EnergyModel model = EnergyModel.turner2004(Dangles.BOTH);
    RnaSequence sequence = RnaSequence.of("GGGGAAAACCCCAAAAGGGG");
    FoldConstraint constraint = FoldConstraint.parse("x<..................");
    List<Fold> found = new BeamFolder(model, 0).suboptimal(sequence, constraint, 500, ALL);
    assertTrue(found.size() > 1);
    for (Fold fold : found) {
      assertEquals(Structure.UNPAIRED, fold.structure().partner(0));
      assertTrue(fold.structure().partner(1) > 1, fold.structure().dotBracket());
    }
  }

  @Test
  void refusesANegativeBand() {
    BeamFolder folder = new BeamFolder(EnergyModel.turner2004(Dangles.BOTH), 0);
    RnaSequence sequence = RnaSequence.of("GGGGAAAACCCC");
    assertThrows(UserException.class, () -> folder.suboptimal(sequence, null, -1, 10));
  }
}
