package org.firebreak.platform.jobs;

import java.util.UUID;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/** What a running job says about itself, and hears. Thread-safe. */
public interface JobControl {

  UUID id();

  /**
   * Says how far the work is; cheap, may be called for every row.
   *
   * @param total units in all, null while unknown
   */
  void progress(long done, @Nullable Long total);

  /** Says what the work is doing now. */
  void message(LocalizedText message);

  boolean isCancelled();

  /**
   * Ends the work if it was cancelled; to be called wherever the work may be left.
   *
   * @throws JobCancelledException if it was
   */
  default void checkCancelled() {
    if (isCancelled()) {
      throw new JobCancelledException();
    }
  }
}
