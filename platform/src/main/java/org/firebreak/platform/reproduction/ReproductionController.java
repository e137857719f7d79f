package org.firebreak.platform.reproduction;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.reproduction.Reproduction.Question;
import org.firebreak.platform.reproduction.RtAnswers.Diseases;
import org.firebreak.platform.reproduction.RtAnswers.RtCurve;
import org.firebreak.platform.reproduction.RtAnswers.RtRegions;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reproduction numbers over HTTP. Every answer says what it was made from and with. */
@RestController
@RequestMapping("/api/v1/reproduction")
class ReproductionController {

  private static final String READ = "situation:read";

  private final Reproduction reproduction;

  ReproductionController(Reproduction reproduction) {
    this.reproduction = reproduction;
  }

  @GetMapping
  @Permission(READ)
  @Operation(summary = "Reproduction number of a region over time, growth and nowcast")
  RtCurve curve(
      @RequestParam(required = false) @Nullable String region,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "renewal") String method,
      @RequestParam(required = false) @Nullable String disease,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(defaultValue = "" + Reproduction.HISTORY_DAYS) int historyDays,
      Caller caller) {
    return reproduction.curve(
        new Question(
            region, indicator, RtMethod.ofWord(method), disease, source, asOf, historyDays),
        caller.regions(READ));
  }

  @GetMapping("/regions")
  @Permission(READ)
  @Operation(summary = "Where the regions directly below one stand; ask again while some pend")
  RtRegions regions(
      @RequestParam(required = false) @Nullable String parent,
      @RequestParam(defaultValue = "confirmed") String indicator,
      @RequestParam(defaultValue = "renewal") String method,
      @RequestParam(required = false) @Nullable String disease,
      @RequestParam(required = false) @Nullable String source,
      @RequestParam(required = false) @Nullable Instant asOf,
      @RequestParam(defaultValue = "" + Reproduction.HISTORY_DAYS) int historyDays,
      Caller caller) {
    return reproduction.below(
        new Question(
            parent, indicator, RtMethod.ofWord(method), disease, source, asOf, historyDays),
        caller.regions(READ));
  }

  @GetMapping("/diseases")
  @Permission(READ)
  @Operation(summary = "Serial interval and delay of diseases, with their sources")
  Diseases diseases() {
    return reproduction.diseases();
  }

  @PutMapping("/diseases/{name}")
  @Permission("settings:write")
  @Operation(summary = "Set the parameters of a disease and make it the platform's")
  Diseases choose(@PathVariable String name, @RequestBody Disease disease, Caller caller) {
    if (!disease.name().equals(name) || !name.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new UserException(
          "disease-name", "name must be that of the address: lower case, digits, dashes");
    }
    return reproduction.choose(disease, caller.username());
  }
}
