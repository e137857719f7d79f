package org.firebreak.genome.annotation;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.sequence.FastaReader;
import org.firebreak.genome.sequence.FastaRecord;

/** Reads a reference from FASTA or GenBank (told apart by content), with an optional GFF3. */
public final class ReferenceReader {

  private static final long LARGEST_BYTES = 1L << 30;

  private ReferenceReader() {}

  /**
   * Reads a reference.
   *
   * @param annotation GFF3 or GenBank file; it replaces what the reference file says
   * @throws UserException if a file cannot be read
   * @throws DataException if a file is malformed or the two do not fit
   */
  public static Reference read(Path file, Optional<Path> annotation) {
    Reference reference = isGenBank(file) ? GenBankReader.read(file) : readFasta(file);
    if (annotation.isEmpty()) {
      return reference;
    }
    Path path = annotation.get();
    return isGenBank(path)
        ? reference.withRegions(GenBankReader.read(path).regions())
        : reference.withRegions(Gff3Reader.read(path));
  }

  private static Reference readFasta(Path file) {
    try (FastaReader reader =
        FastaReader.open(
            file,
            problem -> {
              throw new DataException(problem.code(), problem.message());
            })) {
      FastaRecord record =
          reader
              .next()
              .orElseThrow(
                  () -> new DataException("reference-empty", file + ": holds no sequence"));
      if (reader.next().isPresent()) {
        throw new DataException(
            "reference-many", file + ": holds more than one sequence; a reference is one");
      }
      return new Reference(record.id(), record.bases(), List.of());
    }
  }

  private static boolean isGenBank(Path file) {
    return lines(file).stream().limit(20).anyMatch(line -> line.startsWith("LOCUS "));
  }

  /** All lines of a small text file, gzip allowed. */
  static List<String> lines(Path file) {
    try {
      if (Files.size(file) > LARGEST_BYTES) {
        throw new UserException("file-large", file + ": too large for a reference or annotation");
      }
      byte[] bytes = Files.readAllBytes(file);
      if (bytes.length > 2 && (bytes[0] & 0xff) == 0x1f && (bytes[1] & 0xff) == 0x8b) {
        try (GZIPInputStream gzip = new GZIPInputStream(Files.newInputStream(file))) {
          bytes = gzip.readAllBytes();
        }
      }
      return new String(bytes, StandardCharsets.ISO_8859_1).lines().toList();
    } catch (java.nio.file.NoSuchFileException e) {
      throw new UserException("file-unreadable", file + ": no such file", e);
    } catch (IOException e) {
      throw new UserException("file-unreadable", file + ": cannot be read: " + e.getMessage(), e);
    }
  }
}
