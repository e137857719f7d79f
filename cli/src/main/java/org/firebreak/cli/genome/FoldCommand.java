package org.firebreak.cli.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.exact.ExactFolder;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.FoldConstraint;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.fold.partition.PartitionFolder;
import org.firebreak.genome.stream.OrderedPipeline;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code firebreak fold}: the secondary structure of each sequence. */
@CommandLine.Command(
    mixinStandardHelpOptions = true,
    description =
        "Folds RNA: prints header, sequence, structure and energy in kcal/mol of each record.",
    footer = {
      "",
      "Exit status: 0 all records folded, 3 some refused (told on standard error), 2 none folded."
    })
public final class FoldCommand implements Callable<Integer> {

  private static final int EXIT_SOME_REFUSED = 3;
  private static final int ALONE_FROM = 5_000;

  @CommandLine.Option(
      names = "--beam",
      defaultValue = "100",
      description = "states kept per column, 0 = all (${DEFAULT-VALUE})")
  private int beam;

  @CommandLine.Option(
      names = "--dangles",
      defaultValue = "2",
      description = "unpaired neighbours of branches: 0 or 2 (${DEFAULT-VALUE})")
  private int dangles;

  @CommandLine.Option(
      names = "--exact",
      description = "the exact minimum instead of the beam search; memory grows with the square")
  private boolean exact;

  @CommandLine.Option(
      names = "--format",
      defaultValue = "DBN",
      description = "${COMPLETION-CANDIDATES} (${DEFAULT-VALUE})")
  private StructureFormat format = StructureFormat.DBN;

  @CommandLine.Option(names = "--json", description = "same as --format JSON")
  private boolean json;

  @CommandLine.Option(
      names = "--probabilities",
      description = "also the ensemble: free energy, propensity of each base to pair")
  private boolean probabilities;

  @CommandLine.Option(
      names = "--pairs",
      description = "write the pair probabilities here (TSV: id, i, j, probability)")
  private @Nullable Path pairsFile;

  @CommandLine.Option(
      names = "--least",
      defaultValue = "0.01",
      description = "least probability in the table of pairs (${DEFAULT-VALUE})")
  private double least;

  @CommandLine.Option(
      names = "--mea",
      arity = "0..1",
      fallbackValue = "1",
      paramLabel = "GAMMA",
      description = "also the structure of maximum expected accuracy (gamma 1)")
  private double gamma;

  @CommandLine.Option(
      names = "--constraint",
      paramLabel = "TEXT",
      description = {
        "one character a base: . free, x unpaired, ( ) this pair, | paired,",
        "< paired with a later base, > with an earlier one"
      })
  private @Nullable String constraint;

  @CommandLine.Option(
      names = "--svg",
      paramLabel = "FOLDER",
      description = "draw each structure: arc diagram, plane diagram, mountain plot")
  private @Nullable Path pictures;

  @CommandLine.Option(names = "--threads", description = "default: one a core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** What a worker made of one record: its result, or why there is none. */
  private record Outcome(GenomeSource.Entry entry, FoldJob.Result result, String refusal) {}

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new UserException("threads-few", "--threads must be at least 1: " + threads);
    }
    FoldJob job = job();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    GenomeSource source = new GenomeSource(files, err);
    try (Writer pairs = pairsFile == null ? Writer.nullWriter() : open(pairsFile)) {
      pairs.write("id\ti\tj\tprobability\n");
      OrderedPipeline.<GenomeSource.Entry, Outcome>run(
          threads,
          1,
          source::next,
          () -> entry -> foldOne(job, entry),
          o -> take(o, out, pairs, err));
    } catch (IOException e) {
      throw new UserException("output-failed", pairsFile + ": cannot be written: " + e, e);
    }
    out.flush();
    if (source.accepted() == 0) {
      throw new DataException(
          "no-sequence", "None of the " + source.read() + " records could be folded");
    }
    return source.accepted() < source.read() ? EXIT_SOME_REFUSED : 0;
  }

  private static Writer open(Path file) {
    try {
      return Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  private static void take(Outcome outcome, PrintWriter out, Writer pairs, PrintWriter err) {
    if (!outcome.refusal().isEmpty()) {
      err.println("firebreak: " + outcome.entry().place() + " " + outcome.refusal());
      return;
    }
    out.print(outcome.result().text());
    outcome.entry().source().accept();
    try {
      pairs.write(outcome.result().pairs());
    } catch (IOException e) {
      throw new UserException("output-failed", "The pairs cannot be written: " + e, e);
    }
  }

  private FoldJob job() {
    EnergyModel model = EnergyModel.turner2004(Dangles.of(dangles));
    if (gamma < 0 || least <= 0 || least > 1) {
      throw new UserException("option-wrong", "--mea must be positive and --least in 0..1");
    }
    boolean ensemble = probabilities || pairsFile != null || gamma > 0;
    if (constraint != null && (exact || ensemble)) {
      throw new UserException(
          "option-wrong", "--constraint works with the beam search of the minimum alone");
    }
    return new FoldJob(
        model,
        folder(model),
        ensemble ? new PartitionFolder(model, beam) : null,
        gamma,
        least,
        json ? StructureFormat.JSON : format,
        pictures);
  }

  /** Exact folds of long sequences take turns, so that memory is that of one. */
  private Function<RnaSequence, Fold> folder(EnergyModel model) {
    if (!exact) {
      BeamFolder folder = new BeamFolder(model, beam);
      FoldConstraint wanted = constraint == null ? null : FoldConstraint.parse(constraint);
      return sequence -> folder.fold(sequence, wanted);
    }
    ExactFolder folder = new ExactFolder(model);
    return sequence -> {
      if (sequence.length() < ALONE_FROM) {
        return folder.fold(sequence);
      }
      synchronized (folder) {
        return folder.fold(sequence);
      }
    };
  }

  private static Outcome foldOne(FoldJob job, GenomeSource.Entry entry) {
    FoldJob.Result none = new FoldJob.Result("", "");
    try {
      return new Outcome(entry, job.run(entry.record()), "");
    } catch (DataException | ResourceException e) {
      return new Outcome(entry, none, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return new Outcome(entry, none, "needs more memory than there is; use a smaller beam");
    }
  }
}
