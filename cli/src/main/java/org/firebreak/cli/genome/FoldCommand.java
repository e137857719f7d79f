package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.fold.beam.BeamFolder;
import org.firebreak.genome.fold.exact.ExactFolder;
import org.firebreak.genome.fold.format.FoldedRecord;
import org.firebreak.genome.fold.format.StructureFormat;
import org.firebreak.genome.fold.model.Dangles;
import org.firebreak.genome.fold.model.EnergyModel;
import org.firebreak.genome.fold.model.Fold;
import org.firebreak.genome.fold.model.RnaSequence;
import org.firebreak.genome.stream.OrderedPipeline;
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

  @CommandLine.Option(names = "--threads", description = "default: one a core")
  private int threads = Runtime.getRuntime().availableProcessors();

  @CommandLine.Parameters(arity = "1..*", paramLabel = "FASTA", description = "plain or gzip")
  private List<Path> files = List.of();

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  /** What a worker made of one record: its text, or why there is none. */
  private record Outcome(GenomeSource.Entry entry, String text, String refusal) {}

  @Override
  public Integer call() {
    if (threads < 1) {
      throw new UserException("threads-few", "--threads must be at least 1: " + threads);
    }
    EnergyModel model = EnergyModel.turner2004(Dangles.of(dangles));
    Function<RnaSequence, Fold> folder = folder(model);
    PrintWriter out = spec.commandLine().getOut();
    PrintWriter err = spec.commandLine().getErr();
    GenomeSource source = new GenomeSource(files, err);
    OrderedPipeline.<GenomeSource.Entry, Outcome>run(
        threads,
        1,
        source::next,
        () -> entry -> foldOne(folder, entry),
        outcome -> {
          out.print(outcome.text());
          if (outcome.refusal().isEmpty()) {
            outcome.entry().source().accept();
          } else {
            err.println("firebreak: " + outcome.entry().place() + " " + outcome.refusal());
          }
        });
    out.flush();
    if (source.accepted() == 0) {
      throw new DataException(
          "no-sequence", "None of the " + source.read() + " records could be folded");
    }
    return source.accepted() < source.read() ? EXIT_SOME_REFUSED : 0;
  }

  /** Exact folds of long sequences take turns, so that memory is that of one. */
  private Function<RnaSequence, Fold> folder(EnergyModel model) {
    if (!exact) {
      return new BeamFolder(model, beam)::fold;
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

  private Outcome foldOne(Function<RnaSequence, Fold> folder, GenomeSource.Entry entry) {
    try {
      RnaSequence sequence = RnaSequence.of(entry.record().bases());
      FoldedRecord folded = new FoldedRecord(entry.record().id(), sequence, folder.apply(sequence));
      return new Outcome(entry, (json ? StructureFormat.JSON : format).write(folded), "");
    } catch (DataException | ResourceException e) {
      return new Outcome(entry, "", String.valueOf(e.getMessage()));
    } catch (OutOfMemoryError e) {
      return new Outcome(entry, "", "needs more memory than there is; use a smaller beam");
    }
  }
}
