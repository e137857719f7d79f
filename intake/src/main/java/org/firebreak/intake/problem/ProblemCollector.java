package org.firebreak.intake.problem;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * Collects the problems of one record after the other. Reused from record to record; not
 * thread-safe.
 */
public final class ProblemCollector {

  private final RuleCatalogue catalogue = RuleCatalogue.shipped();
  private List<Problem> problems = new ArrayList<>(4);
  private boolean refused;
  private long row;

  /** Begins a record of a row. */
  public void start(long newRow) {
    row = newRow;
    refused = false;
    if (!problems.isEmpty()) {
      problems = new ArrayList<>(4);
    }
  }

  /** What was collected since {@link #start}. */
  public List<Problem> problems() {
    return problems;
  }

  /** Whether an error is among them. */
  public boolean isRefused() {
    return refused;
  }

  /** Begins a problem; {@link Report#add} ends it. */
  public Report report(String rule) {
    return new Report(catalogue.get(rule));
  }

  /** A problem being put together. */
  public final class Report {

    private final RuleText rule;
    private final Map<String, LocalizedText> words = new HashMap<>();
    private Severity severity;
    private @Nullable String field;
    private @Nullable String column;
    private @Nullable String value;
    private long atRow = row;

    private Report(RuleText rule) {
      this.rule = rule;
      this.severity = rule.severity();
    }

    /** A severity that a standard asks for; null keeps that of the catalogue. */
    public Report severity(@Nullable Severity wanted) {
      severity = wanted == null ? severity : wanted;
      return this;
    }

    /** The field concerned; its label fills the word {@code field}. */
    public Report field(String name, LocalizedText label) {
      field = name;
      words.put("field", label);
      return this;
    }

    public Report column(@Nullable String name) {
      column = name;
      return this;
    }

    /** The value as the file writes it; fills the word {@code value}. */
    public Report value(String text) {
      value = text;
      return word("value", text.length() > 80 ? text.substring(0, 79) + "…" : text);
    }

    /** Fills a word of the sentence that reads the same in both languages. */
    public Report word(String name, String text) {
      String shown = text.isBlank() ? "-" : text;
      words.put(name, new LocalizedText(shown, shown));
      return this;
    }

    public Report word(String name, LocalizedText text) {
      words.put(name, text);
      return this;
    }

    /** Puts the problem to another row than the one begun. */
    public Report row(long number) {
      atRow = number;
      return this;
    }

    /** Adds the problem to the record begun. */
    public void add() {
      refused |= severity == Severity.ERROR;
      problems.add(build());
    }

    /** The problem by itself, not added. */
    public Problem build() {
      return new Problem(
          rule.code(),
          severity,
          atRow,
          field,
          column,
          value,
          rule.fillMessage(words),
          rule.fillAdvice(words));
    }
  }
}
