package org.firebreak.platform.web;

import java.util.List;
import org.firebreak.base.error.UserException;
import org.jspecify.annotations.Nullable;

/**
 * Which page of a list is asked for, from the query parameters {@code limit} and {@code cursor}. A
 * controller method takes it as an argument.
 *
 * @param limit rows wanted, 1 to {@link #MAX_LIMIT}
 * @param after sort keys of the last row of the page before; empty for the first page
 */
public record PageRequest(int limit, List<String> after) {

  public static final int DEFAULT_LIMIT = 50;
  public static final int MAX_LIMIT = 500;

  public PageRequest {
    if (limit < 1 || limit > MAX_LIMIT) {
      throw new UserException("limit-invalid", "limit must be 1.." + MAX_LIMIT + ", was " + limit);
    }
    after = List.copyOf(after);
  }

  /** The page that a cursor leads to; the first without one. */
  public static PageRequest of(int limit, @Nullable String cursor) {
    return new PageRequest(
        limit, cursor == null || cursor.isEmpty() ? List.of() : Cursor.decode(cursor));
  }

  public boolean isFirst() {
    return after.isEmpty();
  }

  /**
   * The sort keys to go on from.
   *
   * @throws UserException if the cursor is of another list
   */
  public List<String> keys(int count) {
    if (after.size() != count) {
      throw new UserException("cursor-invalid", "The cursor is not one of this list; start anew.");
    }
    return after;
  }
}
