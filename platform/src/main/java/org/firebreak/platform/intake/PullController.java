package org.firebreak.platform.intake;

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

  /** All pulls and how each went last. */
  @GetMapping
  @Permission("data:read")
  List<Pull> list() {
    return pulls.list();
  }

  /** Plans a pull. */
  @PostMapping
  @Permission("data:configure")
  @ResponseStatus(HttpStatus.CREATED)
  Pull add(@RequestBody PullPlan plan, Caller caller) {
    return pulls.add(plan, caller);
  }

  /** Changes a pull. */
  @PutMapping("/{id}")
  @Permission("data:configure")
  Pull change(@PathVariable long id, @RequestBody PullPlan plan) {
    return pulls.change(id, plan);
  }

  /** Ends a pull; what it brought stays. */
  @DeleteMapping("/{id}")
  @Permission("data:configure")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  void delete(@PathVariable long id) {
    pulls.delete(id);
  }

  /** Fetches now. */
  @PostMapping("/{id}/run")
  @Permission("data:configure")
  Pull run(@PathVariable long id) {
    return pulls.run(id);
  }
}
