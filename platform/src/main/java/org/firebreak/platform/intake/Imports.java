package org.firebreak.platform.intake;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.ImportTable.NewImport;
import org.firebreak.platform.intake.UploadStore.StoredFile;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.jobs.JobCancelledException;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/**
 * Imports: acknowledged once the file is on disk and noted in the database, carried out as jobs,
 * and taken up again at the next start if the platform ended in between. Thread-safe.
 */
@Service
public class Imports {

  private static final Logger log = LoggerFactory.getLogger(Imports.class);
  private static final int SOURCE_LENGTH_MAX = 100;

  private final ImportTable table;
  private final ImportRunner runner;
  private final UploadStore uploads;
  private final StandardLibrary standards;
  private final Mappings mappings;
  private final JobService jobs;
  private final Clock clock;

  Imports(
      ImportTable table,
      ImportRunner runner,
      UploadStore uploads,
      StandardLibrary standards,
      Mappings mappings,
      JobService jobs,
      Clock clock) {
    this.table = table;
    this.runner = runner;
    this.uploads = uploads;
    this.standards = standards;
    this.mappings = mappings;
    this.jobs = jobs;
    this.clock = clock;
  }

  /** Takes in a file that is stored already, and begins. */
  ImportView begin(ImportRequest request, StoredFile file, Caller caller) {
    Standard standard = standards.get(request.standard());
    String source = requireSource(request.source());
    Mapping mapping = request.mapping();
    long id =
        table.add(
            new NewImport(
                standard.key(),
                standard.version(),
                source,
                request.fileName(),
                file.sha256(),
                file.name(),
                notLaterThan(clock.instant(), request.asOf()),
                request.dryRun(),
                mapping == null ? null : MappingJson.write(mapping),
                caller.username(),
                clock.instant()));
    if (mapping != null && request.remember()) {
      mappings.save(source, mapping, caller.username());
    }
    return start(get(id), caller);
  }

  /** The end of today is not reached yet: data cannot be known later than now. */
  private static @Nullable Instant notLaterThan(Instant now, @Nullable Instant asOf) {
    return asOf == null || asOf.isBefore(now) ? asOf : now;
  }

  private static String requireSource(String source) {
    String name = source.strip();
    if (name.isEmpty() || name.length() > SOURCE_LENGTH_MAX) {
      throw new UserException(
          "source-invalid", "Name the source in 1 to " + SOURCE_LENGTH_MAX + " characters");
    }
    return name;
  }

  /** Takes in a stream: stores it, then begins. */
  public ImportView begin(ImportRequest request, InputStream content, Caller caller) {
    standards.get(request.standard());
    requireSource(request.source());
    return begin(request, uploads.store(content), caller);
  }

  private ImportView start(Import wanted, Caller caller) {
    JobSpec spec =
        new JobSpec(
            "import",
            "bytes",
            null,
            new LocalizedText("Reading " + wanted.fileName(), "正在读取 " + wanted.fileName()));
    Job job = jobs.start(spec, caller, control -> carryOut(wanted, control));
    table.noteJob(wanted.id(), job.id());
    return view(wanted.id());
  }

  private void carryOut(Import wanted, JobControl control) {
    table.start(wanted.id(), control.id(), clock.instant());
    try {
      runner.run(wanted, control);
    } catch (JobCancelledException e) {
      table.end(wanted.id(), "cancelled", null, null, clock.instant());
      deleteUpload(wanted);
      throw e;
    } catch (FirebreakException e) {
      end(wanted, control, e.code(), String.valueOf(e.getMessage()));
      throw e;
    } catch (RuntimeException e) {
      end(
          wanted,
          control,
          "internal",
          "The platform failed at this import; its log has the reason");
      throw e;
    }
    deleteUpload(wanted);
  }

  private void end(Import wanted, JobControl control, String code, String message) {
    boolean cancelled = control.isCancelled();
    table.end(
        wanted.id(),
        cancelled ? "cancelled" : "failed",
        cancelled ? null : code,
        cancelled ? null : message,
        clock.instant());
    deleteUpload(wanted);
  }

  private void deleteUpload(Import wanted) {
    String stored = wanted.storedFile();
    if (stored != null) {
      uploads.delete(stored);
    }
  }

  /** Takes up what the last run of the platform acknowledged and did not finish. */
  @EventListener(ApplicationReadyEvent.class)
  void resume() {
    for (Import unfinished : table.listUnfinished()) {
      log.info("import {} is taken up again", unfinished.id());
      start(unfinished, Caller.SYSTEM);
    }
  }

  /**
   * Waits until an import has ended.
   *
   * @throws UserException if that takes longer than {@code timeoutSeconds}; the import goes on
   */
  public ImportView await(long id, int timeoutSeconds) {
    long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(timeoutSeconds);
    while (isUnfinished(get(id))) {
      if (System.nanoTime() > deadline) {
        throw new UserException(
            "import-conflict", "The import " + id + " still runs; ask for it again later");
      }
      try {
        TimeUnit.MILLISECONDS.sleep(20);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        return view(id);
      }
    }
    return view(id);
  }

  private static boolean isUnfinished(Import found) {
    return "queued".equals(found.state()) || "running".equals(found.state());
  }

  /**
   * The import of an id.
   *
   * @throws UserException if there is none
   */
  Import get(long id) {
    return table
        .find(id)
        .orElseThrow(() -> new UserException("import-not-found", "There is no import " + id));
  }

  /** An import with what it counted. */
  ImportView view(long id) {
    return ImportView.of(get(id), table.listRules(id));
  }

  /** Whether nothing was ever imported. */
  public boolean isEmpty() {
    return table.list(null, null, Long.MAX_VALUE, 1).isEmpty();
  }

  /** Imports, newest first, without their rules. */
  Page<ImportView> list(@Nullable String standard, @Nullable String source, PageRequest page) {
    long before = page.isFirst() ? Long.MAX_VALUE : Long.parseLong(page.keys(1).getFirst());
    List<ImportView> rows =
        table.list(standard, source, before, page.limit() + 1).stream()
            .map(found -> ImportView.of(found, List.of()))
            .toList();
    return Page.of(rows, page, row -> List.of(Long.toString(row.id())), null);
  }

  /** Asks a running import to end; nothing of it will be stored. */
  ImportView cancel(long id) {
    UUID job = get(id).job();
    if (job != null) {
      jobs.cancel(job);
    }
    return view(id);
  }

  /**
   * What is to be imported.
   *
   * @param asOf when the data were known, or null to find out
   * @param mapping how to read it, or null for the remembered or proposed one
   * @param remember whether to read files of this source like that from now on
   */
  public record ImportRequest(
      String standard,
      String source,
      String fileName,
      @Nullable Instant asOf,
      boolean dryRun,
      @Nullable Mapping mapping,
      boolean remember) {}
}
