package org.firebreak.platform.jobs;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import java.util.UUID;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Jobs over HTTP. */
@RestController
@RequestMapping("/api/v1/jobs")
class JobRoutes {

  private final JobService jobs;

  JobRoutes(JobService jobs) {
    this.jobs = jobs;
  }

  @GetMapping
  @Permission("data:read")
  @Operation(summary = "Jobs, newest first")
  Page<Job> list(PageRequest page) {
    return Page.of(
        jobs.list(page),
        page,
        job -> List.of(job.queuedAt().toString(), job.id().toString()),
        null);
  }

  @GetMapping("/{id}")
  @Permission("data:read")
  @Operation(summary = "One job as it stands")
  Job get(@PathVariable UUID id) {
    return jobs.get(id);
  }

  @PostMapping("/{id}/cancel")
  @Permission("data:import")
  @Operation(summary = "Ask a job to end")
  Job cancel(@PathVariable UUID id) {
    return jobs.cancel(id);
  }
}
