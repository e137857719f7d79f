package org.firebreak.platform.genomes;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.genome.annotation.Reference;
import org.firebreak.genome.annotation.ReferenceReader;
import org.firebreak.genome.clade.CladeTable;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.lifecycle.DataFolder;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The references that are known, each made ready once. Thread-safe. */
@Service
class References {

  /** Longest reference, in letters: viruses, not bacteria. */
  static final int LONGEST = 400_000;

  private static final int CLADES_BYTES_MAX = 4 << 20;
  private static final int TITLE_LENGTH_MAX = 200;

  private final ReferenceTable table;
  private final DataFolder data;
  private final AuditService audit;
  private final Clock clock;
  private final Map<Long, GenomeReference> ready = new ConcurrentHashMap<>();

  References(ReferenceTable table, DataFolder data, AuditService audit, Clock clock) {
    this.table = table;
    this.data = data;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * The files of a reference.
   *
   * @param sequence FASTA or GenBank
   * @param annotation GFF3 or GenBank; null if the sequence's file has it
   * @param clades table with the columns clade, gene, site, alt
   */
  record ReferenceFiles(
      InputStream sequence, @Nullable InputStream annotation, @Nullable InputStream clades) {}

  /** How a reference is to be used. */
  record Usage(@Nullable String title, boolean simulated, int maskStart, int maskEnd) {

    Usage {
      if (maskStart < 0 || maskEnd < 0) {
        throw new UserException("mask-invalid", "Letters to leave out cannot be negative");
      }
      if (title != null && title.length() > TITLE_LENGTH_MAX) {
        throw new UserException("title-invalid", "A title has at most 200 characters");
      }
    }
  }

  /**
   * Takes in a reference; a known one gets the new annotation, clades and title.
   *
   * @throws UserException if another sequence has its name
   */
  @Transactional
  GenomeReference load(ReferenceFiles files, Usage usage, Caller caller) {
    Reference genome = read(files);
    String letters = new String(genome.bases(), StandardCharsets.ISO_8859_1);
    if (table.findBases(genome.name()).filter(known -> !known.equals(letters)).isPresent()) {
      throw new UserException(
          "reference-conflict",
          "Another sequence is known as %s; give the record another name".formatted(genome.name()));
    }
    String clades = files.clades() == null ? null : cladeText(files.clades(), genome);
    String title = usage.title() == null || usage.title().isBlank() ? genome.name() : usage.title();
    long id =
        table.put(
            new ReferenceTable.NewReference(
                title, usage.simulated(), genome, clades, usage.maskStart(), usage.maskEnd()),
            caller.username(),
            clock.instant());
    audit.record(
        caller.username(),
        "genome-reference-loaded",
        genome.name(),
        Map.of("length", Integer.toString(genome.length())));
    ready.remove(id);
    return table.find(id).orElseThrow();
  }

  private Reference read(ReferenceFiles files) {
    Path sequence = null;
    Path annotation = null;
    try {
      sequence = store(files.sequence());
      annotation = files.annotation() == null ? null : store(files.annotation());
      Reference genome = ReferenceReader.read(sequence, Optional.ofNullable(annotation));
      if (genome.length() > LONGEST) {
        throw new UserException(
            "reference-too-large", "A reference has at most " + LONGEST + " letters");
      }
      return genome;
    } finally {
      delete(sequence);
      delete(annotation);
    }
  }

  private Path store(InputStream content) {
    try {
      Path file = Files.createTempFile(data.uploads(), "reference", "");
      Files.copy(content, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new ResourceException(
          "upload-failed", "The file could not be stored: " + e.getMessage(), e);
    }
  }

  private static void delete(@Nullable Path file) {
    try {
      if (file != null) {
        Files.deleteIfExists(file);
      }
    } catch (IOException e) {
      throw new ResourceException("upload-undeletable", "Cannot delete " + file, e);
    }
  }

  private static String cladeText(InputStream content, Reference genome) {
    try {
      byte[] bytes = content.readNBytes(CLADES_BYTES_MAX + 1);
      if (bytes.length > CLADES_BYTES_MAX) {
        throw new UserException("clades-too-large", "A table of clades has at most 4 MB");
      }
      String text = new String(bytes, StandardCharsets.UTF_8);
      for (String region : CladeTable.parse("clades", text.lines().toList()).regions()) {
        if (genome.findRegion(region).isEmpty()) {
          throw new UserException(
              "clades-region",
              "The table of clades names the gene '%s', which the annotation does not have"
                  .formatted(region));
        }
      }
      return text;
    } catch (IOException e) {
      throw new ResourceException("upload-failed", "The table of clades broke off", e);
    }
  }

  List<GenomeReference> list() {
    return table.listIds().stream().map(this::get).toList();
  }

  /**
   * A reference by id.
   *
   * @throws UserException if there is none
   */
  GenomeReference get(long id) {
    return ready.computeIfAbsent(
        id,
        key ->
            table
                .find(key)
                .orElseThrow(() ->
                    new UserException(
                        "reference-not-found", "There is no reference genome " + key)));
  }
}
