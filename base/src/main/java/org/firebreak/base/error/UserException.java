package org.firebreak.base.error;

import org.jspecify.annotations.Nullable;

/** The request cannot be carried out as it was put; the person who asked can put it right. */
public final class UserException extends FirebreakException {

  private static final long serialVersionUID = 1L;

  public UserException(String code, String message) {
    this(code, message, null);
  }

  public UserException(String code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
