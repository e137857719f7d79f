package org.firebreak.bench.genome;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.tree.TreeBuilder;

/** Time to place one genome into 10^4 simulated tips and into a generated tree of 10^6. */
final class PlacementBench {

  private static final int GENOMES = 500;
  private static final int TIPS = 1_000_000;
  private static final int INNER = 250_000;

  private final GenomeBench.Data data;
  private final byte[] reference;
  private final SplittableRandom random = new SplittableRandom(42);

  PlacementBench(GenomeBench.Data data) {
    this.data = data;
    this.reference = ReferenceReader.read(data.reference(), Optional.empty()).bases();
  }

  void run() throws IOException {
    List<Sample> samples = Outbreak.read(data, 10_000).samples();
    int kept = samples.size() - GENOMES;
    MutationTree tree = TreeBuilder.build(reference, samples.subList(0, kept), 2);
    measure("place one genome into 10^4", tree, samples.subList(kept, samples.size()));
    Table.print("place one genome into 10^4", "UShER (not installable)", "0.003 (quoted)", "", "");
    MutationTree large = generated();
    List<Sample> fresh = new ArrayList<>();
    for (int i = 0; i < GENOMES; i++) {
      fresh.add(relative(large, i));
    }
    measure("place one genome into 10^6", large, fresh);
  }

  private static void measure(String task, MutationTree tree, List<Sample> samples) {
    Placer placer = new Placer(tree);
    double[] millis = new double[samples.size()];
    for (int i = 0; i < millis.length; i++) {
      long start = System.nanoTime();
      placer.find(samples.get(i));
      millis[i] = (System.nanoTime() - start) / 1e6;
    }
    double first = millis[0];
    Arrays.sort(millis);
    double mean = Arrays.stream(millis).average().orElse(Double.NaN);
    String result =
        "mean %.3f ms, median %.3f, 99 %% below %.3f, worst %.3f, first %.3f; %,d leaves"
            .formatted(
                mean,
                millis[millis.length / 2],
                millis[millis.length * 99 / 100],
                millis[millis.length - 1],
                first,
                tree.leaves(tree.root()));
    Table.print(task, "Firebreak", Table.seconds(mean / 1e3), "1", result);
  }

  /** Lineages that grow from the last third of all so far, and tips on them. */
  private MutationTree generated() {
    MutationTree tree = new MutationTree(reference);
    int[] inner = new int[INNER];
    inner[0] = tree.root();
    for (int i = 1; i < INNER; i++) {
      int under = inner[random.nextInt(2 * i / 3, i)];
      inner[i] = tree.add(under, branch(tree, under, 1 + random.nextInt(2)), null);
    }
    for (int i = 0; i < TIPS; i++) {
      int under = inner[random.nextInt(INNER)];
      int own = random.nextInt(3) == 0 ? 1 + random.nextInt(2) : 0;
      tree.add(under, branch(tree, under, own), Sample.ofMutations("t" + i, List.of()));
    }
    return tree;
  }

  private int[] branch(MutationTree tree, int under, int count) {
    int[] branch = new int[count];
    int n = 0;
    while (n < count) {
      int position = random.nextInt(100, tree.length() - 200);
      int from = base(tree, under, position);
      int to = random.nextInt(4);
      boolean used = Arrays.stream(branch, 0, n).anyMatch(m -> Mutation.position(m) == position);
      if (from >= 0 && to != from && !used) {
        branch[n++] = Mutation.of(position, from, to);
      }
    }
    Arrays.sort(branch);
    return branch;
  }

  private static int base(MutationTree tree, int node, int position) {
    for (int at = node; at >= 0; at = tree.parent(at)) {
      for (int mutation : tree.mutations(at)) {
        if (Mutation.position(mutation) == position) {
          return Mutation.to(mutation);
        }
      }
    }
    return tree.referenceBase(position);
  }

  /** A genome one to three mutations from a random node. */
  private Sample relative(MutationTree tree, int number) {
    int node = random.nextInt(1, tree.capacity());
    Map<Integer, Integer> bases = new HashMap<>();
    for (int mutation : branch(tree, node, 1 + random.nextInt(3))) {
      bases.put(Mutation.position(mutation), Mutation.to(mutation));
    }
    for (int at = node; at >= 0; at = tree.parent(at)) {
      for (int mutation : tree.mutations(at)) {
        bases.putIfAbsent(Mutation.position(mutation), Mutation.to(mutation));
      }
    }
    int[] sites =
        bases.entrySet().stream()
            .filter(entry -> tree.referenceBase(entry.getKey()) != entry.getValue())
            .mapToInt(entry -> entry.getKey() << 4 | 1 << entry.getValue())
            .sorted()
            .toArray();
    return Sample.of("new" + number, sites);
  }
}
