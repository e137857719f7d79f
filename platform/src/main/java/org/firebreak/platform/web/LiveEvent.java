package org.firebreak.platform.web;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Something that open browsers hear at once. Published as an application event; after the commit if
 * there is a transaction.
 *
 * @param type {@code job}, {@code import} or {@code data}
 * @param payload sent as JSON; no personal data
 * @param permission who may hear it; null = everybody who is signed in
 */
public record LiveEvent(String type, Object payload, @Nullable String permission) {

  /**
   * Says that data changed and views of it should be read again.
   *
   * @param what which data, for example {@code cases} or a data set's id
   */
  public static LiveEvent data(String what) {
    return new LiveEvent("data", Map.of("what", what), null);
  }
}
