package org.firebreak.platform.audit;

import io.swagger.v3.oas.annotations.Operation;
import java.util.List;
import org.firebreak.platform.access.Permission;
import org.firebreak.platform.web.Page;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The audit book over HTTP; there is no route that changes it. */
@RestController
@RequestMapping("/api/v1/audit")
class AuditRoutes {

  private final AuditService audit;

  AuditRoutes(AuditService audit) {
    this.audit = audit;
  }

  @GetMapping
  @Permission("audit:read")
  @Operation(summary = "What was done by whom, newest first")
  Page<AuditService.Entry> list(
      @RequestParam(required = false) @Nullable String actor,
      @RequestParam(required = false) @Nullable String action,
      PageRequest page) {
    return Page.of(
        audit.list(actor, action, page), page, entry -> List.of(String.valueOf(entry.id())), null);
  }
}
