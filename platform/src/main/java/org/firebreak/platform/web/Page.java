package org.firebreak.platform.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list.
 *
 * @param items at most as many as were asked for
 * @param nextCursor asks for the next page; null on the last
 * @param total how many there are in all, where that is known
 */
public record Page<T>(
    List<T> items,
    @Nullable String nextCursor,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Long total) {

  /**
   * Cuts a page from rows read with {@code LIMIT request.limit() + 1}: the row too many shows that
   * there is a next page.
   *
   * @param keysOf the sort keys of a row, from which the next page goes on
   */
  public static <T> Page<T> of(
      List<T> rows, PageRequest request, Function<T, List<String>> keysOf, @Nullable Long total) {
    boolean more = rows.size() > request.limit();
    List<T> items = more ? rows.subList(0, request.limit()) : rows;
    return new Page<>(
        List.copyOf(items), more ? Cursor.encode(keysOf.apply(items.getLast())) : null, total);
  }

  /** The whole of a short list. */
  public static <T> Page<T> all(List<T> items) {
    return new Page<>(List.copyOf(items), null, (long) items.size());
  }
}
