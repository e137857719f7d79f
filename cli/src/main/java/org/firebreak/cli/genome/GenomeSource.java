package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;
import org.jspecify.annotations.Nullable;

/** The records of several FASTA files after each other; bad records are told of and left out. */
final class GenomeSource {

  private final Iterator<Path> files;
  private final PrintWriter err;
  private @Nullable FastaReader reader;
  private Path file = Path.of("");
  private long read;
  private long accepted;
  private int broken;

  GenomeSource(List<Path> files, PrintWriter err) {
    this.files = files.iterator();
    this.err = err;
  }

  /** The next record, empty at the end of the last file. */
  Optional<Entry> next() {
    while (true) {
      if (reader == null) {
        if (!files.hasNext()) {
          return Optional.empty();
        }
        file = files.next();
        reader =
            FastaReader.open(
                file,
                problem -> {
                  read++;
                  err.println("firebreak: " + problem.message());
                });
      }
      Optional<FastaRecord> record = reader.next();
      if (record.isPresent()) {
        read++;
        return Optional.of(new Entry(this, file, record.get()));
      }
      reader.close();
      reader = null;
    }
  }

  /**
   * The next record; a file that is no FASTA file, or breaks off, is told of, and the next file
   * begins.
   */
  Optional<Entry> nextOfAnyFile() {
    while (true) {
      try {
        return next();
      } catch (DataException e) {
        err.println("firebreak: " + e.getMessage());
        broken++;
        if (reader != null) {
          reader.close();
          reader = null;
        }
      }
    }
  }

  /** Files that were told of by {@link #nextOfAnyFile}. */
  int broken() {
    return broken;
  }

  void accept() {
    accepted++;
  }

  long accepted() {
    return accepted;
  }

  long read() {
    return read;
  }

  /** A record and where it stands. */
  record Entry(GenomeSource source, Path file, FastaRecord record) {

    String place() {
      return "%s, line %d, record %d (%s):"
          .formatted(file, record.line(), record.number(), record.id());
    }
  }
}
