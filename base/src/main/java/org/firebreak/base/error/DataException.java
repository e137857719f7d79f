package org.firebreak.base.error;

import org.jspecify.annotations.Nullable;

/**
 * A file or a record is not what it should be; the message names file, line and column where known.
 */
public final class DataException extends FirebreakException {

  private static final long serialVersionUID = 1L;

  public DataException(String code, String message) {
    this(code, message, null);
  }

  public DataException(String code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
