package org.firebreak.platform.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.firebreak.platform.access.PublicRoute;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Errors that the web server meets before any controller does, answered as problems too. */
@RestController
class ErrorRoute implements ErrorController {

  private final Problems problems;

  ErrorRoute(Problems problems) {
    this.problems = problems;
  }

  @RequestMapping("/error")
  @PublicRoute("tells only the status of the error")
  ResponseEntity<Problem> error(HttpServletRequest request) {
    Object given = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    HttpStatus resolved = given instanceof Integer code ? HttpStatus.resolve(code) : null;
    HttpStatus status = resolved == null ? HttpStatus.NOT_FOUND : resolved;
    String code =
        switch (status) {
          case NOT_FOUND -> "not-found";
          case INTERNAL_SERVER_ERROR -> "internal";
          default -> "request-invalid";
        };
    return ResponseEntity.status(status)
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problems.of(request, status, code, status.getReasonPhrase(), null));
  }
}
