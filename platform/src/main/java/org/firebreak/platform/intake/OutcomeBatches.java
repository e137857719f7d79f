package org.firebreak.platform.intake;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.Outcome;
import org.firebreak.intake.OutcomeSink;
import org.firebreak.intake.TypedRecord;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.problem.Severity;
import org.firebreak.intake.standard.Standard;
import org.firebreak.platform.records.NewRecord;
import org.jspecify.annotations.Nullable;

/** Gathers outcomes into batches for the store and the quarantine, and counts rules by severity. */
final class OutcomeBatches implements OutcomeSink {

  private static final int BATCH_RECORDS = 5_000;

  /** Fields that say which day a record is about. */
  private static final List<String> DAY_FIELDS = List.of("date", "date_report");

  private final StandardSink sink;
  private final Quarantine.Batch refused;
  private final ImportProgress progress;
  private final Map<String, long[]> rules = new TreeMap<>();
  private List<NewRecord> batch = new ArrayList<>(BATCH_RECORDS);
  private @Nullable LocalDate newest;

  OutcomeBatches(StandardSink sink, Quarantine.Batch refused, ImportProgress progress) {
    this.sink = sink;
    this.refused = refused;
    this.progress = progress;
  }

  @Override
  public void accept(Outcome outcome) {
    progress.next();
    switch (outcome) {
      case Outcome.Accepted in -> accept(in);
      case Outcome.Quarantined out -> {
        count(out.problems());
        refused.add(out);
      }
      case Outcome.Noted late -> count(List.of(late.problem()));
      case Outcome.Repeated ignored -> {}
    }
  }

  private void accept(Outcome.Accepted in) {
    count(in.warnings());
    noteDay(in.record());
    batch.add(toRecord(in));
    if (batch.size() == BATCH_RECORDS) {
      flush();
    }
  }

  private void noteDay(TypedRecord record) {
    for (String field : DAY_FIELDS) {
      int index = record.standard().indexOf(field);
      if (index >= 0
          && record.get(index) instanceof LocalDate day
          && (newest == null || day.isAfter(newest))) {
        newest = day;
      }
    }
  }

  /** The newest day that the accepted records are about; null if they are not about days. */
  @Nullable LocalDate newest() {
    return newest;
  }

  /** An accepted record as the stores take it. */
  static NewRecord toRecord(Outcome.Accepted in) {
    boolean placed = in.record().standard().indexOf("region") >= 0;
    return new NewRecord(
        in.record(),
        placed ? in.record().text("region") : null,
        in.warnings().stream().map(Problem::rule).distinct().toList(),
        leftOut(in),
        in.row());
  }

  /** What the file says where a code was expected; about a person nothing is kept openly. */
  private static Map<String, String> leftOut(Outcome.Accepted in) {
    Map<String, String> values = new TreeMap<>();
    for (Problem problem : in.warnings()) {
      String field = problem.field();
      String value = problem.value();
      if (problem.rule().equals("code-left-out")
          && field != null
          && value != null
          && !isPersonal(in.record().standard(), field)) {
        values.put(field, value);
      }
    }
    return values;
  }

  private static boolean isPersonal(Standard standard, String field) {
    return standard.fields().get(standard.indexOf(field)).personal();
  }

  private void count(List<Problem> problems) {
    for (Problem problem : problems) {
      String severity = problem.severity() == Severity.ERROR ? "error" : "warning";
      rules.computeIfAbsent(severity + "\n" + problem.rule(), key -> new long[1])[0]++;
    }
  }

  /** Sends what is gathered on. */
  void flush() {
    sink.add(batch);
    batch = new ArrayList<>(BATCH_RECORDS);
    refused.flush();
  }

  /**
   * The counts of the import.
   *
   * @param changedRows rows that changed what is stored
   */
  ImportCounts counts(IntakeSummary summary, long changedRows) {
    long settled = refused.settledBefore();
    long quarantined = summary.quarantined() - settled;
    long accepted = Math.min(changedRows, summary.rows() - quarantined);
    List<RuleCount> counts = new ArrayList<>();
    rules.forEach((key, count) ->
        counts.add(
            new RuleCount(
                key.substring(key.indexOf('\n') + 1),
                key.substring(0, key.indexOf('\n')),
                count[0])));
    return new ImportCounts(
        summary.rows(),
        accepted,
        quarantined,
        summary.rows() - quarantined - accepted,
        summary.flagged(),
        counts);
  }
}
