package org.firebreak.platform.cases;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Set;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.people.MaskedField;
import org.firebreak.platform.people.PersonToken;
import org.firebreak.platform.people.PersonVault;
import org.firebreak.platform.people.PersonalField;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.mvc.method.annotation.StreamingResponseBody;

/** The line list over HTTP. Callers see the cases of their regions only. */
@RestController
@RequestMapping("/api/v1")
class CaseController {

  private static final String READ = "cases:read";

  private final Cases cases;
  private final CaseExport export;
  private final EpiCurves curves;
  private final PersonVault vault;

  CaseController(Cases cases, CaseExport export, EpiCurves curves, PersonVault vault) {
    this.cases = cases;
    this.export = export;
    this.curves = curves;
    this.vault = vault;
  }

  @GetMapping("/cases")
  @Permission(READ)
  @Operation(
      summary =
          "The line list page by page, sorted by reportDate, onsetDate, caseNumber, ageYears or"
              + " region, with a minus for descending; q finds words in what is open of a case. A"
              + " total of 100001 means more than 100000")
  Page<CaseSummary> list(
      CaseFilter filter,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "-reportDate") String sort,
      Caller caller,
      PageRequest page) {
    return cases.list(filter, region, CaseOrder.of(sort), caller.regions(READ), page);
  }

  @GetMapping("/cases/columns")
  @Permission(READ)
  @Operation(summary = "Names of the fields one may show as columns")
  List<String> columns(Caller caller) {
    return cases.listColumns(caller.regions(READ));
  }

  @GetMapping("/cases/{id}")
  @Permission(READ)
  @Operation(summary = "One case with timeline, source rows and history")
  CaseDetail get(@PathVariable long id, Caller caller) {
    return cases.get(id, caller.regions(READ));
  }

  @GetMapping("/cases/{id}/person")
  @Permission(READ)
  @Operation(summary = "Personal fields of a case, masked")
  List<MaskedField> person(@PathVariable long id, Caller caller) {
    return cases
        .findPerson(id, caller.regions(READ))
        .map(token -> vault.masked(List.of(token)).getOrDefault(token, List.of()))
        .orElse(List.of());
  }

  @PostMapping("/cases/{id}/person/reveal")
  @Permission("people:reveal")
  @Operation(summary = "Opens personal fields of a case for a purpose; written to the audit")
  List<PersonalField> reveal(
      @PathVariable long id, @RequestBody RevealRequest request, Caller caller) {
    RegionScope scope = caller.regions("people:reveal");
    PersonToken token =
        cases
            .findPerson(id, scope)
            .orElseThrow(() ->
                new UserException("person-not-found", "Nothing personal is kept of case " + id));
    return vault.reveal(
        caller,
        token,
        cases.getPath(id, scope),
        "case " + id,
        request.purpose(),
        Set.copyOf(request.fields()));
  }

  /** What is to be opened and why. */
  record RevealRequest(String purpose, List<String> fields) {}

  @GetMapping("/cases.csv")
  @Permission("cases:export")
  @Operation(
      summary =
          "The filtered line list as CSV, without personal fields; the export is written "
              + "to the audit")
  ResponseEntity<StreamingResponseBody> csv(
      CaseFilter filter,
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "-reportDate") String sort,
      Caller caller) {
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"cases.csv\"")
        .body(export.csv(filter, region, CaseOrder.of(sort), caller));
  }

  @GetMapping("/situation/epi-curve")
  @Permission("situation:read")
  @Operation(summary = "The epidemic curve by onset or report, stacked by classification")
  EpiCurves.EpiCurve epiCurve(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "onset") String by,
      @RequestParam(defaultValue = "day") String unit,
      Caller caller) {
    return curves.of(region, by, unit, caller.regions("situation:read"));
  }
}
