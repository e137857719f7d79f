package org.firebreak.intake.rule;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.DataException;
import org.firebreak.intake.problem.Severity;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.RuleSpec;
import org.jspecify.annotations.Nullable;

/** The rules over one record that a standard may ask for, by code. */
public final class RecordRules {

  /** Rules that look at more than one record; {@link SeriesRules} and the run itself do them. */
  private static final Set<String> BEYOND_ONE_RECORD =
      Set.of(
          "duplicate", "cumulative-falls", "sudden-jump", "value-repeated", "parts-do-not-add-up");

  @FunctionalInterface
  private interface Factory {
    RecordStep make(RuleSpec spec, RecordFields fields, LocalDate asOf, RegionDirectory regions);
  }

  private static final Map<String, Factory> FACTORIES =
      Map.of(
          "dates-in-order", (spec, fields, asOf, regions) -> datesInOrder(spec, fields),
          "dates-too-close", (spec, fields, asOf, regions) -> datesTooClose(spec, fields),
          "date-in-future", (spec, fields, asOf, regions) -> dateInFuture(spec, fields, asOf),
          "at-least-one", (spec, fields, asOf, regions) -> atLeastOne(spec, fields),
          "fields-differ", (spec, fields, asOf, regions) -> fieldsDiffer(spec, fields),
          "death-fits-outcome", (spec, fields, asOf, regions) -> deathFitsOutcome(spec, fields),
          "national-id", (spec, fields, asOf, regions) -> new NationalIdRule(spec, fields, regions),
          "count-negative", (spec, fields, asOf, regions) -> countNegative(spec, fields, false),
          "count-correction", (spec, fields, asOf, regions) -> countNegative(spec, fields, true),
          "gb2260", (spec, fields, asOf, regions) -> new ChinaCodeStep(fields));

  private RecordRules() {}

  /**
   * The steps of a standard's rules over one record, in its order.
   *
   * @param asOf the day the data were known
   * @param regions the regions that are known
   * @throws DataException if the standard asks for a rule that does not exist
   */
  public static List<RecordStep> of(RecordFields fields, LocalDate asOf, RegionDirectory regions) {
    List<RecordStep> steps = new ArrayList<>();
    for (RuleSpec spec : fields.standard().rules()) {
      Factory factory = FACTORIES.get(spec.code());
      if (factory != null) {
        steps.add(factory.make(spec, fields, asOf, regions));
      } else if (!BEYOND_ONE_RECORD.contains(spec.code())) {
        Set<String> known = new TreeSet<>(FACTORIES.keySet());
        known.addAll(BEYOND_ONE_RECORD);
        throw new DataException(
            "rule-unknown",
            "The standard '%s' asks for the rule '%s'; the rules are %s"
                .formatted(fields.standard().key(), spec.code(), known));
      }
    }
    return steps;
  }

  /** Refuses a record that lacks a required field. */
  public static RecordStep required(RecordFields fields) {
    List<FieldSpec> all = fields.standard().fields();
    int[] required = IntStream.range(0, all.size()).filter(i -> all.get(i).required()).toArray();
    return (values, problems) -> {
      for (int index : required) {
        if (values[index] == null && !problems.isRefused()) {
          fields.report("required", index, values, problems).add();
        }
      }
    };
  }

  private static int[] indexes(RuleSpec spec, RecordFields fields) {
    return spec.fields().stream().mapToInt(fields::find).toArray();
  }

  /** Dates must not fall along the list; empty ones are passed over. Reports the first fall. */
  private static RecordStep datesInOrder(RuleSpec spec, RecordFields fields) {
    int[] order = indexes(spec, fields);
    return (values, problems) -> {
      int lastIndex = -1;
      LocalDate last = LocalDate.MIN;
      for (int index : order) {
        LocalDate day = RecordFields.day(values, index);
        if (day == null) {
          continue;
        }
        if (day.isBefore(last)) {
          fields
              .report("dates-in-order", index, values, problems)
              .severity(spec.severity())
              .word("other", fields.field(lastIndex).label())
              .word("other_value", last.toString())
              .add();
          return;
        }
        last = day;
        lastIndex = index;
      }
    };
  }

  private static RecordStep datesTooClose(RuleSpec spec, RecordFields fields) {
    int[] order = indexes(spec, fields);
    long minDays = (long) spec.parameter("min_days", 1);
    return (values, problems) -> {
      LocalDate first = RecordFields.day(values, order[0]);
      LocalDate second = RecordFields.day(values, order[1]);
      if (first != null
          && second != null
          && !second.isBefore(first)
          && second.isBefore(first.plusDays(minDays))) {
        fields
            .report("dates-too-close", order[1], values, problems)
            .severity(spec.severity())
            .word("other", fields.field(order[0]).label())
            .word("other_value", first.toString())
            .word("expected", String.valueOf(minDays))
            .add();
      }
    };
  }

  private static RecordStep dateInFuture(RuleSpec spec, RecordFields fields, LocalDate asOf) {
    int[] indexes = indexes(spec, fields);
    LocalDate last = asOf.plusDays((long) spec.parameter("tolerance_days", 1));
    return (values, problems) -> {
      for (int index : indexes) {
        LocalDate day = RecordFields.day(values, index);
        if (day != null && day.isAfter(last)) {
          fields
              .report("date-in-future", index, values, problems)
              .severity(spec.severity())
              .word("expected", asOf.toString())
              .add();
        }
      }
    };
  }

  private static RecordStep atLeastOne(RuleSpec spec, RecordFields fields) {
    int[] indexes = indexes(spec, fields);
    LocalizedText names =
        new LocalizedText(
            spec.fields().stream()
                .map(name -> fields.field(fields.find(name)).label().en())
                .collect(Collectors.joining(", ")),
            spec.fields().stream()
                .map(name -> fields.field(fields.find(name)).label().zh())
                .collect(Collectors.joining("、")));
    return (values, problems) -> {
      for (int index : indexes) {
        if (values[index] != null) {
          return;
        }
      }
      fields
          .report("at-least-one", indexes[0], values, problems)
          .severity(spec.severity())
          .word("expected", names)
          .add();
    };
  }

  private static RecordStep fieldsDiffer(RuleSpec spec, RecordFields fields) {
    int[] indexes = indexes(spec, fields);
    return (values, problems) -> {
      Object first = values[indexes[0]];
      if (first != null && first.equals(values[indexes[1]])) {
        fields
            .report("fields-differ", indexes[0], values, problems)
            .severity(spec.severity())
            .word("other", fields.field(indexes[1]).label())
            .add();
      }
    };
  }

  private static RecordStep deathFitsOutcome(RuleSpec spec, RecordFields fields) {
    int[] indexes = indexes(spec, fields);
    return (values, problems) -> {
      String outcome = RecordFields.text(values, indexes[0]);
      if (values[indexes[1]] != null && outcome != null && !outcome.equals("died")) {
        fields
            .report("death-fits-outcome", indexes[1], values, problems)
            .severity(spec.severity())
            .word("other_value", outcome)
            .add();
      }
    };
  }

  /** Negative numbers: of a new count a correction, of any other an error. */
  private static RecordStep countNegative(RuleSpec spec, RecordFields fields, boolean newCounts) {
    int[] indexes = indexes(spec, fields);
    @Nullable Severity severity = spec.severity();
    return (values, problems) -> {
      if (values[indexes[0]] instanceof Number number
          && number.doubleValue() < 0
          && newCounts == "new".equals(values[indexes[1]])) {
        fields
            .report(newCounts ? "count-correction" : "count-negative", indexes[0], values, problems)
            .severity(severity)
            .add();
      }
    };
  }
}
