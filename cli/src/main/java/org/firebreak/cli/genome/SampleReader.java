package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.align.Aligners;
import org.firebreak.genome.stream.OrderedPipeline;
import org.firebreak.genome.tree.Sample;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;

/** Aligns the genomes of files and makes them samples of a tree; tells of those it leaves out. */
final class SampleReader {

  private static final int BATCH = 64;

  private final Aligners aligners;
  private final int maskStart;
  private final int maskEnd;
  private final PrintWriter err;
  private long refused;
  private int broken;

  SampleReader(Aligners aligners, int maskStart, int maskEnd, PrintWriter err) {
    this.aligners = aligners;
    this.maskStart = maskStart;
    this.maskEnd = maskEnd;
    this.err = err;
  }

  private record Outcome(GenomeSource.Entry entry, Optional<Sample> sample, String reason) {}

  /**
   * Reads all.
   *
   * @throws DataException if none is a genome of this virus
   */
  List<Sample> read(List<Path> files, int threads) {
    GenomeSource source = new GenomeSource(files, err);
    NameRegister names = new NameRegister();
    List<Sample> samples = new ArrayList<>();
    OrderedPipeline.<GenomeSource.Entry, Outcome>run(
        threads,
        BATCH,
        source::nextOfAnyFile,
        () -> {
          VariantCaller caller =
              new VariantCaller(aligners, Optional.empty(), Quality.Rules.DEFAULT);
          return entry -> call(caller, entry);
        },
        outcome -> {
          if (outcome.sample().isEmpty()) {
            err.println("firebreak: " + outcome.entry().place() + " " + outcome.reason());
          } else if (names.check(outcome.entry(), err)) {
            samples.add(outcome.sample().get());
          }
        });
    refused = source.read() - samples.size();
    broken = source.broken();
    if (samples.isEmpty()) {
      throw new DataException(
          "no-genome", "None of the " + source.read() + " records is a genome of this virus");
    }
    return samples;
  }

  private Outcome call(VariantCaller caller, GenomeSource.Entry entry) {
    try {
      Sample sample =
          Sample.of(
              entry.record().id(),
              caller.callNucleotides(entry.record().bases()),
              aligners.reference().length(),
              maskStart,
              maskEnd);
      return new Outcome(entry, Optional.of(sample), "");
    } catch (DataException e) {
      return new Outcome(entry, Optional.empty(), String.valueOf(e.getMessage()));
    }
  }

  /** Exit status of the last reading: 2 if a file is none, or breaks off, else 0. */
  int status() {
    return broken > 0 ? 2 : 0;
  }

  /** Records left out by the last reading. */
  long refused() {
    return refused;
  }
}
