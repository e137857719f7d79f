package org.firebreak.platform.situation;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.situation.Answers.Figures;
import org.firebreak.platform.situation.Answers.Frames;
import org.firebreak.platform.situation.Answers.MapAnswer;
import org.firebreak.platform.situation.Answers.SeriesAnswer;
import org.firebreak.platform.situation.Answers.Summary;
import org.firebreak.platform.situation.Answers.Table;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The situation over HTTP: figures, map, curves and table of a region. Every answer says as of when
 * and from which data sets.
 */
@RestController
@RequestMapping("/api/v1/situation")
class SituationController {

  private static final String READ = "situation:read";

  private final Situation situation;

  SituationController(Situation situation) {
    this.situation = situation;
  }

  private static RegionScope scope(Caller caller) {
    return caller.regions(READ);
  }

  @GetMapping("/summary")
  @Permission(READ)
  @Operation(summary = "What there is for a region: days, indicators, vintages, sources")
  Summary summary(@RequestParam(required = false) @Nullable String region, Caller caller) {
    return situation.summary(region, scope(caller));
  }

  @GetMapping("/figures")
  @Permission(READ)
  @Operation(summary = "Key figures of a day with their change against a week before")
  Figures figures(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant asOf,
      Caller caller) {
    return situation.figures(region, date, asOf, scope(caller));
  }

  @GetMapping("/map")
  @Permission(READ)
  @Operation(summary = "One measure of all regions directly below one, on a day")
  MapAnswer map(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "incidence7") String measure,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable String source,
      Caller caller) {
    return situation.map(
        new Question(parent, indicator, Measure.ofWord(measure), source, asOf),
        date,
        scope(caller));
  }

  @GetMapping("/frames")
  @Permission(READ)
  @Operation(summary = "The same for every day of a range, for the date slider")
  Frames frames(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "incidence7") String measure,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable String source,
      Caller caller) {
    return situation.frames(
        new Question(parent, indicator, Measure.ofWord(measure), source, asOf),
        from,
        to,
        scope(caller));
  }

  @GetMapping("/series")
  @Permission(READ)
  @Operation(summary = "One measure over time for one or more regions")
  SeriesAnswer series(
      @RequestParam List<String> regions,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "new") String kind,
      @RequestParam(required = false) @Nullable LocalDate from,
      @RequestParam(required = false) @Nullable LocalDate to,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(required = false) @Nullable String source,
      Caller caller) {
    return situation.series(
        regions,
        new Question(null, indicator, Measure.ofWord(kind), source, asOf),
        from,
        to,
        scope(caller));
  }

  @GetMapping("/table")
  @Permission(READ)
  @Operation(summary = "All indicators of the regions directly below one, on a day")
  Table table(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant asOf,
      Caller caller) {
    return situation.table(parent, date, asOf, scope(caller));
  }

  @GetMapping("/table.csv")
  @Permission(READ)
  @Operation(summary = "The same as CSV")
  ResponseEntity<String> tableCsv(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(required = false) @Nullable LocalDate date,
      @RequestParam(required = false) @Nullable Instant asOf,
      Caller caller) {
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"situation.csv\"")
        .body(TableCsv.write(situation.table(parent, date, asOf, scope(caller))));
  }

  @GetMapping("/annotations")
  @Permission(READ)
  @Operation(
      summary =
          "What charts of a region should mark: changes of definition, breaks in "
              + "reporting, vintages")
  List<SeriesTable.Annotation> annotations(
      @RequestParam(required = false) @Nullable String region, Caller caller) {
    return situation.annotations(region, scope(caller));
  }
}
