package org.firebreak.cli.genome;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.format.AnnotatedTree;
import org.firebreak.genome.format.AuspiceWriter;
import org.firebreak.genome.format.MatFile;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.format.TreeFile;
import org.firebreak.genome.tree.Mutation;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Phylogeny;
import org.firebreak.genome.tree.Placement;
import org.firebreak.genome.tree.Placer;
import org.firebreak.genome.tree.Sample;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code firebreak place}: places genomes into a mutation-annotated tree. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description =
        "Places genomes into a tree with mutations (UShER protobuf, Auspice, Taxonium), one row a"
            + " genome: where, how many new mutations, how many places are equally good.")
public final class PlaceCommand implements Callable<Integer> {

  @CommandLine.Option(
      names = "--reference",
      description = "FASTA or GenBank; needed unless the tree holds its root sequence")
  private @Nullable Path referenceFile;

  @CommandLine.Option(
      names = "--write",
      description = "also write the tree with the genomes added (.pb, .pb.gz, .json, .nwk)")
  private @Nullable Path write;

  @CommandLine.Option(names = "--mask-start", defaultValue = "55", description = "default 55")
  private int maskStart;

  @CommandLine.Option(names = "--mask-end", defaultValue = "106", description = "default 106")
  private int maskEnd;

  @CommandLine.Option(names = "--min-coverage", defaultValue = "0.7", hidden = true)
  private double leastCoverage;

  @CommandLine.Option(names = "--min-identity", defaultValue = "0.8", hidden = true)
  private double leastIdentity;

  @CommandLine.Option(names = "--json", description = "one JSON object a line instead of TSV")
  private boolean json;

  @CommandLine.Option(names = "--threads", description = "default: one a core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Parameters(index = "0", paramLabel = "TREE", description = "tree file")
  private Path treeFile = Path.of("");

  @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "FASTA")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    AnnotatedTree loaded = TreeFile.read(treeFile);
    if (Arrays.stream(loaded.mutations()).allMatch(branch -> branch.length == 0)) {
      throw new DataException(
          "tree-no-mutations",
          treeFile
              + ": its branches carry no mutations; place needs UShER's protobuf, Auspice or"
              + " Taxonium, or build one with 'firebreak tree'");
    }
    Reference reference = reference(loaded);
    loaded.checkFits(treeFile.toString(), reference.name(), reference.length());
    PrintWriter err = spec.commandLine().getErr();
    SampleReader reader =
        new SampleReader(
            new Aligners(reference, VariantsCommand.acceptance(leastCoverage, leastIdentity)),
            maskStart,
            maskEnd,
            err);
    List<Sample> samples = reader.read(files, threads);
    MutationTree tree = loaded.toMutationTree(reference.bases());
    Map<Integer, String> names = names(loaded.phylogeny(), tree);
    Placer placer = new Placer(tree);
    try (TableOutput out = TableOutput.open(null, spec.commandLine().getOut(), json)) {
      out.header(
          List.of(
              "name",
              "new_mutations",
              "equally_good_places",
              "node",
              "on_branch",
              "mutations",
              "samples_below"));
      for (Sample sample : samples) {
        out.row(row(tree, placer, names, sample));
      }
    }
    if (write != null) {
      writeTree(AnnotatedTree.of(tree, reference.bases()), reference);
    }
    return 0;
  }

  private Reference reference(AnnotatedTree loaded) {
    if (referenceFile != null) {
      return ReferenceReader.read(referenceFile, Optional.empty());
    }
    if (loaded.reference().length == 0) {
      throw new UserException(
          "reference-missing", treeFile + ": holds no root sequence; give it by --reference");
    }
    return new Reference("root", loaded.reference(), List.of());
  }

  private static Map<Integer, String> names(Phylogeny phylogeny, MutationTree tree) {
    Map<Integer, String> names = new HashMap<>();
    // Nodes are numbered in the order of the file.
    for (int i = 0; i < phylogeny.size(); i++) {
      String name = phylogeny.names()[i];
      names.put(i == 0 ? tree.root() : i, name.isEmpty() ? "node_" + (i + 1) : name);
    }
    return names;
  }

  private String[] row(
      MutationTree tree, Placer placer, Map<Integer, String> names, Sample sample) {
    Placement place = placer.find(sample);
    String node = names.getOrDefault(place.node(), "added_" + place.node());
    Sample there = tree.sample(place.node());
    int below = tree.leaves(place.node());
    int leaf = write == null ? -1 : placer.add(sample);
    StringBuilder mutations = new StringBuilder();
    for (int mutation : leaf >= 0 ? tree.mutations(leaf) : placer.newMutations(sample, place)) {
      mutations.append(mutations.isEmpty() ? "" : ",").append(Mutation.text(mutation));
    }
    return new String[] {
      sample.name(),
      Integer.toString(place.score()),
      Integer.toString(place.choices()),
      there == null ? node : there.name(),
      Boolean.toString(place.onBranch()),
      mutations.toString(),
      Integer.toString(below)
    };
  }

  private void writeTree(AnnotatedTree tree, Reference reference) {
    String name = String.valueOf(write);
    try {
      if (name.endsWith(".pb") || name.endsWith(".pb.gz")) {
        MatFile.write(tree, reference.name(), Path.of(name));
      } else if (name.endsWith(".json")) {
        try (BufferedWriter out = Files.newBufferedWriter(Path.of(name))) {
          AuspiceWriter.write(tree, "Firebreak", LocalDate.EPOCH, reference.regions(), out);
        }
      } else if (name.endsWith(".nwk")) {
        Files.writeString(Path.of(name), Newick.write(tree.phylogeny()));
      } else {
        throw new UserException(
            "format-unknown", name + ": ends in none of .pb, .pb.gz, .json, .nwk");
      }
    } catch (IOException e) {
      throw new UserException("output-failed", name + ": cannot be written: " + e, e);
    }
  }
}
