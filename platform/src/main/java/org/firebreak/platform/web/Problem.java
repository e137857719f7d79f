package org.firebreak.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * An error as the API answers it ({@code application/problem+json}, RFC 9457).
 *
 * @param type {@code urn:firebreak:problem:CODE}
 * @param title the HTTP status in words
 * @param status HTTP status
 * @param detail one sentence: what is wrong and what to do
 * @param text the same for people, in both languages
 * @param code stable code of the error
 * @param instance path of the request
 * @param requestId finds the request in the log
 * @param errors single fields that are wrong, if any
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
    String type,
    String title,
    int status,
    String detail,
    LocalizedText text,
    String code,
    String instance,
    @Nullable String requestId,
    @Nullable List<FieldError> errors) {

  /**
   * One field that is wrong.
   *
   * @param field path of the field in the request
   * @param rule the rule it breaks, a code
   * @param message for people
   */
  public record FieldError(String field, String rule, String message) {}
}
