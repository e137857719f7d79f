package org.firebreak.genome.likelihood;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.firebreak.genome.Shared;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.tree.TreeBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MaximumLikelihoodTest {

  /**
   * The alignment and figures of tree_truth.tsv; a lower bound of branches of 1e-6 costs IQ-TREE.
   */
  @ParameterizedTest
  @CsvSource({"GTR, -44723.256", "JC, -45874.546"})
  void theFirstWaveIsAsLikelyAsInIqTree(SubstitutionModel.Kind kind, double peer) {
    Reference reference = Shared.reference();
    List<Sample> samples = alignment(reference);
    MutationTree start = TreeBuilder.build(reference.bases(), samples, 20);
    SitePatterns patterns = SitePatterns.of(samples, reference.bases(), 55, 29797);
    MaximumLikelihood.Result result = MaximumLikelihood.run(start, patterns, 29742, kind);
    assertTrue(result.logLikelihood() > peer - 1, "log-likelihood " + result.logLikelihood());
    assertEquals(299, result.tree().leaves().length);
  }

  @Test
  void theLikelihoodIsThatOfSummingOverAllAncestors() {
    Random random = new Random(4);
    double[] frequencies = {0.3, 0.2, 0.2, 0.3};
    SubstitutionModel model =
        new SubstitutionModel(new double[] {1, 3, 0.5, 0.7, 4, 1}, frequencies);
    for (int round = 0; round < 30; round++) {
      List<Sample> samples = new ArrayList<>();
      byte[] reference = new byte[20];
      Arrays.fill(reference, (byte) 'A');
      for (int n = 0; n < 5; n++) {
        int[] sites = new int[reference.length];
        for (int i = 0; i < sites.length; i++) {
          sites[i] = i << 4 | (random.nextInt(6) == 0 ? 15 : 1 << random.nextInt(4));
        }
        samples.add(Sample.of("t" + n, sites));
      }
      SitePatterns patterns = SitePatterns.of(samples, reference, 0, reference.length);
      Phylogeny shape =
          new Phylogeny(
              new int[] {-1, 0, 1, 1, 0, 4, 4, 0},
              new String[] {"", "", "t0", "t1", "", "t2", "t3", "t4"},
              random.doubles(8, 0.01, 0.8).toArray());
      Topology tree = Topology.of(shape, patterns.names(), 1);
      double expected = 0;
      for (int p = 0; p < patterns.size(); p++) {
        expected += patterns.weight(p) * Math.log(slow(tree, model, patterns, p));
      }
      TreeLikelihood likelihood = new TreeLikelihood(tree, patterns, model);
      assertEquals(expected, likelihood.evaluate(), 1e-9 * Math.abs(expected));
      double before = expected;
      for (int pass = 0; pass < 4; pass++) {
        likelihood.smooth();
        double after = likelihood.evaluate();
        assertTrue(after >= before - 1e-6, "a pass must not lower the likelihood");
        before = after;
      }
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "((t0:1,t1:2):1,(t2:3,t3:4):2);",
        "(((t0:1,t1:2):1,(t2:3,t3:4):2):5);",
        "(t2:3,t3:4,((t0:1,t1:2):3):0);"
      })
  void aRootOfOneOrTwoBranchesIsPassedOver(String newick) {
    List<String> names = List.of("t0", "t1", "t2", "t3");
    Topology expected = Topology.of(Newick.parse("t", "(t0:1,t1:2,(t2:3,t3:4):3);"), names, 0.1);
    Topology tree = Topology.of(Newick.parse("t", newick), names, 0.1);
    assertEquals(expected.size(), tree.size());
    byte[] reference = "ACGTACGTAC".getBytes(StandardCharsets.US_ASCII);
    List<Sample> samples = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      samples.add(Sample.of(names.get(i), new int[] {i << 4 | 4, (i + 3) << 4 | 2}));
    }
    SitePatterns patterns = SitePatterns.of(samples, reference, 0, reference.length);
    SubstitutionModel model =
        new SubstitutionModel(
            new double[] {1, 2, 1, 1, 2, 1}, new double[] {0.25, 0.25, 0.25, 0.25});
    assertEquals(
        new TreeLikelihood(expected, patterns, model).evaluate(),
        new TreeLikelihood(tree, patterns, model).evaluate(),
        1e-9);
    for (int node = 0; node < tree.size(); node++) {
      assertEquals(node == tree.root, tree.parent[node] < 0, "only the root has no parent");
    }
  }

  @Test
  void transitionsAreProbabilitiesAndCompose() {
    SubstitutionModel model =
        new SubstitutionModel(
            new double[] {1, 5, 0.2, 0.4, 6, 1}, new double[] {0.3, 0.18, 0.2, 0.32});
    double[] whole = model.transition(0.7);
    double[] a = model.transition(0.3);
    double[] b = model.transition(0.4);
    for (int i = 0; i < 4; i++) {
      double sum = 0;
      for (int j = 0; j < 4; j++) {
        double composed = 0;
        for (int k = 0; k < 4; k++) {
          composed += a[4 * i + k] * b[4 * k + j];
        }
        assertEquals(whole[4 * i + j], composed, 1e-12);
        sum += whole[4 * i + j];
      }
      assertEquals(1, sum, 1e-12);
    }
  }

  /** Sum over all bases of all inner nodes. */
  private static double slow(Topology tree, SubstitutionModel model, SitePatterns patterns, int p) {
    int inner = tree.size() - tree.tips;
    double sum = 0;
    int[] bases = new int[tree.size()];
    for (int code = 0; code < 1 << (2 * inner); code++) {
      for (int n = 0; n < inner; n++) {
        bases[tree.tips + n] = code >> (2 * n) & 3;
      }
      double product = model.frequency(bases[tree.root]);
      for (int node = 0; node < tree.size(); node++) {
        if (node != tree.root) {
          double[] t = model.transition(tree.length[node]);
          int from = bases[tree.parent[node]];
          double factor = 0;
          for (int to = 0; to < 4; to++) {
            boolean possible =
                tree.isTip(node) ? (patterns.codes(node)[p] >> to & 1) != 0 : bases[node] == to;
            factor += possible ? t[4 * from + to] : 0;
          }
          product *= factor;
        }
      }
      sum += product;
    }
    return sum;
  }

  /** The alignment of MAFFT, columns outside 56..29797 unknown. */
  private static List<Sample> alignment(Reference reference) {
    List<Sample> samples = new ArrayList<>();
    try (FastaReader reader =
        FastaReader.open(
            Shared.path("gold/genome/data/sars2_variants/mafft_keeplength.aln.fasta.gz"),
            problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        FastaRecord row = next.get();
        samples.add(Sample.ofAlignedRow(row.id(), row.bases(), reference.bases(), 55, 29797));
      }
    }
    return samples;
  }
}
