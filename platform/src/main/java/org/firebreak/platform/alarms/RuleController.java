package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.jobs.Job;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Rules of alarms over HTTP, and their evaluation. */
@RestController
@RequestMapping("/api/v1/alarm-rules")
class RuleController {

  private final Rules rules;
  private final Evaluations evaluations;
  private final CostDesk costs;

  RuleController(Rules rules, Evaluations evaluations, CostDesk costs) {
    this.rules = rules;
    this.evaluations = evaluations;
    this.costs = costs;
  }

  @GetMapping
  @Permission(AlarmDesk.READ)
  @Operation(summary = "Rules of alarms as they are now, and how each was evaluated last")
  List<Rule> list(Caller caller) {
    return rules.list(caller.regions(AlarmDesk.READ));
  }

  @PostMapping
  @Permission(AlarmDesk.WRITE)
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Add a rule, with the reason")
  Rule add(@RequestBody Rules.RuleRequest request, Caller caller) {
    return rules.add(request, caller);
  }

  @GetMapping("/{id}")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "One rule")
  Rule get(@PathVariable long id, Caller caller) {
    return rules.get(id, caller.regions(AlarmDesk.READ));
  }

  @GetMapping("/{id}/versions")
  @Permission(AlarmDesk.READ)
  @Operation(summary = "All versions of a rule, newest first: who changed it, when and why")
  List<Rule> versions(@PathVariable long id, Caller caller) {
    return rules.versions(id, caller.regions(AlarmDesk.READ));
  }

  @PutMapping("/{id}")
  @Permission(AlarmDesk.WRITE)
  @Operation(summary = "Replace a rule by a new version, naming the one it replaces and the reason")
  Rule change(@PathVariable long id, @RequestBody Rules.RuleRequest request, Caller caller) {
    return rules.change(id, request, caller);
  }

  @PostMapping("/evaluate")
  @Permission(AlarmDesk.WRITE)
  @ResponseStatus(HttpStatus.ACCEPTED)
  @Operation(summary = "Evaluate all active rules or one, on what is known now or was known then")
  Job evaluate(
      @RequestParam(required = false) @Nullable Long rule,
      @RequestParam(required = false) @Nullable Instant asOf,
      Caller caller) {
    return evaluations.request(rule, asOf, caller);
  }

  @PostMapping("/cost")
  @Permission(AlarmDesk.READ)
  @Operation(
      summary =
          "Try thresholds of a rule on the loaded series: false alarms, alarms, share and delay of"
              + " planted outbreaks found")
  CostDesk.CostAnswer cost(@RequestBody CostDesk.CostRequest request, Caller caller) {
    return costs.cost(request, caller.regions(AlarmDesk.READ));
  }
}
