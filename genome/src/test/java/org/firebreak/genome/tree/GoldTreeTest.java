package org.firebreak.genome.tree;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.Shared;
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Trees of simulated and real outbreaks against UShER's. */
class GoldTreeTest {

  @ParameterizedTest
  @CsvSource({"100, 74", "1000, 771", "10000, 8952"})
  void scoreAndDistanceToTheTruthAreNotAboveUshers(int tips, int usher) throws IOException {
    Simulated outbreak = new Simulated(tips);
    MutationTree tree = TreeBuilder.build(Shared.reference().bases(), outbreak.samples(), 20);
    assertEquals(tips, tree.leaves(tree.root()));
    assertTrue(tree.score() <= usher, "score " + tree.score());
    Phylogeny truth = outbreak.tree("true_mutation_tree.nwk");
    int peer = Simulated.distance(outbreak.tree("usher_tree.nwk"), truth);
    int ours = Simulated.distance(Phylogeny.of(tree), truth);
    assertTrue(ours <= peer, "distance " + ours + ", UShER's " + peer);
  }

  @Test
  void scoreOfTheFirstWaveIsThatOfTheBestPeers() throws IOException {
    Reference reference = Shared.reference();
    MutationTree tree = TreeBuilder.build(reference.bases(), firstWave(reference), 20);
    assertTrue(tree.score() <= 400, "score " + tree.score());
  }

  private static List<Sample> firstWave(Reference reference) {
    VariantCaller caller =
        new VariantCaller(
            new Aligners(reference, Acceptance.DEFAULT), Optional.empty(), Quality.Rules.DEFAULT);
    List<Sample> samples = new ArrayList<>();
    try (FastaReader reader =
        FastaReader.open(
            Shared.path("gold/genome/data/sars2_variants/genomes.fasta.gz"), problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        samples.add(
            Sample.of(
                next.get().id(),
                caller.callNucleotides(next.get().bases()),
                reference.length(),
                55,
                106));
      }
    }
    return samples;
  }
}
