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
import org.firebreak.genome.align.Acceptance;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.format.Newick;
import org.firebreak.genome.likelihood.MaximumLikelihood;
import org.firebreak.genome.likelihood.SitePatterns;
import org.firebreak.genome.likelihood.SubstitutionModel;
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
      names = "--mask-start",
      defaultValue = "55",
      description = "letters at the start of the genome that are not used (${DEFAULT-VALUE})")
  private int maskStart;

  @CommandLine.Option(
      names = "--mask-end",
      defaultValue = "106",
      description = "letters at the end that are not used (${DEFAULT-VALUE})")
  private int maskEnd;

  @CommandLine.Option(
      names = "--rounds",
      defaultValue = "20",
      description = "most rounds of rearrangement (${DEFAULT-VALUE})")
  private int rounds;

  @CommandLine.Option(names = "--min-coverage", defaultValue = "0.7", hidden = true)
  private double leastCoverage;

  @CommandLine.Option(names = "--min-identity", defaultValue = "0.8", hidden = true)
  private double leastIdentity;

  @CommandLine.Option(names = "--json", description = "print the summary as JSON")
  private boolean json;

  @CommandLine.Option(names = "--threads", description = "default: one a core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Override
  public Integer call() {
    if (threads < 1 || rounds < 0 || maskStart < 0 || maskEnd < 0) {
      throw new UserException(
          "option-wrong", "--threads must be at least 1, --rounds and --mask-* at least 0");
    }
    PrintWriter err = spec.commandLine().getErr();
    Metadata metadata =
        metadataFile == null ? Metadata.none() : Metadata.read(metadataFile, place, err);
    Reference reference = ReferenceReader.read(referenceFile, Optional.ofNullable(annotation));
    Acceptance acceptance = VariantsCommand.acceptance(leastCoverage, leastIdentity);
    SampleReader reader =
        new SampleReader(new Aligners(reference, acceptance), maskStart, maskEnd, err);
    List<Sample> samples = reader.read(files, threads);
    MutationTree tree = TreeBuilder.build(reference.bases(), samples, rounds);
    createFolder();
    boolean dated = clock != ClockKind.NONE && metadata.hasDates();
    if (clock != ClockKind.NONE && !dated) {
      err.println("firebreak: no dates in --metadata; the tree is not dated");
    }
    TreeResult result = TreeResult.of(tree, reference, metadata, dated ? clock : ClockKind.NONE);
    result.writeAll(out, title());
    if (likelihood != null) {
      writeLikely(tree, samples, reference, likelihood);
    }
    summary(tree, samples, reader.refused(), result);
    return 0;
  }

  private void writeLikely(
      MutationTree tree, List<Sample> samples, Reference reference, SubstitutionModel.Kind kind) {
    int end = Math.max(maskStart + 1, reference.length() - maskEnd);
    SitePatterns patterns = SitePatterns.of(samples, reference.bases(), maskStart, end);
    MaximumLikelihood.Result found =
        MaximumLikelihood.run(tree, patterns, (double) end - maskStart, kind);
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
    try (TableOutput table = TableOutput.open(null, spec.commandLine().getOut(), json)) {
      table.header(
          List.of(
              "genomes",
              "left_out",
              "nodes",
              "parsimony",
              "uncertain_places",
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
        (result.isDated() ? clock : ClockKind.NONE).name().toLowerCase(Locale.ROOT)
      };
      String[] second = result.summary();
      String[] cells = Arrays.copyOf(first, first.length + second.length);
      System.arraycopy(second, 0, cells, first.length, second.length);
      table.row(cells);
    }
  }
}
