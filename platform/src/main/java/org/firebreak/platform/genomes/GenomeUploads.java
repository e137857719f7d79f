package org.firebreak.platform.genomes;

import java.io.InputStream;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.UploadStore;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.jobs.JobCancelledException;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Uploads of genomes: acknowledged once their files are on disk and noted, worked on as jobs, and
 * taken up again at the next start if the platform ended in between. Thread-safe.
 */
@Service
class GenomeUploads {

  private static final Logger log = LoggerFactory.getLogger(GenomeUploads.class);

  private final References references;
  private final UploadTable table;
  private final UploadStore store;
  private final UploadRunner runner;
  private final JobService jobs;
  private final Clock clock;

  GenomeUploads(
      References references,
      UploadTable table,
      UploadStore store,
      UploadRunner runner,
      JobService jobs,
      Clock clock) {
    this.references = references;
    this.table = table;
    this.store = store;
    this.runner = runner;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * A file as it comes.
   *
   * @param name for people, without folders
   */
  record Incoming(String name, InputStream content) {}

  /**
   * Takes in genomes, the table of their samples, or both.
   *
   * @throws UserException if there is neither, or no such reference
   */
  GenomeUpload begin(
      long reference, @Nullable Incoming genomes, @Nullable Incoming samples, Caller caller) {
    references.get(reference);
    if (genomes == null && samples == null) {
      throw new UserException("file-missing", "Send a FASTA file, a table of samples, or both");
    }
    String fasta = genomes == null ? null : store.store(genomes.content()).name();
    String sheet = samples == null ? null : store.store(samples.content()).name();
    long id =
        table.add(
            reference,
            genomes != null
                ? genomes.name()
                : String.valueOf(samples == null ? "" : samples.name()),
            fasta,
            samples == null ? null : samples.name(),
            sheet,
            caller.username(),
            clock.instant());
    return start(get(id), caller);
  }

  private GenomeUpload start(GenomeUpload upload, Caller caller) {
    JobSpec spec =
        new JobSpec(
            "genomes",
            "genomes",
            null,
            new LocalizedText("Reading " + upload.fileName(), "正在读取 " + upload.fileName()));
    Job job = jobs.start(spec, caller, control -> carryOut(upload, control));
    table.noteJob(upload.id(), job.id());
    return get(upload.id());
  }

  private void carryOut(GenomeUpload upload, JobControl control) {
    table.start(upload.id(), control.id());
    try {
      runner.run(upload, control);
    } catch (JobCancelledException e) {
      table.end(upload.id(), "cancelled", null, null, clock.instant());
      throw e;
    } catch (FirebreakException e) {
      table.end(upload.id(), "failed", e.code(), e.getMessage(), clock.instant());
      throw e;
    } catch (RuntimeException e) {
      table.end(
          upload.id(),
          "failed",
          "internal",
          "The platform failed at this upload; its log has the reason",
          clock.instant());
      throw e;
    } finally {
      deleteFiles(upload);
    }
  }

  private void deleteFiles(GenomeUpload upload) {
    if (upload.storedFile() != null) {
      store.delete(upload.storedFile());
    }
    if (upload.storedMetadata() != null) {
      store.delete(upload.storedMetadata());
    }
  }

  /** Takes up what the last run of the platform acknowledged and did not finish. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (GenomeUpload unfinished : table.listUnfinished()) {
      log.info("upload of genomes {} is taken up again", unfinished.id());
      start(unfinished, Caller.SYSTEM);
    }
  }

  /**
   * An upload by id.
   *
   * @throws UserException if there is none
   */
  GenomeUpload get(long id) {
    return table
        .find(id)
        .orElseThrow(() -> new UserException("upload-not-found", "There is no upload " + id));
  }

  /** Newest first. */
  List<GenomeUpload> list(long reference, long before, int limit) {
    return table.list(reference, before, limit);
  }

  List<GenomeProblem> listProblems(long upload, int after, int limit) {
    get(upload);
    return table.listProblems(upload, after, limit);
  }

  /** Waits until an upload has ended. */
  GenomeUpload await(long id, int timeoutSeconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    while (get(id).isUnfinished()) {
      if (System.nanoTime() > deadline) {
        throw new UserException(
            "upload-conflict", "The upload " + id + " still runs; ask for it again later");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return get(id);
      }
    }
    return get(id);
  }
}
