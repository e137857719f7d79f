package org.firebreak.platform.cases;

import java.util.function.Function;
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
    REPORT_DATE("reportDate", "sort_date", "date", line -> line.sortDate().toString()),
    ONSET_DATE(
        "onsetDate",
        "coalesce(onset_date, date '0001-01-01')",
        "date",
        line -> (line.onsetDate() == null ? CaseIndex.UNDATED : line.onsetDate()).toString()),
    CASE_NUMBER("caseNumber", "case_number collate \"C\"", "text", CaseLine::caseNumber),
    AGE(
        "ageYears",
        "coalesce(age_years, -1)",
        "real",
        line -> String.valueOf(line.ageYears() == null ? -1f : line.ageYears())),
    REGION("region", "place", "text", CaseLine::place);

    private final String word;
    private final String expression;
    private final String type;
    private final Function<CaseLine, String> value;

    Column(String word, String expression, String type, Function<CaseLine, String> value) {
      this.word = word;
      this.expression = expression;
      this.type = type;
      this.value = value;
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
    return column.value.apply(line);
  }
}
