package org.firebreak.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.problem.ProblemCollector;
import org.firebreak.intake.rule.CoordinateStep;
import org.firebreak.intake.rule.PartsRule;
import org.firebreak.intake.rule.RecordFields;
import org.firebreak.intake.rule.RecordRules;
import org.firebreak.intake.rule.RecordStep;
import org.firebreak.intake.rule.RegionStep;
import org.firebreak.intake.rule.SeenRecords;
import org.firebreak.intake.rule.SeriesRules;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.RuleSpec;
import org.firebreak.intake.standard.Standard;
import org.jspecify.annotations.Nullable;

/**
 * Reads the rows of one file, converts, checks and delivers what became of each.
 *
 * <p>Memory does not grow with the file beyond the stated bounds of the rules that look at several
 * records ({@link SeenRecords}, {@link SeriesRules}, {@link PartsRule}): below 250 MB in the worst
 * case. A run is used once, by one thread; to cancel it, throw from the sink.
 */
public final class IntakeRun {

  private final Standard standard;
  private final Mapping mapping;
  private final IntakeContext context;
  private final ProblemCollector problems = new ProblemCollector();
  private final SeenRecords seen = new SeenRecords();
  private final Map<String, long[]> ruleCounts = new HashMap<>();
  private final Set<Problem> counted = new HashSet<>();
  private final long[] filled;
  private final int[] identityFields;
  private @Nullable SeriesRules series;
  private @Nullable PartsRule parts;
  private long rows;
  private long quarantined;
  private long records;
  private long candidates;
  private long repeated;
  private long flagged;

  public IntakeRun(Standard standard, Mapping mapping, IntakeContext context) {
    this.standard = standard;
    this.mapping = mapping;
    this.context = context;
    this.filled = new long[standard.fields().size()];
    this.identityFields = TypedRecord.identityFields(standard);
  }

  /** A reader of one record per row with the steps its values go through. */
  private record Line(RowReader reader, List<RecordStep> steps) {}

  /**
   * Runs to the end of the source.
   *
   * @throws org.firebreak.base.error.UserException if the mapping does not fit standard or file
   * @throws org.firebreak.base.error.DataException if the file is malformed beyond a row
   */
  public IntakeSummary run(RowSource source, OutcomeSink sink) {
    List<Line> lines = new ArrayList<>();
    for (RowReader reader : RowReader.of(standard, mapping, source.header())) {
      lines.add(new Line(reader, steps(reader.fields())));
    }
    prepareSeries(lines.getFirst().reader().fields());
    int width = source.header().size();
    for (SourceRow row = source.next(); row != null; row = source.next()) {
      rows++;
      take(row, width, lines, sink);
    }
    if (parts != null) {
      parts.finish(problem -> note(problem, sink));
    }
    return summary();
  }

  private List<RecordStep> steps(RecordFields fields) {
    List<RecordStep> steps = new ArrayList<>();
    steps.add(new RegionStep(fields, context.regions()));
    steps.add(new CoordinateStep(fields, mapping.coordinateSystem()));
    steps.add(RecordRules.required(fields));
    steps.addAll(RecordRules.of(fields, context.asOf(), context.regions()));
    return steps;
  }

  private void prepareSeries(RecordFields fields) {
    SeriesRules rules = new SeriesRules(fields);
    series = rules.isActive() ? rules : null;
    Optional<RuleSpec> spec =
        standard.rules().stream()
            .filter(rule -> rule.code().equals("parts-do-not-add-up"))
            .findFirst();
    parts = spec.map(rule -> new PartsRule(fields, context.regions(), rule)).orElse(null);
  }

  private void take(SourceRow row, int width, List<Line> lines, OutcomeSink sink) {
    Set<Problem> refused = new LinkedHashSet<>(0);
    counted.clear();
    if (isMalformed(row, width)) {
      problems.start(row.number());
      problems
          .report("row-malformed")
          .word("found", String.valueOf(row.size()))
          .word("expected", String.valueOf(width))
          .add();
      problems.problems().forEach(this::count);
      refused.addAll(problems.problems());
    } else {
      for (Line line : lines) {
        if (!line.reader().isEmpty(row)) {
          takeRecord(row, line, refused, sink);
        }
      }
    }
    if (!refused.isEmpty()) {
      quarantined++;
      sink.accept(
          new Outcome.Quarantined(row, ContentHasher.hash(row.cells()), List.copyOf(refused)));
    }
  }

  /** Cells beyond the header that are empty do no harm. */
  private static boolean isMalformed(SourceRow row, int width) {
    if (row.size() < width) {
      return true;
    }
    for (int i = width; i < row.size(); i++) {
      if (!row.cell(i).isBlank()) {
        return true;
      }
    }
    return false;
  }

  private void takeRecord(SourceRow row, Line line, Set<Problem> refused, OutcomeSink sink) {
    candidates++;
    problems.start(row.number());
    @Nullable Object[] values = line.reader().read(row, problems);
    for (RecordStep step : line.steps()) {
      step.apply(values, problems);
    }
    for (int i = 0; i < values.length; i++) {
      filled[i] += values[i] == null ? 0 : 1;
    }
    TypedRecord record = new TypedRecord(standard, values);
    if (!problems.isRefused()) {
      SeenRecords.Found found = look(record, row);
      if (found == SeenRecords.Found.SAME) {
        repeated++;
        sink.accept(new Outcome.Repeated(row));
        return;
      }
      if (found == SeenRecords.Found.DIFFERENT) {
        reportDuplicate(line.reader().fields(), values);
      } else if (series != null) {
        series.check(values, problems);
      }
    }
    for (Problem problem : problems.problems()) {
      // The records of one row share cells: what is wrong with one of these is counted once.
      if (counted.add(problem)) {
        count(problem);
      }
    }
    if (problems.isRefused()) {
      refused.addAll(problems.problems());
      return;
    }
    records++;
    flagged += problems.problems().isEmpty() ? 0 : 1;
    sink.accept(new Outcome.Accepted(row, record, problems.problems()));
    if (parts != null) {
      parts.add(row.number(), values, problem -> note(problem, sink));
    }
  }

  private SeenRecords.Found look(TypedRecord record, SourceRow row) {
    String identity = record.identity(identityFields);
    return identity == null
        ? SeenRecords.Found.NEW
        : seen.see(identity, record.contentHash().high(), row.number());
  }

  private void reportDuplicate(RecordFields fields, @Nullable Object[] values) {
    List<FieldSpec> identity = new ArrayList<>();
    for (int field : identityFields) {
      if (values[field] != null) {
        identity.add(fields.field(field));
      }
    }
    fields
        .report("duplicate", standard.indexOf(identity.getFirst().name()), values, problems)
        .word("field", join(identity))
        .word("other_value", String.valueOf(seen.foundRow()))
        .add();
  }

  private static LocalizedText join(List<FieldSpec> fields) {
    return new LocalizedText(
        fields.stream().map(field -> field.label().en()).collect(Collectors.joining(", ")),
        fields.stream().map(field -> field.label().zh()).collect(Collectors.joining("、")));
  }

  private void note(Problem problem, OutcomeSink sink) {
    count(problem);
    sink.accept(new Outcome.Noted(problem));
  }

  private void count(Problem problem) {
    ruleCounts.computeIfAbsent(problem.rule(), ignored -> new long[1])[0]++;
  }

  private IntakeSummary summary() {
    TreeMap<String, Long> rules = new TreeMap<>();
    ruleCounts.forEach((code, count) -> rules.put(code, count[0]));
    Map<String, Long> fields = new HashMap<>();
    for (int i = 0; i < filled.length; i++) {
      fields.put(standard.fields().get(i).name(), filled[i]);
    }
    return new IntakeSummary(
        rows,
        rows - quarantined,
        quarantined,
        records,
        candidates,
        repeated,
        flagged,
        rules,
        fields);
  }
}
