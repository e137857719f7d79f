package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.Locale;
import org.firebreak.base.LocalizedText;
import org.firebreak.intake.standard.FieldSpec;
import org.firebreak.intake.standard.Standard;
import org.firebreak.intake.standard.StandardDocs;
import org.firebreak.intake.standard.StandardLibrary;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.web.SafeCsv;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The data standards over HTTP. */
@RestController
@RequestMapping("/api/v1/standards")
class StandardController {

  private final StandardLibrary standards;

  StandardController(StandardLibrary standards) {
    this.standards = standards;
  }

  @GetMapping
  @Permission("data:read")
  @Operation(summary = "All standards, without their fields")
  List<StandardSummary> list() {
    return standards.list().stream().map(StandardSummary::of).toList();
  }

  @GetMapping("/{key}")
  @Permission("data:read")
  @Operation(summary = "One standard with its fields and rules")
  StandardDetail get(@PathVariable String key) {
    Standard standard = standards.get(key);
    return new StandardDetail(
        StandardSummary.of(standard), standard.fields(), standard.identity(), standard.rules());
  }

  @GetMapping("/{key}/template.csv")
  @Permission("data:read")
  @Operation(summary = "An empty CSV with the columns of the standard and one example row")
  ResponseEntity<String> template(@PathVariable String key) {
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + key + ".csv\"")
        .body(StandardDocs.template(standards.get(key)));
  }

  @GetMapping(path = "/{key}/documentation.md", produces = "text/markdown;charset=UTF-8")
  @Permission("data:read")
  @Operation(summary = "The standard described for people, in Markdown")
  String documentation(@PathVariable String key, @RequestParam(defaultValue = "en") String lang) {
    return StandardDocs.markdown(standards.get(key), Locale.forLanguageTag(lang));
  }

  record StandardSummary(
      String key,
      int version,
      LocalizedText title,
      LocalizedText description,
      String shape,
      int fields) {

    static StandardSummary of(Standard standard) {
      return new StandardSummary(
          standard.key(),
          standard.version(),
          standard.title(),
          standard.description(),
          standard.shape().name().toLowerCase(Locale.ROOT),
          standard.fields().size());
    }
  }

  record StandardDetail(
      StandardSummary standard,
      List<FieldSpec> fields,
      List<String> identity,
      List<org.firebreak.intake.standard.RuleSpec> rules) {}
}
