package org.firebreak.platform.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Objects;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.IntakeContext;
import org.firebreak.intake.IntakeRun;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.records.RecordImport.Provenance;
import org.firebreak.platform.regions.Regions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Carries out one import in one transaction: either all its rows are stored or quarantined, or
 * nothing of it is.
 *
 * <p>Imports of one standard run one after the other. The time the data are known (as-of) is that
 * of the request, else that of an earlier import of the very same file, else now; so a file sent
 * again changes nothing, even after a newer one.
 */
@Component
class ImportRunner {

  private final StandardLibrary standards;
  private final Regions regions;
  private final UploadStore uploads;
  private final Mappings mappings;
  private final Sinks sinks;
  private final ImportTable imports;
  private final Quarantine quarantine;
  private final Scoring scoring;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transactions;
  private final Clock clock;

  ImportRunner(
      StandardLibrary standards,
      Regions regions,
      UploadStore uploads,
      Mappings mappings,
      Sinks sinks,
      ImportTable imports,
      Quarantine quarantine,
      Scoring scoring,
      JdbcTemplate jdbc,
      TransactionTemplate transactions,
      Clock clock) {
    this.standards = standards;
    this.regions = regions;
    this.uploads = uploads;
    this.mappings = mappings;
    this.sinks = sinks;
    this.imports = imports;
    this.quarantine = quarantine;
    this.scoring = scoring;
    this.jdbc = jdbc;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** Runs an import to its end; what it stores is committed when this returns. */
  void run(Import wanted, JobControl job) {
    ImportCounts counts =
        Objects.requireNonNull(
            transactions.execute(status -> {
              ImportCounts result = store(wanted, job);
              if (wanted.dryRun()) {
                status.setRollbackOnly();
              } else {
                imports.finish(wanted.id(), result, clock.instant());
              }
              return result;
            }));
    if (wanted.dryRun()) {
      transactions.executeWithoutResult(
          status -> imports.finish(wanted.id(), counts, clock.instant()));
    }
  }

  private ImportCounts store(Import wanted, JobControl job) {
    jdbc.query(
        "select pg_advisory_xact_lock(hashtext(?))", row -> {}, "import:" + wanted.standard());
    Instant now = clock.instant();
    Instant asOf = asOf(wanted, now);
    Standard standard = standards.get(wanted.standard());
    SourceFile file =
        new SourceFile(
            uploads.path(Objects.requireNonNull(wanted.storedFile())), wanted.fileName());
    Mapping mapping = mappings.choose(wanted, standard, file);
    imports.setUsed(wanted.id(), asOf, MappingJson.write(mapping));
    StandardSink sink =
        sinks.open(new Provenance(wanted.standard(), wanted.source(), wanted.id(), asOf, now));
    IntakeContext context =
        new IntakeContext(LocalDate.ofInstant(asOf, ZoneOffset.UTC), regions.directory());
    try (RowSource rows = file.open(mapping.wideDateFormat())) {
      OutcomeBatches batches =
          new OutcomeBatches(
              sink,
              quarantine.begin(wanted, standard, mapping, rows.header()),
              new ImportProgress(job, rows, file.sizeBytes()));
      IntakeSummary summary = new IntakeRun(standard, mapping, context).run(rows, batches);
      batches.flush();
      job.message(new LocalizedText("Storing", "正在入库"));
      ImportCounts counts = batches.counts(summary, sink.finish());
      scoring.score(wanted, standard, mapping, summary, batches.newest(), asOf, now);
      return counts;
    }
  }

  private Instant asOf(Import wanted, Instant now) {
    Instant stated = wanted.asOf();
    if (stated != null) {
      return stated;
    }
    return imports.findAsOfSameFile(wanted).orElse(now);
  }
}
