package org.firebreak.platform.cases;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** Writes the line list as CSV, page by page, so that memory stays flat whatever its length. */
@Component
class CaseExport {

  private static final List<String> COLUMNS =
      List.of(
          "id",
          "case_number",
          "source",
          "classification",
          "outcome",
          "sex",
          "age_years",
          "region",
          "region_name",
          "onset_date",
          "report_date");

  private final Cases cases;
  private final AuditService audit;

  CaseExport(Cases cases, AuditService audit) {
    this.cases = cases;
    this.audit = audit;
  }

  StreamingResponseBody csv(
      CaseFilter filter, @Nullable String region, CaseOrder order, Caller caller) {
    audit.record(
        caller.username(),
        "cases-exported",
        region == null ? "all" : region,
        Map.of("filter", filter.toString()));
    return out -> write(filter, region, order, caller, out);
  }

  private void write(
      CaseFilter filter, @Nullable String region, CaseOrder order, Caller caller, OutputStream out)
      throws IOException {
    String cursor = null;
    try (CsvWriter csv =
        CsvWriter.builder()
            .build(new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8)))) {
      csv.writeRecord(COLUMNS);
      while (true) {
        Page<CaseSummary> page =
            cases.list(
                filter,
                region,
                order,
                caller.regions("cases:export"),
                PageRequest.of(PageRequest.MAX_LIMIT, cursor));
        page.items().forEach(item -> csv.writeRecord(row(item)));
        cursor = page.nextCursor();
        if (cursor == null) {
          return;
        }
      }
    }
  }

  private static List<String> row(CaseSummary item) {
    List<@Nullable Object> values = new ArrayList<>();
    values.add(item.id());
    values.add(item.caseNumber());
    values.add(item.source());
    values.add(item.classification());
    values.add(item.outcome());
    values.add(item.sex());
    values.add(item.ageYears());
    CaseSummary.Place place = item.region();
    values.add(place == null ? null : place.code());
    values.add(place == null ? null : place.name().en());
    values.add(item.onsetDate());
    values.add(item.reportDate());
    return values.stream().map(SafeCsv::cell).toList();
  }
}
