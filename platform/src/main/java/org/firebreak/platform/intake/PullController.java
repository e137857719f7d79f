package org.firebreak.platform.intake;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.intake.PullTable.Pull;
import org.firebreak.platform.intake.PullTable.PullPlan;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Scheduled pulls over HTTP. */
@RestController
@RequestMapping("/api/v1/pulls")
class PullController {

  private final Pulls pulls;

  PullController(Pulls pulls) {
    this.pulls = pulls;
  }

  @GetMapping
  @Permission("data:read")
  @Operation(summary = "All pulls and how each went last")
  List<Pull> list() {
    return pulls.list();
  }

  @PostMapping
  @Permission("data:configure")
  @ResponseStatus(HttpStatus.CREATED)
  @Operation(summary = "Plans a pull")
  Pull add(@RequestBody PullPlan plan, Caller caller) {
    return pulls.add(plan, caller);
  }

  @PutMapping("/{id}")
  @Permission("data:configure")
  @Operation(summary = "Changes a pull")
  Pull change(@PathVariable long id, @RequestBody PullPlan plan) {
    return pulls.change(id, plan);
  }

  @DeleteMapping("/{id}")
  @Permission("data:configure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "Ends a pull; what it brought stays")
  void delete(@PathVariable long id) {
    pulls.delete(id);
  }

  @PostMapping("/{id}/run")
  @Permission("data:configure")
  @Operation(summary = "Fetches now")
  Pull run(@PathVariable long id) {
    return pulls.run(id);
  }
}
