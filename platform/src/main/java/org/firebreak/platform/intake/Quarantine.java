package org.firebreak.platform.intake;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.Outcome;
import org.firebreak.intake.mapping.Binding;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.problem.Problem;
import org.firebreak.intake.problem.Severity;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.Standard;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.people.PersonalField;
import org.firebreak.platform.people.PersonalKind;
import org.firebreak.platform.records.PersonalKinds;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/**
 * Keeps rows that were refused, with what is wrong with each. Columns about a person are kept with
 * the person's data, never here. Thread-safe.
 */
@Component
class Quarantine {

  private static final String HIDDEN = "•••";

  private final QuarantineTable table;
  private final PersonVault vault;
  private final ObjectMapper json;

  Quarantine(QuarantineTable table, PersonVault vault, ObjectMapper json) {
    this.table = table;
    this.vault = vault;
    this.json = json;
  }

  /** Begins to take in refused rows of an import; the caller holds the transaction. */
  Batch begin(Import wanted, Standard standard, Mapping mapping, List<String> header) {
    return new Batch(wanted, header, personalColumns(standard, mapping), personalFields(standard));
  }

  private static Set<String> personalFields(Standard standard) {
    Set<String> names = new HashSet<>();
    standard.fields().stream()
        .filter(FieldSpec::personal)
        .forEach(field -> names.add(field.name()));
    return names;
  }

  /** Columns of the file that become personal fields. */
  static Map<String, PersonalKind> personalColumns(Standard standard, Mapping mapping) {
    Map<String, PersonalKind> columns = new HashMap<>();
    List<Binding> bindings = new ArrayList<>(mapping.bindings());
    mapping.variants().forEach(variant -> bindings.addAll(variant.bindings()));
    for (Binding binding : bindings) {
      String column = binding.column();
      FieldSpec field = standard.findField(binding.field()).orElse(null);
      if (column != null && field != null && field.personal()) {
        columns.put(column, PersonalKinds.of(field));
      }
    }
    return columns;
  }

  /** Refused rows on their way; one per import. Not thread-safe. */
  final class Batch {

    private final Import wanted;
    private final List<String> header;
    private final Map<String, PersonalKind> personalColumns;
    private final Set<String> personalFields;
    private List<Outcome.Quarantined> rows = new ArrayList<>();
    private long settledBefore;

    private Batch(
        Import wanted,
        List<String> header,
        Map<String, PersonalKind> personalColumns,
        Set<String> personalFields) {
      this.wanted = wanted;
      this.header = header;
      this.personalColumns = personalColumns;
      this.personalFields = personalFields;
    }

    void add(Outcome.Quarantined row) {
      rows.add(row);
    }

    /** Rows that the source sent before and that were put right or discarded since. */
    long settledBefore() {
      return settledBefore;
    }

    void flush() {
      Map<String, String> known =
          table.findStates(
              wanted.standard(),
              wanted.source(),
              rows.stream().map(row -> row.hash().toString()).toList());
      BulkCopy copy = new BulkCopy();
      Map<PersonToken, List<PersonalField>> personal = new LinkedHashMap<>();
      for (Outcome.Quarantined row : rows) {
        String state = known.get(row.hash().toString());
        if (state != null && !"open".equals(state)) {
          settledBefore++;
        } else {
          append(copy, row, state == null ? "open" : "repeated", personal);
        }
      }
      vault.put(personal);
      table.copy(copy);
      rows = new ArrayList<>();
    }

    private void append(
        BulkCopy copy,
        Outcome.Quarantined row,
        String state,
        Map<PersonToken, List<PersonalField>> personal) {
      Map<String, String> open = new LinkedHashMap<>();
      List<PersonalField> hidden = new ArrayList<>();
      for (int i = 0; i < header.size(); i++) {
        String column = header.get(i);
        String cell = row.raw().cell(i);
        PersonalKind kind = personalColumns.get(column);
        open.put(column, kind == null ? cell : "");
        if (kind != null && !cell.isBlank()) {
          hidden.add(new PersonalField(column, kind, cell));
        }
      }
      PersonToken person = hidden.isEmpty() ? null : PersonToken.create();
      if (person != null) {
        personal.put(person, hidden);
      }
      copy.value(wanted.id())
          .value(row.row())
          .value(wanted.standard())
          .value(wanted.source())
          .value(row.hash())
          .value(json.writeValueAsString(open))
          .value(person)
          .value(json.writeValueAsString(row.problems().stream().map(this::view).toList()))
          .value(state)
          .endRow();
    }

    private ProblemView view(Problem problem) {
      boolean personal =
          personalFields.contains(String.valueOf(problem.field()))
              || personalColumns.containsKey(String.valueOf(problem.column()));
      String value = problem.value();
      ProblemView open = ProblemView.of(problem);
      if (!personal || value == null || value.isEmpty()) {
        return open;
      }
      return new ProblemView(
          open.field(),
          open.column(),
          open.rule(),
          open.severity(),
          HIDDEN,
          without(open.message(), value),
          without(open.todo(), value));
    }

    private LocalizedText without(LocalizedText text, String value) {
      return new LocalizedText(text.en().replace(value, HIDDEN), text.zh().replace(value, HIDDEN));
    }
  }

  /** A problem of a refused row, as it is kept and shown. */
  record ProblemView(
      @Nullable String field,
      @Nullable String column,
      String rule,
      String severity,
      @Nullable String value,
      LocalizedText message,
      LocalizedText todo) {

    static ProblemView of(Problem problem) {
      return new ProblemView(
          problem.field(),
          problem.column(),
          problem.rule(),
          problem.severity().name().toLowerCase(Locale.ROOT),
          problem.value(),
          problem.message(),
          problem.advice());
    }

    Problem toProblem(long row) {
      return new Problem(
          rule,
          Severity.valueOf(severity.toUpperCase(Locale.ROOT)),
          row,
          field,
          column,
          value,
          message,
          todo);
    }
  }
}
