package org.firebreak.platform.cases;

import java.util.Objects;
import org.firebreak.base.error.UserException;

/**
 * How the line list is sorted: by one column, then by id, so that every case has one place.
 *
 * @param descending the largest first; a value that is not known counts as the smallest
 */
record CaseOrder(Column column, boolean descending) {

  static final CaseOrder NEWEST_FIRST = new CaseOrder(Column.REPORT_DATE, true);

  /** What the list can be sorted by; each has an index on its expression and the id. */
  enum Column {
    REPORT_DATE("reportDate", "sort_date", "date"),
    ONSET_DATE("onsetDate", "coalesce(onset_date, date '0001-01-01')", "date"),
    CASE_NUMBER("caseNumber", "case_number collate \"C\"", "text"),
    AGE("ageYears", "coalesce(age_years, -1)", "real"),
    REGION("region", "place", "text");

    private final String word;
    private final String expression;
    private final String type;

    Column(String word, String expression, String type) {
      this.word = word;
      this.expression = expression;
      this.type = type;
    }
  }

  /** From the query parameter {@code sort}: the column's name, with a minus for descending. */
  static CaseOrder of(String sort) {
    boolean descending = sort.startsWith("-");
    String word = descending || sort.startsWith("+") ? sort.substring(1) : sort;
    for (Column column : Column.values()) {
      if (column.word.equals(word.strip())) {
        return new CaseOrder(column, descending);
      }
    }
    throw new UserException(
        "sort-unknown",
        "The line list is sorted by reportDate, onsetDate, caseNumber, ageYears or region, not by '"
            + word
            + "'.");
  }

  String orderBy() {
    return "%s %2$s, record %2$s".formatted(column.expression, descending ? "desc" : "asc");
  }

  /** A condition for what comes after a place, with its value as text and the id as parameters. */
  String after() {
    return "(%s, record) %s (cast(? as %s), cast(? as bigint))"
        .formatted(column.expression, descending ? "<" : ">", column.type);
  }

  /** What the place of a line is told by. */
  String keyOf(CaseLine line) {
    return switch (column) {
      case REPORT_DATE -> line.sortDate().toString();
      case ONSET_DATE -> Objects.requireNonNullElse(line.onsetDate(), CaseIndex.UNDATED).toString();
      case CASE_NUMBER -> line.caseNumber();
      case AGE -> String.valueOf(line.ageYears() == null ? -1f : line.ageYears());
      case REGION -> line.place();
    };
  }
}
