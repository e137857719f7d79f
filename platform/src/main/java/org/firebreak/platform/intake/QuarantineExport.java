package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.media.Schema;
import java.io.BufferedWriter;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.intake.ContentHash;
import org.firebreak.intake.Outcome;
import org.firebreak.intake.QuarantineCsv;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.intake.Quarantine.ProblemView;
import org.firebreak.platform.intake.QuarantineTable.QuarantinedRow;
import org.firebreak.platform.people.MaskedField;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.people.PersonalField;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/**
 * Shows refused rows page by page and writes them as a CSV that can be put right and sent again.
 */
@Component
class QuarantineExport {

  private static final int PAGE_ROWS = 500;
  private static final String OPEN = "open";

  /** The hash is of no interest in a file for people. */
  private static final ContentHash NO_HASH = new ContentHash(0, 0);

  private final QuarantineTable table;
  private final PersonVault vault;
  private final AuditService audit;
  private final ObjectMapper json;

  QuarantineExport(
      QuarantineTable table, PersonVault vault, AuditService audit, ObjectMapper json) {
    this.table = table;
    this.vault = vault;
    this.audit = audit;
    this.json = json;
  }

  Page<RowView> list(long importId, @Nullable String state, PageRequest page) {
    long after = page.isFirst() ? -1 : Long.parseLong(page.keys(1).getFirst());
    List<RowView> rows =
        table.list(importId, state, after, page.limit() + 1).stream().map(this::view).toList();
    return Page.of(rows, page, row -> List.of(Long.toString(row.row())), null);
  }

  private RowView view(QuarantinedRow row) {
    PersonToken person = row.person();
    List<MaskedField> masked =
        person == null ? List.of() : vault.masked(List.of(person)).getOrDefault(person, List.of());
    return new RowView(row.rowNumber(), cells(row), masked, problems(row), row.state());
  }

  private Map<String, String> cells(QuarantinedRow row) {
    return json.readValue(row.raw(), new TypeReference<LinkedHashMap<String, String>>() {});
  }

  private List<ProblemView> problems(QuarantinedRow row) {
    return json.readValue(row.problems(), new TypeReference<List<ProblemView>>() {});
  }

  StreamingResponseBody csv(long importId, Caller caller) {
    audit.record(caller.username(), "quarantine-exported", "import " + importId, Map.of());
    return out -> write(importId, caller, out);
  }

  private void write(long importId, Caller caller, OutputStream out) {
    Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    List<QuarantinedRow> rows = table.list(importId, OPEN, -1, PAGE_ROWS);
    List<String> header = rows.isEmpty() ? List.of() : List.copyOf(cells(rows.getFirst()).keySet());
    try (QuarantineCsv csv = new QuarantineCsv(text, header)) {
      while (!rows.isEmpty()) {
        Map<PersonToken, List<PersonalField>> personal = personal(rows, importId, caller);
        rows.forEach(row -> csv.write(refused(row, personal)));
        rows = table.list(importId, OPEN, rows.getLast().rowNumber(), PAGE_ROWS);
      }
    }
  }

  private Outcome.Quarantined refused(
      QuarantinedRow row, Map<PersonToken, List<PersonalField>> personal) {
    Map<String, String> cells = cells(row);
    PersonToken person = row.person();
    if (person != null) {
      personal
          .getOrDefault(person, List.of())
          .forEach(field -> cells.put(field.name(), field.value()));
    }
    return new Outcome.Quarantined(
        new SourceRow(row.rowNumber(), cells.values().toArray(String[]::new)),
        NO_HASH,
        problems(row).stream().map(problem -> problem.toProblem(row.rowNumber())).toList());
  }

  private Map<PersonToken, List<PersonalField>> personal(
      List<QuarantinedRow> rows, long importId, Caller caller) {
    List<PersonToken> tokens =
        rows.stream().map(QuarantinedRow::person).filter(Objects::nonNull).toList();
    return vault.openForCorrection(caller, tokens, "import " + importId);
  }

  /**
   * A refused row as people see it.
   *
   * @param raw column name to text; cells about a person are empty
   * @param masked cells about a person, masked
   */
  record RowView(
      long row,
      Map<String, String> raw,
      List<MaskedField> masked,
      List<ProblemView> problems,
      @Schema(allowableValues = {"open", "corrected", "discarded", "repeated"}) String state) {}
}
