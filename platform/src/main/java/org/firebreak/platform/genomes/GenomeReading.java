package org.firebreak.platform.genomes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.firebreak.genome.stream.OrderedPipeline;
import org.firebreak.genome.variant.GenomeVariants;
import org.firebreak.genome.variant.Quality;
import org.firebreak.genome.variant.VariantCaller;
import org.firebreak.platform.genomes.GenomeRow.Label;
import org.firebreak.platform.jobs.JobControl;

/**
 * Reads a FASTA file and calls the variants of each record with all cores; what is no genome of the
 * virus is told of and left out, the others go on. Memory holds what was called, never the file.
 */
final class GenomeReading {

  /** Most genomes of one file. */
  static final int RECORDS_MAX = 1_000_000;

  private static final int BATCH = 32;
  private static final int LENGTH_FACTOR = 4;
  private static final int NAME_LENGTH_MAX = 200;

  private final GenomeReference reference;
  private final SampleSheet sheet;
  private final Consumer<GenomeProblem> problems;
  private final String file;
  private final Map<String, String> hashes = new HashMap<>();
  private final List<GenomeRow> rows = new ArrayList<>();
  private long records;
  private long refused;
  private long repeated;

  GenomeReading(
      GenomeReference reference, String file, SampleSheet sheet, Consumer<GenomeProblem> problems) {
    this.reference = reference;
    this.file = file;
    this.sheet = sheet;
    this.problems = problems;
  }

  private record Outcome(FastaRecord record, Optional<GenomeRow> row, String rule, String reason) {}

  /**
   * Reads the whole file.
   *
   * @throws DataException if it is no FASTA file, or damaged
   */
  void read(Path path, JobControl job) {
    int limit = LENGTH_FACTOR * reference.genome().length();
    try (InputStream stream = Files.newInputStream(path);
        FastaReader reader = FastaReader.of(file, stream, limit, this::broken)) {
      OrderedPipeline.<FastaRecord, Outcome>run(
          Runtime.getRuntime().availableProcessors(),
          BATCH,
          () -> {
            job.checkCancelled();
            return reader.next();
          },
          this::newCaller,
          outcome -> {
            take(outcome);
            job.progress(records, null);
          });
    } catch (IOException e) {
      throw new ResourceException("upload-unreadable", "The upload cannot be read: " + e, e);
    }
  }

  private java.util.function.Function<FastaRecord, Outcome> newCaller() {
    VariantCaller caller =
        new VariantCaller(reference.aligners(), reference.clades(), Quality.Rules.DEFAULT);
    return record -> {
      try {
        return new Outcome(record, Optional.of(row(record, caller.call(record))), "", "");
      } catch (DataException e) {
        return new Outcome(record, Optional.empty(), e.code(), String.valueOf(e.getMessage()));
      }
    };
  }

  private GenomeRow row(FastaRecord record, GenomeVariants called) {
    int length = reference.genome().length();
    int known =
        called.nucleotides().end()
            - called.nucleotides().start()
            - org.firebreak.genome.variant.Nucleotides.total(called.nucleotides().missing());
    Quality quality = called.quality();
    return new GenomeRow(
        0,
        record.id(),
        sheet.find(record.id()).orElse(Label.NONE),
        sha256(record.bases()),
        called.nucleotides(),
        acids(called),
        called.aminoAcids().unknown().stream().map(Object::toString).toList(),
        called.aminoAcids().frameShifts().stream().map(Object::toString).toList(),
        called.stops().stream().map(Object::toString).toList(),
        called.clade().map(CladeTable.Clade::name).orElse(null),
        List.of(
            (float) quality.missing(),
            (float) quality.mixed(),
            (float) quality.clusters(),
            (float) quality.frameShifts(),
            (float) quality.stops(),
            (float) quality.overall()),
        (float) known / length);
  }

  private static List<String> acids(GenomeVariants called) {
    List<String> acids = new ArrayList<>();
    called.aminoAcids().substitutions().forEach(change -> acids.add(change.toString()));
    called.aminoAcids().deletions().forEach(change -> acids.add(change.toString()));
    called.aminoAcids().insertions().forEach(added -> acids.add(added.toString()));
    return acids;
  }

  private void broken(org.firebreak.genome.sequence.FastaProblem problem) {
    count();
    refused++;
    problems.accept(
        new GenomeProblem(
            file,
            problem.number(),
            problem.line(),
            problem.id(),
            problem.code(),
            true,
            problem.reason()));
  }

  private void count() {
    if (++records > RECORDS_MAX) {
      throw new UserException(
          "records-too-many",
          "A file has at most %,d genomes; send it in parts".formatted(RECORDS_MAX));
    }
  }

  private void take(Outcome outcome) {
    count();
    FastaRecord record = outcome.record();
    if (outcome.row().isEmpty()) {
      refuse(record, outcome.rule(), outcome.reason());
      return;
    }
    GenomeRow row = outcome.row().get();
    if (row.name().length() > NAME_LENGTH_MAX
        || row.name().chars().anyMatch(Character::isISOControl)) {
      refuse(record, "name-wrong", "has a name of more than 200 or of strange characters");
      return;
    }
    String before = hashes.putIfAbsent(row.name(), row.sequenceHash());
    if (before == null) {
      rows.add(row);
      doubts(record, row);
    } else if (before.equals(row.sequenceHash())) {
      repeated++;
    } else {
      refuse(record, "name-twice", "the file has another sequence of this name; the first counts");
    }
  }

  private void refuse(FastaRecord record, String rule, String reason) {
    refused++;
    problems.accept(
        new GenomeProblem(file, record.number(), record.line(), record.id(), rule, true, reason));
  }

  private void doubts(FastaRecord record, GenomeRow row) {
    if (!sheet.isEmpty() && sheet.find(row.name()).isEmpty()) {
      problems.accept(
          new GenomeProblem(
              file,
              record.number(),
              record.line(),
              row.name(),
              "sample-unknown",
              false,
              "the table of samples does not name it; it is kept without date and place"));
    }
  }

  static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new InternalException("no-sha-256", "This Java has no SHA-256", e);
    }
  }

  /** What was called, in the order of the file. */
  List<GenomeRow> rows() {
    return rows;
  }

  long records() {
    return records;
  }

  long refused() {
    return refused;
  }

  /** Records whose name and sequence the file had before. */
  long repeated() {
    return repeated;
  }
}
