package org.firebreak.genome.fold;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.exact.ExactFolder;
import org.firebreak.genome.fold.model.RnaSequence;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Every golden value at every beam, the whole coronavirus included: minutes. Run with {@code
 * -Dfirebreak.long=true} and a heap of 3 GB; the usual tests take the rows that are quick.
 */
class LongGoldTest {

  @BeforeEach
  void isWanted() {
    Assumptions.assumeTrue(
        Boolean.getBoolean("firebreak.long"), "skipped: takes minutes; -Dfirebreak.long=true");
  }

  @Test
  void everyRowOfTheBeamSearch() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (GoldFolds.Row row : GoldFolds.linearFold()) {
      BeamFolder folder = new BeamFolder(GoldFolds.model(row.dangles()), row.beam());
      int energy = folder.fold(GoldFolds.sequence(sequences, row.id())).energy();
      check(row, energy, wrong);
      rows++;
    }
    assertEquals(List.of(), wrong, "of " + rows + " rows");
    System.out.println("beam search: " + rows + " golden rows equal");
  }

  @Test
  void everyRowOfTheExactMinimum() {
    Map<String, RnaSequence> sequences = GoldFolds.sequences();
    List<String> wrong = new ArrayList<>();
    int rows = 0;
    for (String file : new String[] {"rnafold.tsv", "rnafold_long.tsv"}) {
      for (GoldFolds.Row row : GoldFolds.exact(file)) {
        ExactFolder folder = new ExactFolder(GoldFolds.model(row.dangles()));
        int energy = folder.fold(GoldFolds.sequence(sequences, row.id())).energy();
        check(row, energy, wrong);
        rows++;
      }
    }
    assertEquals(List.of(), wrong, "of " + rows + " rows");
    System.out.println("exact minimum: " + rows + " golden rows equal");
  }

  private static void check(GoldFolds.Row row, int energy, List<String> wrong) {
    if (energy != Math.round(row.energy() * 100)) {
      String about = row.id() + " beam " + row.beam() + " dangles " + row.dangles();
      wrong.add("%s: expected %.2f, was %.2f".formatted(about, row.energy(), energy / 100.0));
    }
  }
}
