package org.firebreak.bench.genome;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.tree.CladeDistance;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.TreeBuilder;

/** Trees from nothing: time, parsimony, and clades against the truth of simulated outbreaks. */
final class TreesBench {

  private static final int ROUNDS = 20;
  private static final double HALF_MUTATION = 0.5 / 29_903;

  /** GENOME.md: UShER's seconds and score by number of tips, one thread, this kind of machine. */
  private static final Map<Integer, double[]> USHER =
      Map.of(1_000, new double[] {0.19, 771}, 10_000, new double[] {30.3, 8952});

  private final GenomeBench.Data data;
  private final Path scratch;
  private final byte[] reference;

  TreesBench(GenomeBench.Data data, Path scratch) {
    this.data = data;
    this.scratch = scratch;
    this.reference = ReferenceReader.read(data.reference(), Optional.empty()).bases();
  }

  void run(boolean slow) throws IOException {
    for (int tips : new int[] {100, 1_000, 10_000}) {
      Outbreak outbreak = Outbreak.read(data, tips);
      Phylogeny truth = outbreak.tree("true_mutation_tree.nwk");
      Measure<MutationTree> own =
          Measure.of(
              tips > 1_000 ? 5 : 9, () -> TreeBuilder.build(reference, outbreak.samples(), ROUNDS));
      String task = "tree of %,d simulated tips".formatted(tips);
      Phylogeny ours = Phylogeny.of(own.result());
      Table.own(task, own, "parsimony " + own.result().score() + ", " + distance(ours, truth, 0));
      Phylogeny usher = outbreak.tree("usher_tree.nwk");
      double[] quoted = USHER.get(tips);
      if (quoted == null) {
        Table.print(task, "UShER (its tree, not run)", "", "", distance(usher, truth, 0));
      } else {
        String result =
            "parsimony %.0f, %s (its tree)".formatted(quoted[1], distance(usher, truth, 0));
        Table.quoted(task, "UShER (not installable)", quoted[0], own, result);
      }
      if (tips == 100 || (slow && tips == 1_000)) {
        iqTree(task, outbreak, truth, own);
      }
    }
  }

  private void iqTree(String task, Outbreak outbreak, Phylogeny truth, Measure<?> own)
      throws IOException {
    Path alignment = outbreak.writeAlignment(reference, scratch);
    String prefix = alignment + ".iq";
    Optional<Peer.Run> run =
        Peer.run(
            scratch,
            List.of(
                "iqtree2",
                "-s",
                alignment.toString(),
                "-m",
                "JC",
                "-fast",
                "-nt",
                "1",
                "-redo",
                "-pre",
                prefix));
    if (run.isPresent()) {
      Phylogeny tree = Newick.parse(prefix, Files.readString(Path.of(prefix + ".treefile")));
      String result = distance(Outbreak.rooted(tree), truth, HALF_MUTATION);
      Table.peer(task, "IQ-TREE -fast JC", run.get().cpuSeconds(), own, result);
    }
  }

  private static String distance(Phylogeny tree, Phylogeny truth, double leastLength) {
    CladeDistance found = CladeDistance.between(tree, leastLength, truth, 0);
    return "clades not in the truth %d, missing %d"
        .formatted(found.onlyFirst(), found.onlySecond());
  }
}
