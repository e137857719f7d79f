package org.firebreak.platform.forecasts;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.forecast.hub.HubFormat;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastList;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastScores;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastView;
import org.firebreak.platform.forecasts.Forecasts.HubImport;
import org.firebreak.platform.forecasts.Schedules.ForecastSchedule;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.web.PageRequest;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Forecasts over HTTP. */
@RestController
@RequestMapping("/api/v1/forecasts")
class ForecastController {

  private static final String READ = "forecasts:read";
  private static final int MAX_SCORE_DAYS = 3_660;

  private final Forecasts forecasts;
  private final ForecastShelf shelf;
  private final Schedules schedules;

  ForecastController(Forecasts forecasts, ForecastShelf shelf, Schedules schedules) {
    this.forecasts = forecasts;
    this.shelf = shelf;
    this.schedules = schedules;
  }

  private static RegionScope scope(Caller caller) {
    return caller.regions(READ);
  }

  @PostMapping
  @Permission(Forecasts.WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Make forecasts of a region, and on wish of the regions below, as a job")
  Job make(@RequestBody ForecastWish wish, Caller caller) {
    return forecasts.start(wish, caller);
  }

  @GetMapping
  @Permission(READ)
  @Operation(summary = "Kept forecasts of one series, the latest origin first")
  ForecastList list(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "new") String kind,
      @RequestParam(required = false) @Nullable String model,
      PageRequest page,
      Caller caller) {
    return shelf.list(
        region,
        new ForecastFilter(null, indicator, Counting.ofWord(kind).word(), model, null),
        page.limit(),
        scope(caller));
  }

  @GetMapping("/{id}")
  @Permission(READ)
  @Operation(summary = "One forecast with all quantiles and how it fared")
  ForecastView get(@PathVariable long id, Caller caller) {
    return shelf.get(id, scope(caller));
  }

  @GetMapping("/scores")
  @Permission(READ)
  @Operation(summary = "How the models fared: error, interval score, coverage, against a baseline")
  ForecastScores scores(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "false") boolean children,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "new") String kind,
      @RequestParam(defaultValue = "latest") String basis,
      @RequestParam(defaultValue = "365") int days,
      Caller caller) {
    if (days < 1 || days > MAX_SCORE_DAYS) {
      throw new UserException("days-invalid", "days must be 1.." + MAX_SCORE_DAYS);
    }
    return shelf.scores(
        region,
        children,
        indicator,
        Counting.ofWord(kind),
        TargetScore.Basis.ofWord(basis),
        days,
        scope(caller));
  }

  @PostMapping("/scores")
  @Permission(Forecasts.WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Score past forecasts now; new data do it by themselves")
  Job score(Caller caller) {
    return forecasts.startScoring(caller);
  }

  @GetMapping("/hub.csv")
  @Permission(READ)
  @Operation(summary = "Forecasts as a file of a forecast hub: forecast-hub or hubverse")
  ResponseEntity<String> hubFile(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "false") boolean children,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "new") String kind,
      @RequestParam(required = false) @Nullable String model,
      @RequestParam(required = false) @Nullable LocalDate origin,
      @RequestParam(defaultValue = "forecast-hub") String format,
      Caller caller) {
    HubFormat hub =
        switch (format) {
          case "forecast-hub" -> HubFormat.FORECAST_HUB;
          case "hubverse" -> HubFormat.HUBVERSE;
          default ->
              throw new UserException(
                  "format-unknown", "format must be forecast-hub or hubverse, was " + format);
        };
    ForecastFilter filter =
        new ForecastFilter(null, indicator, Counting.ofWord(kind).word(), model, origin);
    return ResponseEntity.ok()
        .contentType(SafeCsv.MEDIA_TYPE)
        .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"forecasts.csv\"")
        .body(shelf.hubFile(region, children, filter, hub, scope(caller)));
  }

  @PostMapping(path = "/hub", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @Permission(Forecasts.WRITE)
  @Operation(summary = "Keep the forecasts in a file of a forecast hub, all of them or none")
  HubImport importHub(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String model,
      Caller caller)
      throws IOException {
    Path stored = Files.createTempFile("hub", ".csv");
    try {
      file.transferTo(stored);
      String name = String.valueOf(file.getOriginalFilename()).replace('\\', '/');
      return forecasts.importHub(stored, name.substring(name.lastIndexOf('/') + 1), model, caller);
    } finally {
      Files.delete(stored);
    }
  }

  @GetMapping("/schedules")
  @Permission(READ)
  @Operation(summary = "Series that are forecast by themselves when new data come")
  List<ForecastSchedule> listSchedules(Caller caller) {
    return schedules.list(scope(caller));
  }

  @PutMapping("/schedules")
  @Permission(Forecasts.WRITE)
  @Operation(summary = "Forecast a series every week when new data come")
  List<ForecastSchedule> saveSchedule(@RequestBody ForecastWish wish, Caller caller) {
    return schedules.save(wish, caller);
  }

  @DeleteMapping("/schedules/{id}")
  @Permission(Forecasts.WRITE)
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End a schedule")
  void deleteSchedule(@PathVariable long id, Caller caller) {
    schedules.delete(id, caller);
  }
}
