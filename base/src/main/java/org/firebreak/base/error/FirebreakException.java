package org.firebreak.base.error;

import org.jspecify.annotations.Nullable;

/**
 * An error with a stable code and a message that says what is wrong and what to do about it.
 *
 * <p>There are four kinds, by who can mend it: the person who asked ({@link UserException}), the
 * owner of the data ({@link DataException}), the operator of the machine ({@link
 * ResourceException}), and us ({@link InternalException}). Each kind has one HTTP status class and
 * one exit status of the command line. A programming mistake is not a {@code FirebreakException}.
 */
public abstract sealed class FirebreakException extends RuntimeException
    permits UserException, DataException, ResourceException, InternalException {

  private static final long serialVersionUID = 1L;

  private final String code;

  FirebreakException(String code, String message, @Nullable Throwable cause) {
    super(message, cause);
    if (!code.matches("[a-z0-9]+(-[a-z0-9]+)*")) {
      throw new IllegalArgumentException(
          "An error code is lower-case words joined by '-': " + code);
    }
    this.code = code;
  }

  /** The stable code, lower-case words joined by hyphens, for example {@code file-not-found}. */
  public String code() {
    return code;
  }
}
