package org.firebreak.platform.genomes;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.platform.genomes.GenomeRow.Label;
import org.firebreak.platform.genomes.GenomeTable.Known;
import org.firebreak.platform.genomes.GenomeUpload.Counts;
import org.firebreak.platform.intake.UploadStore;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.LiveEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Works on one upload: calls variants, then, in one transaction, stores the genomes, places them in
 * the tree, dates it, compares the new ones with the contacts, and looks for sites under watch. So
 * either all of an upload is there or nothing.
 */
@Component
class UploadRunner {

  /** Problems kept of one upload; beyond that they are only counted. */
  static final int PROBLEMS_MAX = 10_000;

  private final References references;
  private final GenomeTable genomes;
  private final UploadTable uploads;
  private final UploadStore store;
  private final Regions regions;
  private final Trees trees;
  private final ClusterWatch clusters;
  private final Sites sites;
  private final TransactionTemplate transactions;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  UploadRunner(
      References references,
      GenomeTable genomes,
      UploadTable uploads,
      UploadStore store,
      Regions regions,
      Trees trees,
      ClusterWatch clusters,
      Sites sites,
      TransactionTemplate transactions,
      ApplicationEventPublisher events,
      Clock clock) {
    this.references = references;
    this.genomes = genomes;
    this.uploads = uploads;
    this.store = store;
    this.regions = regions;
    this.trees = trees;
    this.clusters = clusters;
    this.sites = sites;
    this.transactions = transactions;
    this.events = events;
    this.clock = clock;
  }

  /** What an upload brings to a reference. */
  private static final class Changes {
    private final List<GenomeRow> fresh = new ArrayList<>();
    private final List<GenomeRow> replaced = new ArrayList<>();
    private final List<NewLabel> relabelled = new ArrayList<>();
    private long unchanged;

    boolean isEmpty() {
      return fresh.isEmpty() && replaced.isEmpty() && relabelled.isEmpty();
    }
  }

  /** Another label for a known genome. */
  private record NewLabel(long id, String name, Label label) {}

  /** Works on an upload; what it brings is committed when this returns. */
  void run(GenomeUpload upload, JobControl job) {
    GenomeReference reference = references.get(upload.reference());
    List<GenomeProblem> problems = new ArrayList<>();
    Consumer<GenomeProblem> keep =
        problem -> {
          if (problems.size() < PROBLEMS_MAX) {
            problems.add(problem);
          }
        };
    SampleSheet sheet = readSheet(upload, keep);
    GenomeReading reading = new GenomeReading(reference, upload.fileName(), sheet, keep);
    if (upload.storedFile() != null) {
      reading.read(store.path(Objects.requireNonNull(upload.storedFile())), job);
    }
    trees.alone(
        reference,
        () ->
            transactions.executeWithoutResult(
                status -> commit(upload, reference, reading, sheet, problems, job)));
    events.publishEvent(LiveEvent.data("genomes"));
  }

  private SampleSheet readSheet(GenomeUpload upload, Consumer<GenomeProblem> problems) {
    String stored = upload.storedMetadata();
    return stored == null
        ? SampleSheet.none()
        : SampleSheet.read(
            new SourceFile(store.path(stored), String.valueOf(upload.metadataName())),
            regions.directory(),
            problems);
  }

  private void commit(
      GenomeUpload upload,
      GenomeReference reference,
      GenomeReading reading,
      SampleSheet sheet,
      List<GenomeProblem> problems,
      JobControl job) {
    Instant now = clock.instant();
    Changes changes = compare(reference, reading, sheet, problems);
    genomes.insert(reference.id(), upload.id(), changes.fresh, now);
    changes.replaced.forEach(row -> genomes.replace(upload.id(), row, now));
    changes.relabelled.forEach(row -> genomes.relabel(upload.id(), row.id(), row.label(), now));
    if (!changes.isEmpty()) {
      job.checkCancelled();
      job.message(new LocalizedText("Placing in the tree", "正在构建进化树"));
      TreeBook book =
          trees.update(
              reference,
              false,
              changes.replaced.stream().map(GenomeRow::name).collect(Collectors.toSet()));
      job.message(new LocalizedText("Comparing with contacts", "正在与密接证据比对"));
      List<String> touched = new ArrayList<>();
      changes.fresh.forEach(row -> touched.add(row.name()));
      changes.replaced.forEach(row -> touched.add(row.name()));
      changes.relabelled.forEach(row -> touched.add(row.name()));
      clusters.check(reference, book, touched, now);
      sites.raise(book);
    }
    uploads.addProblems(upload.id(), problems);
    uploads.finish(
        upload.id(),
        new Counts(
            reading.records(),
            changes.fresh.size(),
            (long) changes.replaced.size() + changes.relabelled.size(),
            changes.unchanged + reading.repeated(),
            reading.refused()),
        now);
  }

  private Changes compare(
      GenomeReference reference,
      GenomeReading reading,
      SampleSheet sheet,
      List<GenomeProblem> problems) {
    Map<String, Known> known = genomes.findKnown(reference.id());
    Changes changes = new Changes();
    for (GenomeRow row : reading.rows()) {
      Known before = known.remove(row.name());
      if (before == null) {
        changes.fresh.add(row);
      } else {
        Label label = before.label().with(sheet.find(row.name()).orElse(Label.NONE));
        GenomeRow now = row.withId(before.id()).withLabel(label);
        if (!before.sequenceHash().equals(row.sequenceHash())) {
          changes.replaced.add(now);
        } else if (!before.label().equals(label)) {
          changes.relabelled.add(new NewLabel(before.id(), row.name(), label));
        } else {
          changes.unchanged++;
        }
      }
    }
    relabelOthers(reading, sheet, known, changes, problems);
    return changes;
  }

  /** Rows of the table that speak of genomes which came earlier. */
  private static void relabelOthers(
      GenomeReading reading,
      SampleSheet sheet,
      Map<String, Known> known,
      Changes changes,
      List<GenomeProblem> problems) {
    java.util.Set<String> read = new java.util.HashSet<>();
    reading.rows().forEach(row -> read.add(row.name()));
    for (Map.Entry<String, Label> entry : sheet.labels().entrySet()) {
      Known before = known.get(entry.getKey());
      Label label = before == null ? Label.NONE : before.label().with(entry.getValue());
      if (before != null && !before.label().equals(label)) {
        changes.relabelled.add(new NewLabel(before.id(), entry.getKey(), label));
      } else if (before == null
          && !read.contains(entry.getKey())
          && problems.size() < PROBLEMS_MAX) {
        problems.add(
            new GenomeProblem(
                sheet.file(),
                0,
                sheet.line(entry.getKey()),
                entry.getKey(),
                "genome-unknown",
                false,
                "no genome of this name is known; the row is left out"));
      }
    }
  }
}
