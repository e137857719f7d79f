package org.firebreak.platform.jobs;

import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A job that is to be started.
 *
 * @param kind what it is, lower-case words joined by '-'
 * @param unit what is counted, for example {@code rows}
 * @param total units in all, null if unknown
 * @param message what it does, for people
 */
public record JobSpec(String kind, String unit, @Nullable Long total, LocalizedText message) {

  public JobSpec {
    if (!kind.matches("[a-z]+(-[a-z]+)*")) {
      throw new IllegalArgumentException("A job's kind is lower-case words joined by '-': " + kind);
    }
  }
}
