package org.firebreak.bench.genome;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.likelihood.MaximumLikelihood;
import org.firebreak.genome.likelihood.SitePatterns;
import org.firebreak.genome.likelihood.SubstitutionModel;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.tree.MutationTree;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.tree.TreeBuilder;

/** Maximum likelihood on the alignment of the first wave against IQ-TREE and FastTree. */
final class LikelihoodBench {

  private static final int FROM = 55;
  private static final int TO = 29_797;
  private static final int ROUNDS = 20;
  private static final Pattern IQ_TREE = Pattern.compile("BEST SCORE FOUND : (-?[\\d.]+)");
  private static final Pattern FAST_TREE = Pattern.compile("Gamma\\d*LogLk.*?(-\\d+[\\d.]*)");

  private final Path scratch;
  private final byte[] reference;
  private final List<FastaRecord> rows = new ArrayList<>();

  LikelihoodBench(GenomeBench.Data data, Path scratch) {
    this.scratch = scratch;
    this.reference = ReferenceReader.read(data.reference(), Optional.empty()).bases();
    Path file = data.folder().resolve("sars2_variants/mafft_keeplength.aln.fasta.gz");
    try (FastaReader reader = FastaReader.open(file, problem -> {})) {
      for (Optional<FastaRecord> next = reader.next(); next.isPresent(); next = reader.next()) {
        rows.add(next.get());
      }
    }
  }

  void run(boolean slow) throws IOException {
    Path alignment = writeColumns();
    for (SubstitutionModel.Kind kind :
        List.of(SubstitutionModel.Kind.GTR, SubstitutionModel.Kind.JC)) {
      String task = kind + " likelihood of " + rows.size() + " taxa, " + (TO - FROM) + " columns";
      Measure<MaximumLikelihood.Result> own = Measure.of(5, () -> ours(kind));
      Table.own(task, own, lnL(own.result().logLikelihood()));
      iqTree(task, kind == SubstitutionModel.Kind.GTR ? "GTR+F" : "JC", alignment, own);
      if (slow && kind == SubstitutionModel.Kind.GTR) {
        fastTree(task, alignment, own);
      }
    }
  }

  /** From the alignment in memory: parsimony tree, columns, likelihood. */
  private MaximumLikelihood.Result ours(SubstitutionModel.Kind kind) {
    List<Sample> samples = new ArrayList<>();
    for (FastaRecord row : rows) {
      samples.add(Sample.ofAlignedRow(row.id(), row.bases(), reference, FROM, TO));
    }
    MutationTree start = TreeBuilder.build(reference, samples, ROUNDS);
    SitePatterns patterns = SitePatterns.of(samples, reference, FROM, TO);
    return MaximumLikelihood.run(start, patterns, TO - FROM, kind);
  }

  private Path writeColumns() throws IOException {
    Path file = scratch.resolve("columns.fasta");
    try (BufferedWriter out = Files.newBufferedWriter(file)) {
      for (FastaRecord row : rows) {
        out.write(">" + row.id().replace('/', '_') + "\n");
        out.write(row.dna().substring(FROM, TO) + "\n");
      }
    }
    return file;
  }

  private void iqTree(String task, String model, Path alignment, Measure<?> own)
      throws IOException {
    String prefix = scratch.resolve("iq-" + model).toString();
    Optional<Peer.Run> run =
        Peer.run(
            scratch,
            List.of(
                "iqtree2",
                "-s",
                alignment.toString(),
                "-m",
                model,
                "-fast",
                "-nt",
                "1",
                "-redo",
                "-pre",
                prefix));
    if (run.isPresent()) {
      String score = find(IQ_TREE, Files.readString(run.get().out()));
      Table.peer(task, "IQ-TREE -fast " + model, run.get().cpuSeconds(), own, score);
    }
  }

  private void fastTree(String task, Path alignment, Measure<?> own) throws IOException {
    Optional<Peer.Run> run =
        Peer.run(scratch, List.of("fasttree", "-nt", "-gtr", "-gamma", alignment.toString()));
    if (run.isPresent()) {
      String score = find(FAST_TREE, Files.readString(run.get().log()));
      Table.peer(
          task, "FastTree -gtr -gamma", run.get().cpuSeconds(), own, score + " (with gamma)");
    }
  }

  private static String find(Pattern pattern, String text) {
    Matcher match = pattern.matcher(text);
    String last = "";
    while (match.find()) {
      last = match.group(1);
    }
    return "lnL " + last;
  }

  private static String lnL(double value) {
    return String.format(Locale.ROOT, "lnL %.3f", value);
  }
}
