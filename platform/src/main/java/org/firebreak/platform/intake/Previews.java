package org.firebreak.platform.intake;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.intake.UploadStore.StoredFile;
import org.firebreak.platform.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Files that somebody looks at before they are imported. A file that is not used within a day is
 * deleted; all are after a restart. Thread-safe.
 */
@Component
class Previews {

  private static final int SAMPLE_ROWS = 20;
  private static final Duration KEPT = Duration.ofHours(24);

  private final UploadStore uploads;
  private final StandardLibrary standards;
  private final Mappings mappings;
  private final Regions regions;
  private final Clock clock;
  private final Map<String, Held> held = new ConcurrentHashMap<>();

  Previews(
      UploadStore uploads,
      StandardLibrary standards,
      Mappings mappings,
      Regions regions,
      Clock clock) {
    this.uploads = uploads;
    this.standards = standards;
    this.mappings = mappings;
    this.regions = regions;
    this.clock = clock;
  }

  /**
   * Stores a file and proposes how to read it.
   *
   * @param standard key of the standard it is in, or null to find the likeliest
   * @param source whose remembered mapping is tried first
   */
  Preview open(
      String fileName, InputStream content, @Nullable String standard, @Nullable String source) {
    StoredFile stored = uploads.store(content);
    try {
      SourceFile file = new SourceFile(uploads.path(stored.name()), fileName);
      List<Candidate> candidates = candidates(file);
      Standard chosen =
          standards.get(standard == null ? candidates.getFirst().standard() : standard);
      Mapping remembered = source == null ? null : mappings.find(source, chosen.key()).orElse(null);
      Mapping mapping =
          remembered == null
              ? MappingProposer.propose(chosen, file, regions.directory())
              : remembered;
      held.put(stored.name(), new Held(stored, fileName, clock.instant()));
      return preview(stored, fileName, file, candidates, mapping, remembered != null);
    } catch (RuntimeException e) {
      uploads.delete(stored.name());
      throw e;
    }
  }

  /** Standards by how well the file fits them: by the share of columns that find a field. */
  private List<Candidate> candidates(SourceFile file) {
    List<Candidate> candidates = new ArrayList<>();
    for (Standard standard : standards.list()) {
      Mapping proposed = MappingProposer.propose(standard, file, regions.directory());
      candidates.add(new Candidate(standard.key(), standard.title(), fit(standard, proposed)));
    }
    candidates.sort(Comparator.comparingDouble(Candidate::fit).reversed());
    return candidates;
  }

  /** Confidence in the columns found, over all columns; a missing required field halves it. */
  private static double fit(Standard standard, Mapping mapping) {
    List<Binding> bindings = new ArrayList<>(mapping.bindings());
    mapping.variants().forEach(variant -> bindings.addAll(variant.bindings()));
    double sum =
        bindings.stream()
            .filter(binding -> binding.column() != null)
            .mapToDouble(Binding::confidence)
            .sum();
    double fit = sum / Math.max(1, MappingColumns.of(mapping).size() + mapping.ignored().size());
    for (var field : standard.fields()) {
      boolean bound = bindings.stream().anyMatch(binding -> binding.field().equals(field.name()));
      if (field.required() && !bound && !"region".equals(field.name())) {
        fit /= 2;
      }
    }
    return Math.min(1, fit);
  }

  private Preview preview(
      StoredFile stored,
      String fileName,
      SourceFile file,
      List<Candidate> candidates,
      Mapping mapping,
      boolean remembered) {
    List<List<String>> sample = new ArrayList<>();
    List<String> columns;
    try (RowSource rows = file.open()) {
      columns = rows.header();
      for (SourceRow row = rows.next();
          row != null && sample.size() < SAMPLE_ROWS;
          row = rows.next()) {
        sample.add(row.cells());
      }
    }
    return new Preview(
        stored.name(),
        fileName,
        stored.sizeBytes(),
        candidates,
        mapping.standard(),
        columns,
        sample,
        mapping,
        remembered);
  }

  String fileName(String token) {
    return get(token).fileName();
  }

  private Held get(String token) {
    Held found = held.get(token);
    if (found == null) {
      throw new UserException(
          "upload-not-found", "The uploaded file is not there any more; send it again");
    }
    return found;
  }

  /** Hands the file to an import, which owns it from then on; for a dry run a copy. */
  StoredFile use(String token, boolean dryRun) {
    Held found = get(token);
    if (!dryRun) {
      held.remove(token);
      return found.file();
    }
    try (InputStream content = Files.newInputStream(uploads.path(found.file().name()))) {
      return uploads.store(content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Scheduled(fixedDelayString = "PT1H")
  void deleteOld() {
    held.values().stream()
        .filter(file -> file.at().plus(KEPT).isBefore(clock.instant()))
        .toList()
        .forEach(file -> {
          held.remove(file.file().name());
          uploads.delete(file.file().name());
        });
  }

  private record Held(StoredFile file, String fileName, java.time.Instant at) {}

  /** A standard and how well a file fits it, from 0 to 1. */
  record Candidate(String standard, LocalizedText title, double fit) {}

  /**
   * A file as it was understood.
   *
   * @param token stands for the stored file when it is imported
   * @param sample its first rows, as they are
   * @param mapping how it would be read
   * @param remembered whether that was remembered for the source
   */
  record Preview(
      String token,
      String fileName,
      long sizeBytes,
      List<Candidate> standardCandidates,
      String standard,
      List<String> columns,
      List<List<String>> sample,
      Mapping mapping,
      boolean remembered) {}
}
