package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.format.AnnotatedTree;
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
      description =
          "also write the tree with the genomes added (.pb, .pb.gz, .jsonl, .json, .nexus, .nwk)")
  private @Nullable Path write;

  @CommandLine.Mixin private MaskOptions mask = new MaskOptions();

  @CommandLine.Mixin private GenomeOptions genomes = new GenomeOptions();

  @CommandLine.Mixin private RunOptions run = new RunOptions();

  @CommandLine.Parameters(index = "0", paramLabel = "TREE", description = "tree file")
  private Path treeFile = Path.of("");

  @CommandLine.Parameters(index = "1..*", arity = "1..*", paramLabel = "FASTA")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (write != null) {
      TreeFile.checkName(write);
    }
    AnnotatedTree loaded = TreeFile.read(treeFile);
    TreeOfRelatives.checkMutations(loaded, treeFile);
    Reference reference = reference(loaded);
    loaded.checkFits(treeFile.toString(), reference.name(), reference.length());
    PrintWriter err = spec.commandLine().getErr();
    SampleReader reader =
        new SampleReader(
            new Aligners(reference, genomes.acceptance()), mask.start(), mask.end(), err);
    List<Sample> samples = reader.read(files, run.threads());
    MutationTree tree = loaded.toMutationTree(reference.bases());
    Map<Integer, String> names = names(loaded.phylogeny(), tree);
    Placer placer = new Placer(tree);
    try (TableOutput out = TableOutput.open(null, spec.commandLine().getOut(), run.json())) {
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
      TreeFile.write(
          AnnotatedTree.of(tree, reference.bases()),
          new TreeFile.About("Firebreak", LocalDate.EPOCH, reference),
          write);
    }
    return reader.status();
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
}
