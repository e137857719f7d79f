package org.firebreak.base.error;

import org.jspecify.annotations.Nullable;

/** A defect of the platform itself; the message helps us to find it. */
public final class InternalException extends FirebreakException {

  private static final long serialVersionUID = 1L;

  public InternalException(String code, String message) {
    this(code, message, null);
  }

  public InternalException(String code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
