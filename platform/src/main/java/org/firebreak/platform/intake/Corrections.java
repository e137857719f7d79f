package org.firebreak.platform.intake;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.base.error.UserException;
import org.firebreak.intake.IntakeContext;
import org.firebreak.intake.IntakeRun;
import org.firebreak.intake.Outcome;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.intake.Quarantine.ProblemView;
import org.firebreak.platform.intake.QuarantineTable.QuarantinedRow;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.records.NewRecord;
import org.firebreak.platform.records.RecordImport.Provenance;
import org.firebreak.platform.regions.Regions;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** Puts refused rows right, one at a time, by the same rules that refused them. Thread-safe. */
@Service
class Corrections {

  private final QuarantineTable table;
  private final ImportTable imports;
  private final StandardLibrary standards;
  private final Regions regions;
  private final PersonVault vault;
  private final Sinks sinks;
  private final ObjectMapper json;
  private final Clock clock;

  Corrections(
      QuarantineTable table,
      ImportTable imports,
      StandardLibrary standards,
      Regions regions,
      PersonVault vault,
      Sinks sinks,
      ObjectMapper json,
      Clock clock) {
    this.table = table;
    this.imports = imports;
    this.standards = standards;
    this.regions = regions;
    this.vault = vault;
    this.sinks = sinks;
    this.json = json;
    this.clock = clock;
  }

  /**
   * Checks a row with some cells changed; stores it if it is in order now.
   *
   * @param values column name to new text
   */
  @Transactional
  public Correction correct(
      long importId, long rowNumber, Map<String, String> values, Caller caller) {
    QuarantinedRow row = getOpen(importId, rowNumber);
    Import from =
        imports
            .find(importId)
            .orElseThrow(() -> new UserException("import-not-found", "No import " + importId));
    Map<String, String> cells = cells(row, caller);
    values.forEach((column, text) -> {
      if (!cells.containsKey(column)) {
        throw new UserException("column-not-found", "The row has no column '" + column + "'");
      }
      cells.put(column, text);
    });
    List<Outcome> outcomes = run(from, rowNumber, cells);
    List<Problem> problems = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Quarantined refused) {
        problems.addAll(refused.problems());
      }
    }
    if (problems.isEmpty()) {
      store(from, outcomes);
      table.settle(importId, rowNumber, "corrected", caller.username(), clock.instant());
    }
    return new Correction(problems.isEmpty(), problems.stream().map(ProblemView::of).toList());
  }

  /** Gives a row up: it stays to be seen, but is no longer open. */
  @Transactional
  public void discard(long importId, long rowNumber, Caller caller) {
    getOpen(importId, rowNumber);
    table.settle(importId, rowNumber, "discarded", caller.username(), clock.instant());
  }

  private QuarantinedRow getOpen(long importId, long rowNumber) {
    QuarantinedRow row =
        table
            .find(importId, rowNumber)
            .orElseThrow(() ->
                new UserException(
                    "row-not-found",
                    "Import %d has no refused row %d".formatted(importId, rowNumber)));
    if (!"open".equals(row.state())) {
      throw new UserException("row-conflict", "The row is not open any more, it is " + row.state());
    }
    return row;
  }

  /** All cells of a row, personal ones too. */
  private Map<String, String> cells(QuarantinedRow row, Caller caller) {
    Map<String, String> cells =
        new LinkedHashMap<>(json.readValue(row.raw(), new TypeReference<Map<String, String>>() {}));
    PersonToken person = row.person();
    if (person != null) {
      vault
          .openForCorrection(caller, List.of(person), "import " + row.importId())
          .getOrDefault(person, List.of())
          .forEach(field -> cells.put(field.name(), field.value()));
    }
    return cells;
  }

  private List<Outcome> run(Import from, long rowNumber, Map<String, String> cells) {
    Standard standard = standards.get(from.standard());
    Mapping mapping = MappingJson.read(Objects.requireNonNull(from.mapping()));
    Instant asOf = Objects.requireNonNullElse(from.asOf(), clock.instant());
    List<Outcome> outcomes = new ArrayList<>();
    new IntakeRun(
            standard,
            mapping,
            new IntakeContext(LocalDate.ofInstant(asOf, ZoneOffset.UTC), regions.directory()))
        .run(new SingleRow(from.fileName(), rowNumber, cells), outcomes::add);
    return outcomes;
  }

  private void store(Import from, List<Outcome> outcomes) {
    StandardSink sink =
        sinks.open(
            new Provenance(
                from.standard(),
                from.source(),
                from.id(),
                Objects.requireNonNullElse(from.asOf(), clock.instant()),
                clock.instant()));
    List<NewRecord> records = new ArrayList<>();
    for (Outcome outcome : outcomes) {
      if (outcome instanceof Outcome.Accepted in) {
        records.add(OutcomeBatches.toRecord(in));
      }
    }
    sink.add(records);
    sink.finish();
  }

  /**
   * What came of a correction.
   *
   * @param accepted whether the row is stored now
   * @param problems what is still wrong with it
   */
  record Correction(boolean accepted, List<ProblemView> problems) {}

  /** A file of one row. */
  private static final class SingleRow implements RowSource {

    private final String name;
    private final List<String> header;
    private @Nullable SourceRow row;

    SingleRow(String name, long number, Map<String, String> cells) {
      this.name = name;
      this.header = List.copyOf(cells.keySet());
      this.row = new SourceRow(number, cells.values().toArray(String[]::new));
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public List<String> header() {
      return header;
    }

    @Override
    public @Nullable SourceRow next() {
      SourceRow only = row;
      row = null;
      return only;
    }

    @Override
    public void close() {}
  }
}
