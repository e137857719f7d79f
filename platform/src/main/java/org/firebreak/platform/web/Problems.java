package org.firebreak.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Makes problems of errors, for controllers and for filters alike. */
@Component
public class Problems {

  static final String INTERNAL_DETAIL =
      "The platform failed to answer; its log has the reason under this request id.";

  private final JsonMapper json;

  Problems(JsonMapper json) {
    this.json = json;
  }

  /**
   * The HTTP status of an error. The kind decides; the last word of a user error's code refines it:
   * {@code ...-not-found} 404, {@code ...-exists} and {@code ...-conflict} 409, {@code
   * ...-too-large} 413, {@code ...-too-many} 429.
   */
  static HttpStatus statusOf(FirebreakException error) {
    return switch (error) {
      case UserException user -> userStatus(user.code());
      case DataException ignored -> HttpStatus.UNPROCESSABLE_CONTENT;
      case ResourceException resource ->
          "disk-full".equals(resource.code())
              ? HttpStatus.INSUFFICIENT_STORAGE
              : HttpStatus.SERVICE_UNAVAILABLE;
      case InternalException ignored -> HttpStatus.INTERNAL_SERVER_ERROR;
    };
  }

  private static HttpStatus userStatus(String code) {
    if (code.equals("not-signed-in") || code.equals("sign-in-failed")) {
      return HttpStatus.UNAUTHORIZED;
    }
    if (code.equals("forbidden") || code.equals("password-change-required")) {
      return HttpStatus.FORBIDDEN;
    }
    if (code.endsWith("not-found")) {
      return HttpStatus.NOT_FOUND;
    }
    if (code.endsWith("-exists") || code.endsWith("-conflict")) {
      return HttpStatus.CONFLICT;
    }
    if (code.endsWith("-too-large")) {
      return HttpStatus.CONTENT_TOO_LARGE;
    }
    return code.endsWith("too-many") ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.BAD_REQUEST;
  }

  Problem of(HttpServletRequest request, FirebreakException error) {
    String detail =
        error instanceof InternalException ? INTERNAL_DETAIL : String.valueOf(error.getMessage());
    return of(request, statusOf(error), error.code(), detail, null);
  }

  Problem of(
      HttpServletRequest request,
      HttpStatus status,
      String code,
      String detail,
      @Nullable List<Problem.FieldError> errors) {
    return new Problem(
        "urn:firebreak:problem:" + code,
        status.getReasonPhrase(),
        status.value(),
        detail,
        ProblemTexts.of(code, detail),
        code,
        request.getRequestURI(),
        RequestId.of(request),
        errors);
  }

  /** What is answered while the database is away. */
  public static ResourceException databaseAway() {
    return new ResourceException(
        "database-away", "The database does not answer; try again in a moment.");
  }

  /** Answers with a problem from a filter, where no controller is reached. */
  public void write(
      HttpServletRequest request, HttpServletResponse response, FirebreakException error)
      throws IOException {
    response.setStatus(statusOf(error).value());
    response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
    response.setCharacterEncoding("UTF-8");
    response.getOutputStream().write(json.writeValueAsBytes(of(request, error)));
  }
}
