package org.firebreak.base.error;

import org.jspecify.annotations.Nullable;

/** The machine lacks something (disk, memory, port, database); its operator can provide it. */
public final class ResourceException extends FirebreakException {

  private static final long serialVersionUID = 1L;

  public ResourceException(String code, String message) {
    this(code, message, null);
  }

  public ResourceException(String code, String message, @Nullable Throwable cause) {
    super(code, message, cause);
  }
}
