package org.firebreak.cli.genome;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.stream.OrderedPipeline;
import org.firebreak.genome.tree.Relatives;
import org.firebreak.genome.variant.DistanceMatrix;
import org.firebreak.genome.variant.GenomeVariants;
import org.firebreak.genome.variant.Nucleotides;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.firebreak.genome.variant.VariantTable;
import org.firebreak.genome.variant.VcfBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code firebreak variants}: aligns genomes to a reference and prints what differs. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description =
        "Aligns genomes to a reference and prints substitutions, gaps, amino-acid changes, quality"
            + " and clade, one row a genome, with Nextclade's columns (TSV).",
    footer = {
      "",
      "Exit status: 0 done, refused genomes are told of and have a row with the reason; 2 no genome,"
          + " or a file that is none or breaks off (its genomes up to there are in the output)."
    })
public final class VariantsCommand implements Callable<Integer> {

  private static final int BATCH = 64;
  private static final int EXIT_BROKEN_FILE = 2;
  private static final int MOST_DISTANCES = 20_000;

  @CommandLine.Option(names = "--reference", required = true, description = "FASTA or GenBank file")
  private Path referenceFile = Path.of("");

  @CommandLine.Option(names = "--annotation", description = "GFF3 (or GenBank) with the genes")
  private @Nullable Path annotation;

  @CommandLine.Option(
      names = "--clades",
      description = "table of defining mutations: clade, gene, site, alt (tab-separated)")
  private @Nullable Path cladeFile;

  @CommandLine.Option(
      names = "--tree",
      description =
          "tree with mutations: scores private mutations, and takes the clade of the nearest node"
              + " where the tree has clades")
  private @Nullable Path treeFile;

  @CommandLine.Mixin private MaskOptions mask = new MaskOptions();

  @CommandLine.Option(names = "--output", description = "file of the table (default: print it)")
  private @Nullable Path output;

  @CommandLine.Option(names = "--aligned", description = "also write the aligned FASTA here")
  private @Nullable Path aligned;

  @CommandLine.Option(names = "--vcf", description = "also write a VCF here")
  private @Nullable Path vcf;

  @CommandLine.Option(names = "--distances", description = "also write SNP distances (TSV) here")
  private @Nullable Path distances;

  @CommandLine.Mixin private GenomeOptions genomes = new GenomeOptions();

  @CommandLine.Mixin private RunOptions run = new RunOptions();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  private final NameRegister names = new NameRegister();
  private final List<Nucleotides> kept = new ArrayList<>();
  private final List<String> keptNames = new ArrayList<>();

  /** What a worker made of one record. */
  @SuppressWarnings("ArrayRecordComponent") // handed from worker to writer, never compared
  private record Outcome(
      GenomeSource.Entry entry, String[] cells, @Nullable Nucleotides nucleotides, byte[] row) {}

  @Override
  public Integer call() {
    int threads = run.threads();
    Reference reference = ReferenceReader.read(referenceFile, Optional.ofNullable(annotation));
    Aligners aligners = new Aligners(reference, genomes.acceptance());
    Optional<CladeTable> clades = readClades(cladeFile);
    Optional<TreeOfRelatives> tree =
        treeFile == null
            ? Optional.empty()
            : Optional.of(TreeOfRelatives.read(treeFile, reference));
    PrintWriter err = spec.commandLine().getErr();
    GenomeSource source = new GenomeSource(files, err);
    VariantTable table = new VariantTable(reference);
    try (TableOutput out = TableOutput.open(output, spec.commandLine().getOut(), run.json());
        Writer alignedOut = open(aligned)) {
      out.header(VariantTable.COLUMNS);
      OrderedPipeline.<GenomeSource.Entry, Outcome>run(
          threads,
          BATCH,
          source::nextOfAnyFile,
          () -> {
            VariantCaller caller = new VariantCaller(aligners, clades, Quality.Rules.DEFAULT);
            Optional<Relatives> relatives =
                tree.map(one -> one.relatives(mask.start(), mask.end()));
            return entry -> callOne(caller, relatives, table, entry);
          },
          outcome -> accept(outcome, out, alignedOut, err));
    } catch (IOException e) {
      throw new UserException("output-failed", "The output cannot be written: " + e, e);
    }
    writeVcf(reference);
    writeDistances();
    if (source.accepted() == 0) {
      throw new DataException(
          "no-genome", "None of the " + source.read() + " records is a genome of this virus");
    }
    return source.broken() > 0 ? EXIT_BROKEN_FILE : 0;
  }

  static Optional<CladeTable> readClades(@Nullable Path file) {
    if (file == null) {
      return Optional.empty();
    }
    try {
      return Optional.of(CladeTable.parse(file.toString(), Files.readAllLines(file)));
    } catch (IOException e) {
      throw new UserException("file-unreadable", file + ": cannot be read: " + e, e);
    }
  }

  private Outcome callOne(
      VariantCaller caller,
      Optional<Relatives> relatives,
      VariantTable table,
      GenomeSource.Entry entry) {
    try {
      GenomeVariants variants = withRelatives(caller.call(entry.record()), relatives);
      boolean keep = vcf != null || distances != null;
      return new Outcome(
          entry,
          table.row(variants),
          keep ? variants.nucleotides() : null,
          aligned == null ? new byte[0] : caller.alignedRow());
    } catch (DataException e) {
      String reason = String.valueOf(e.getMessage());
      String[] cells = VariantTable.refusal(entry.record().number(), entry.record().id(), reason);
      return new Outcome(entry, cells, null, new byte[0]);
    }
  }

  private static GenomeVariants withRelatives(
      GenomeVariants variants, Optional<Relatives> relatives) {
    if (relatives.isEmpty()) {
      return variants;
    }
    Relatives.Found found = relatives.get().find(variants.nucleotides());
    return variants.withRelatives(
        found.privateMutations(),
        found.clade().map(CladeTable.Clade::named),
        Quality.Rules.DEFAULT);
  }

  private void accept(
      Outcome outcome, TableOutput out, @Nullable Writer alignedOut, PrintWriter err) {
    GenomeSource.Entry entry = outcome.entry();
    String reason = outcome.cells()[outcome.cells().length - 1];
    out.row(outcome.cells());
    if (!reason.isEmpty()) {
      err.println("firebreak: " + entry.place() + " " + reason);
      return;
    }
    entry.source().accept();
    names.check(entry, err);
    if (outcome.nucleotides() != null) {
      kept.add(outcome.nucleotides());
      keptNames.add(entry.record().id());
    }
    if (alignedOut != null) {
      try {
        alignedOut.write(">" + entry.record().id() + "\n");
        alignedOut.write(new String(outcome.row(), StandardCharsets.ISO_8859_1) + "\n");
      } catch (IOException e) {
        throw new UserException("output-failed", aligned + ": cannot be written: " + e, e);
      }
    }
  }

  private void writeVcf(Reference reference) {
    if (vcf == null) {
      return;
    }
    VcfBuilder builder = new VcfBuilder(reference);
    for (int i = 0; i < kept.size(); i++) {
      builder.add(keptNames.get(i), kept.get(i));
    }
    try (Writer out = Files.newBufferedWriter(vcf)) {
      builder.write(out);
    } catch (IOException e) {
      throw new UserException("output-failed", vcf + ": cannot be written: " + e, e);
    }
  }

  private void writeDistances() {
    if (distances == null) {
      return;
    }
    if (kept.size() > MOST_DISTANCES) {
      throw new UserException(
          "distances-many",
          "A distance matrix of %d genomes would have %d cells; the limit is %d genomes"
              .formatted(kept.size(), (long) kept.size() * kept.size(), MOST_DISTANCES));
    }
    try (BufferedWriter out = Files.newBufferedWriter(distances)) {
      out.write("seqName\t" + String.join("\t", keptNames) + "\n");
      for (int i = 0; i < kept.size(); i++) {
        StringBuilder line = new StringBuilder(keptNames.get(i));
        for (Nucleotides other : kept) {
          line.append('\t').append(DistanceMatrix.distance(kept.get(i), other));
        }
        out.write(line.append('\n').toString());
      }
    } catch (IOException e) {
      throw new UserException("output-failed", distances + ": cannot be written: " + e, e);
    }
  }

  private static @Nullable Writer open(@Nullable Path path) throws IOException {
    return path == null
        ? null
        : new BufferedWriter(
            new OutputStreamWriter(Files.newOutputStream(path), StandardCharsets.UTF_8), 1 << 16);
  }
}
