package org.firebreak.cli.genome;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.exact.ExactFolder;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
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
  private static final int LISTED_EXACTLY = 2_000;

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

  @CommandLine.Option(
      names = "--probabilities",
      description = "also the ensemble: free energy, propensity of each base to pair, centroid")
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
      description = "also the structure of maximum expected accuracy")
  private boolean mea;

  @CommandLine.Option(
      names = "--gamma",
      defaultValue = "1",
      description = "its weight of pairs against unpaired bases (${DEFAULT-VALUE})")
  private double gamma;

  @CommandLine.Option(
      names = "--constraint",
      paramLabel = "FILE",
      description = {
        "a file of constraints, each after a >name line or for all records; or one itself:",
        "one character a base: . free, x unpaired, ( ) this pair, | paired,",
        "< paired with a later base, > with an earlier one"
      })
  private @Nullable String constraint;

  @CommandLine.Option(
      names = "--suboptimal",
      paramLabel = "KCAL",
      description = "also the structures up to this far above the minimum, the best first")
  private @Nullable Double band;

  @CommandLine.Option(
      names = "--most",
      defaultValue = "1000",
      description = "suboptimal structures listed at most (${DEFAULT-VALUE})")
  private int most;

  @CommandLine.Option(
      names = "--svg",
      paramLabel = "FOLDER",
      description = "draw each structure: arc diagram, plane diagram, mountain plot")
  private @Nullable Path pictureFolder;

  @CommandLine.Mixin private RunOptions run = new RunOptions();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** What a worker made of one record: its result, or why there is none. */
  private record Outcome(
      GenomeSource.Entry entry, FoldJob.@Nullable Result result, String refusal) {}

  @Override
  public Integer call() {
    FoldJob job = job();
    int threads = run.threads();
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    GenomeSource source = new GenomeSource(files, err);
    PictureFolder pictures = new PictureFolder(pictureFolder == null ? Path.of("") : pictureFolder);
    List<DataException> broken = new ArrayList<>();
    try (Writer pairs = pairsFile == null ? Writer.nullWriter() : open(pairsFile)) {
      pairs.write("id\ti\tj\tprobability\n");
      OrderedPipeline.<GenomeSource.Entry, Outcome>run(
          threads,
          1,
          () -> next(source, broken),
          () -> entry -> foldOne(job, entry),
          o -> take(o, out, pairs, pictures, err));
    } catch (IOException e) {
      throw new UserException("output-failed", pairsFile + ": cannot be written: " + e, e);
    }
    out.flush();
    if (!broken.isEmpty()) {
      throw broken.getFirst();
    }
    if (source.accepted() == 0) {
      throw new DataException(
          "no-sequence", "None of the " + source.read() + " records could be folded");
    }
    return source.accepted() < source.read() ? EXIT_SOME_REFUSED : 0;
  }

  /** The next record; a file that breaks off ends the reading, after what was read is done. */
  private static Optional<GenomeSource.Entry> next(
      GenomeSource source, List<DataException> broken) {
    try {
      return broken.isEmpty() ? source.next() : Optional.empty();
    } catch (DataException e) {
      broken.add(e);
      return Optional.empty();
    }
  }

  private static Writer open(Path file) {
    try {
      return Files.newBufferedWriter(file);
    } catch (IOException e) {
      throw new UserException("output-failed", file + ": cannot be written: " + e, e);
    }
  }

  private static void take(
      Outcome outcome, PrintWriter out, Writer pairs, PictureFolder pictures, PrintWriter err) {
    FoldJob.Result result = outcome.result();
    if (result == null) {
      err.println("firebreak: " + outcome.entry().place() + " " + outcome.refusal());
      return;
    }
    if (!result.note().isEmpty()) {
      err.println("firebreak: " + outcome.entry().place() + " " + result.note());
    }
    out.print(result.text());
    pictures.write(outcome.entry().record().id(), result.pictures());
    outcome.entry().source().accept();
    try {
      pairs.write(result.pairs());
    } catch (IOException e) {
      throw new UserException("output-failed", "The pairs cannot be written: " + e, e);
    }
  }

  private FoldJob job() {
    EnergyModel model = EnergyModel.turner2004(Dangles.of(dangles));
    require(gamma > 0, "--gamma must be positive: " + gamma);
    require(least > 0 && least <= 1, "--least must be above 0 and at most 1: " + least);
    require(
        band == null || (band >= 0 && band <= 1000), "--suboptimal must be in 0..1000: " + band);
    require(most >= 1, "--most must be at least 1: " + most);
    StructureFormat chosen = run.json() ? StructureFormat.JSON : format;
    boolean table = chosen == StructureFormat.CT || chosen == StructureFormat.BPSEQ;
    require(
        !table || (band == null && !probabilities && !mea),
        "--format " + chosen + " holds one structure alone; use DBN or JSON");
    boolean ensemble = probabilities || pairsFile != null || mea;
    return new FoldJob(
        folder(model),
        band == null ? null : lister(model, (int) Math.round(100 * band)),
        ensemble ? new PartitionFolder(model, beam) : null,
        new EnsembleText(model, mea ? gamma : 0, least),
        chosen,
        constraint == null ? FoldConstraints.none() : FoldConstraints.of(constraint),
        pictureFolder != null);
  }

  private static void require(boolean holds, String rule) {
    if (!holds) {
      throw new UserException("option-wrong", rule);
    }
  }

  /** Exact folds of long sequences take turns, so that memory is that of one. */
  private FoldJob.Folder folder(EnergyModel model) {
    if (!exact) {
      return new BeamFolder(model, beam)::fold;
    }
    ExactFolder folder = new ExactFolder(model);
    return (sequence, wanted) -> {
      if (sequence.length() < ALONE_FROM) {
        return folder.fold(sequence, wanted);
      }
      synchronized (folder) {
        return folder.fold(sequence, wanted);
      }
    };
  }

  /** With --exact all structures are looked at, which only short sequences allow. */
  private FoldJob.Lister lister(EnergyModel model, int width) {
    BeamFolder folder = new BeamFolder(model, exact ? 0 : beam);
    return (sequence, wanted) -> {
      if (exact && sequence.length() > LISTED_EXACTLY) {
        throw new DataException(
            "sequence-long",
            "--suboptimal with --exact takes at most " + LISTED_EXACTLY + " bases; use --beam");
      }
      return folder.suboptimal(sequence, wanted, width, most);
    };
  }

  private static Outcome foldOne(FoldJob job, GenomeSource.Entry entry) {
    try {
      return new Outcome(entry, job.run(entry.record()), "");
    } catch (DataException | ResourceException e) {
      return new Outcome(entry, null, String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return new Outcome(entry, null, "needs more memory than there is; use a smaller beam");
    }
  }
}
