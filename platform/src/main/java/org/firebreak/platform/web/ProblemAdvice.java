package org.firebreak.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.stream.Collectors;
import org.firebreak.base.error.FirebreakException;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.jdbc.CannotGetJdbcConnectionException;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.validation.BindingResult;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.async.AsyncRequestNotUsableException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import tools.jackson.core.JacksonException;

/** The one place where errors of controllers become answers; nothing inner is told outwards. */
@RestControllerAdvice
class ProblemAdvice {

  private static final Logger log = LoggerFactory.getLogger(ProblemAdvice.class);

  private final Problems problems;

  ProblemAdvice(Problems problems) {
    this.problems = problems;
  }

  @ExceptionHandler
  ResponseEntity<Problem> known(FirebreakException error, HttpServletRequest request) {
    if (error instanceof InternalException || error instanceof ResourceException) {
      log.error("request failed: {}", error.code(), error);
    }
    return answer(problems.of(request, error));
  }

  @ExceptionHandler
  ResponseEntity<Problem> invalid(
      MethodArgumentNotValidException error, HttpServletRequest request) {
    return answer(
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "request-invalid",
            "Some fields of the request are wrong; see errors.",
            fieldErrors(error.getBindingResult())));
  }

  private static List<Problem.FieldError> fieldErrors(BindingResult result) {
    return result.getFieldErrors().stream()
        .map(error ->
            new Problem.FieldError(
                error.getField(),
                String.valueOf(error.getCode()),
                String.valueOf(error.getDefaultMessage())))
        .toList();
  }

  @ExceptionHandler
  ResponseEntity<Problem> unreadable(
      HttpMessageNotReadableException error, HttpServletRequest request) {
    String rule = ruleOf(error);
    return answer(
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "request-unreadable",
            rule == null ? "The body of the request cannot be read" + whereOf(error) + "." : rule,
            null));
  }

  /** Which field could not be read, if that is known. */
  private static String whereOf(Throwable error) {
    if (!(error.getCause() instanceof JacksonException json) || json.getPath().isEmpty()) {
      return "";
    }
    return json.getPath().stream()
        .map(step -> step.getPropertyName() == null ? "[]" : step.getPropertyName())
        .collect(Collectors.joining(".", ": the field ", " is missing or not what is expected"));
  }

  /** The rule of a record's constructor that the body breaks, if that was the reason. */
  private static @Nullable String ruleOf(Throwable error) {
    for (Throwable cause = error; cause != null; cause = cause.getCause()) {
      if (cause.getClass() == IllegalArgumentException.class) {
        return cause.getMessage();
      }
    }
    return null;
  }

  @ExceptionHandler
  ResponseEntity<Problem> tooLarge(
      MaxUploadSizeExceededException error, HttpServletRequest request) {
    return answer(
        problems.of(
            request,
            HttpStatus.CONTENT_TOO_LARGE,
            "upload-too-large",
            "The upload is larger than this platform takes; split it, or import it on the server.",
            null));
  }

  @ExceptionHandler
  ResponseEntity<Problem> broken(MultipartException error, HttpServletRequest request) {
    String reason = String.valueOf(error.getMostSpecificCause().getMessage());
    if (reason.contains("No space left on device")) {
      log.error("disk full on upload");
      return answer(
          problems.of(
              request,
              new ResourceException("disk-full", "The disk of the platform is full.", error)));
    }
    return answer(
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "upload-broken",
            "The upload broke off or is not a form; send it again.",
            null));
  }

  @ExceptionHandler({
    CannotGetJdbcConnectionException.class,
    CannotCreateTransactionException.class,
    DataAccessResourceFailureException.class
  })
  ResponseEntity<Problem> noDatabase(Exception error, HttpServletRequest request) {
    log.error("no database: {}", error.getMessage());
    return answer(problems.of(request, Problems.databaseAway()));
  }

  @ExceptionHandler
  ResponseEntity<Problem> wrongType(TypeMismatchException error, HttpServletRequest request) {
    String name = error.getPropertyName();
    return answer(
        problems.of(
            request,
            HttpStatus.BAD_REQUEST,
            "request-invalid",
            name == null ? "A value is not what is expected." : name + " is not what is expected.",
            null));
  }

  /** The client went away; there is nobody to answer. */
  @ExceptionHandler
  void gone(AsyncRequestNotUsableException error) {}

  @ExceptionHandler
  ResponseEntity<Problem> other(Exception error, HttpServletRequest request) {
    if (error instanceof ErrorResponse known) {
      return answer(framework(known, request));
    }
    log.error("request failed", error);
    return answer(
        problems.of(
            request, HttpStatus.INTERNAL_SERVER_ERROR, "internal", Problems.INTERNAL_DETAIL, null));
  }

  private Problem framework(ErrorResponse error, HttpServletRequest request) {
    HttpStatusCode code = error.getStatusCode();
    HttpStatus status = HttpStatus.valueOf(code.value());
    String detail = error.getBody().getDetail();
    return problems.of(
        request,
        status,
        status == HttpStatus.NOT_FOUND ? "not-found" : "request-invalid",
        status == HttpStatus.NOT_FOUND || detail == null ? status.getReasonPhrase() : detail,
        null);
  }

  private static ResponseEntity<Problem> answer(Problem problem) {
    return ResponseEntity.status(problem.status())
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(problem);
  }
}
