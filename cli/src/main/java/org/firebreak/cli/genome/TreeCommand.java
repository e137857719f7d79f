package org.firebreak.cli.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.likelihood.MaximumLikelihood;
import org.firebreak.genome.likelihood.SitePatterns;
import org.firebreak.genome.likelihood.SubstitutionModel;
import org.firebreak.genome.tree.CladeSupport;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.tree.TreeBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code firebreak tree}: from genomes to a dated tree with places. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description =
        "Builds a tree of genomes by parsimony, dates it, finds the places of ancestors, and writes"
            + " it in the formats of UShER, Taxonium, Auspice, NEXUS and Newick.")
public final class TreeCommand implements Callable<Integer> {

  private static final long SEED = 20200115;
  private static final int SUPPORT_ROUNDS = 2;
  private static final int CHEAP = 200_000;
  private static final int MOST_SUPPORTED = 50_000;

  @CommandLine.Option(names = "--reference", required = true, description = "FASTA or GenBank file")
  private Path referenceFile = Path.of("");

  @CommandLine.Option(names = "--annotation", description = "GFF3 (or GenBank) with the genes")
  private @Nullable Path annotation;

  @CommandLine.Option(
      names = "--metadata",
      description = "table with the columns name (or strain), date, and a place")
  private @Nullable Path metadataFile;

  @CommandLine.Option(
      names = "--place",
      description = "column of the places (default: location, place, division, country, region)")
  private @Nullable String place;

  @CommandLine.Option(
      names = "--clock",
      defaultValue = "strict",
      description = "strict, relaxed or none (${DEFAULT-VALUE})")
  private ClockKind clock = ClockKind.STRICT;

  @CommandLine.Option(
      names = "--likelihood",
      description =
          "also improve the tree by maximum likelihood under JC, HKY or GTR (tree.ml.nwk); for up to"
              + " some thousand genomes")
  private SubstitutionModel.@Nullable Kind likelihood;

  @CommandLine.Option(names = "--out", required = true, description = "folder for the results")
  private Path out = Path.of("");

  @CommandLine.Option(
      names = "--rounds",
      defaultValue = "20",
      description = "most rounds of rearrangement (${DEFAULT-VALUE})")
  private int rounds;

  @CommandLine.Option(
      names = "--support",
      description =
          "replicates of the jackknife for the support of clades, 0 for none (default: 100 for up to"
              + " 2,000 genomes, fewer for more, none above 50,000)")
  private @Nullable Integer replicates;

  @CommandLine.Mixin private MaskOptions mask = new MaskOptions();

  @CommandLine.Mixin private GenomeOptions genomes = new GenomeOptions();

  @CommandLine.Mixin private RunOptions run = new RunOptions();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (rounds < 0 || (replicates != null && replicates < 0)) {
      throw new UserException("option-wrong", "--rounds and --support must not be negative");
    }
    PrintWriter err = spec.commandLine().getErr();
    Metadata metadata =
        metadataFile == null ? Metadata.none() : Metadata.read(metadataFile, place, err);
    Reference reference = ReferenceReader.read(referenceFile, Optional.ofNullable(annotation));
    SampleReader reader =
        new SampleReader(
            new Aligners(reference, genomes.acceptance()), mask.start(), mask.end(), err);
    List<Sample> samples = reader.read(files, run.threads());
    MutationTree tree = TreeBuilder.build(reference.bases(), samples, rounds);
    double[] supports = supports(tree, reference, samples);
    createFolder();
    boolean dated = clock != ClockKind.NONE && metadata.hasDates();
    if (clock != ClockKind.NONE && !dated) {
      err.println("firebreak: no dates in --metadata; the tree is not dated");
    }
    TreeResult result =
        TreeResult.of(tree, reference, metadata, dated ? clock : ClockKind.NONE, supports);
    result.writeAll(out, title());
    if (likelihood != null) {
      writeLikely(tree, samples, reference, likelihood);
    }
    summary(tree, samples, reader.refused(), result);
    return reader.status();
  }

  /** Supports of the clades by number of node; none if not asked for. */
  private double[] supports(MutationTree tree, Reference reference, List<Sample> samples) {
    int affordable = samples.size() > MOST_SUPPORTED ? 0 : Math.max(10, CHEAP / samples.size());
    int count = replicates == null ? Math.min(100, affordable) : replicates;
    return count == 0
        ? new double[0]
        : CladeSupport.of(tree, reference.bases(), samples, count, SUPPORT_ROUNDS, SEED);
  }

  private void writeLikely(
      MutationTree tree, List<Sample> samples, Reference reference, SubstitutionModel.Kind kind) {
    int end = Math.max(mask.start() + 1, reference.length() - mask.end());
    SitePatterns patterns = SitePatterns.of(samples, reference.bases(), mask.start(), end);
    MaximumLikelihood.Result found =
        MaximumLikelihood.run(tree, patterns, (double) end - mask.start(), kind);
    try {
      Files.writeString(out.resolve("tree.ml.nwk"), Newick.write(found.tree()));
      double[] rates = found.model().rates();
      double[] shares = found.model().frequencies();
      String row =
          String.format(
              Locale.ROOT,
              "%s\t%.3f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f\t%.4f",
              kind,
              found.logLikelihood(),
              rates[0],
              rates[1],
              rates[2],
              rates[3],
              rates[4],
              rates[5],
              shares[0],
              shares[1],
              shares[2],
              shares[3]);
      Files.write(
          out.resolve("likelihood.tsv"),
          List.of("model\tlog_likelihood\tAC\tAG\tAT\tCG\tCT\tGT\tA\tC\tG\tT", row));
    } catch (IOException e) {
      throw new UserException("output-failed", out + ": cannot be written: " + e, e);
    }
  }

  private String title() {
    return "Firebreak tree of "
        + String.join(", ", files.stream().map(file -> file.getFileName().toString()).toList());
  }

  private void createFolder() {
    try {
      Files.createDirectories(out);
    } catch (IOException e) {
      throw new UserException("output-failed", out + ": cannot be made: " + e, e);
    }
  }

  private void summary(MutationTree tree, List<Sample> samples, long refused, TreeResult result) {
    try (TableOutput table = TableOutput.open(null, spec.commandLine().getOut(), run.json())) {
      table.header(
          List.of(
              "genomes",
              "left_out",
              "nodes",
              "parsimony",
              "uncertain_places",
              "clades",
              "clades_above_half",
              "clock",
              "rate",
              "rate_low",
              "rate_high",
              "root_date",
              "root_low",
              "root_high",
              "root_place",
              "root_place_probability",
              "introductions"));
      String[] first = {
        Integer.toString(samples.size()),
        Long.toString(refused),
        Integer.toString(tree.preorder().length),
        Integer.toString(tree.score()),
        Integer.toString(result.uncertain()),
        result.cladeCount(0),
        result.cladeCount(0.5),
        (result.isDated() ? clock : ClockKind.NONE).name().toLowerCase(Locale.ROOT)
      };
      String[] second = result.summary();
      String[] cells = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, cells, first.length, second.length);
      table.row(cells);
    }
  }
}
