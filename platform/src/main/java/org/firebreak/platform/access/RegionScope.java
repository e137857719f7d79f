package org.firebreak.platform.access;

import java.util.Set;
import java.util.TreeSet;

/**
 * Where a permission holds: everywhere, or in some regions and all that lies in them. No regions =
 * nowhere.
 *
 * @param everywhere whether there is no limit
 * @param codes region codes, empty if {@code everywhere}
 */
public record RegionScope(boolean everywhere, Set<String> codes) {

  public static final RegionScope ALL = new RegionScope(true, Set.of());
  public static final RegionScope NONE = new RegionScope(false, Set.of());

  public RegionScope {
    codes = everywhere ? Set.of() : Set.copyOf(codes);
  }

  public static RegionScope of(Set<String> codes) {
    return new RegionScope(false, codes);
  }

  public boolean isNowhere() {
    return !everywhere && codes.isEmpty();
  }

  /**
   * Whether a region lies in this scope.
   *
   * @param path codes from the root, each ended by '/', for example {@code world/CN/420000/}
   */
  public boolean includes(String path) {
    return everywhere
        || codes.stream()
            .anyMatch(code -> path.startsWith(code + "/") || path.contains("/" + code + "/"));
  }

  /** Holds wherever this or {@code other} holds. */
  public RegionScope or(RegionScope other) {
    if (everywhere || other.everywhere) {
      return ALL;
    }
    Set<String> union = new TreeSet<>(codes);
    union.addAll(other.codes);
    return of(union);
  }
}
