package org.firebreak.platform.access;

import io.swagger.v3.oas.annotations.Operation;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.web.Page;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** The caller's own sessions. */
@RestController
@RequestMapping("/api/v1/sessions")
class SessionListRoutes {

  private final Sessions sessions;
  private final AuditService audit;

  SessionListRoutes(Sessions sessions, AuditService audit) {
    this.sessions = sessions;
    this.audit = audit;
  }

  /**
   * One session.
   *
   * @param current whether it is the one that asks
   */
  record SessionInfo(
      UUID id,
      Instant createdAt,
      Instant lastUsedAt,
      String address,
      String agent,
      boolean current) {}

  @GetMapping
  @SignedIn
  @Operation(summary = "Own sessions, last used first")
  Page<SessionInfo> list(Caller caller) {
    UUID current =
        SecurityContextHolder.getContext().getAuthentication() instanceof CallerAuthentication own
            ? own.session()
            : null;
    return Page.all(
        sessions.list(caller.username()).stream()
            .map(session ->
                new SessionInfo(
                    session.id(),
                    session.createdAt(),
                    session.lastUsedAt(),
                    session.address(),
                    session.agent(),
                    session.id().equals(current)))
            .toList());
  }

  @DeleteMapping("/{id}")
  @SignedIn
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @Operation(summary = "End one of the own sessions")
  void end(@PathVariable UUID id, Caller caller) {
    if (!sessions.end(caller.username(), id)) {
      throw new UserException("session-not-found", "There is no such session of yours.");
    }
    audit.record(caller.username(), "session-ended", caller.username(), Map.of());
  }
}
