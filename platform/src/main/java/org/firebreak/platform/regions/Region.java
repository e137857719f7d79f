package org.firebreak.platform.regions;

import java.time.LocalDate;
import java.util.List;
import org.firebreak.base.LocalizedText;
import org.jspecify.annotations.Nullable;

/**
 * A region of the administrative tree.
 *
 * @param code unique in the platform: {@code world}, ISO 3166-1 alpha-2 for nations, GB/T 2260 or
 *     the code of the user's list below
 * @param parent code of the region it belongs to; null only for the world
 * @param path codes from the root to this one, each ended by {@code /}
 * @param population persons, if known
 * @param centroid longitude and latitude of a point in it, WGS 84 degrees, if known
 * @param hasChildren whether regions lie below it
 * @param hasGeometry whether its outline is known
 */
public record Region(
    String code,
    LocalizedText name,
    Level level,
    @Nullable String parent,
    String path,
    @Nullable Long population,
    @Nullable List<Double> centroid,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    boolean hasChildren,
    boolean hasGeometry) {

  /** Code of the root. */
  public static final String WORLD = "world";

  /** Codes from the root to this one. */
  public List<String> ancestry() {
    return List.of(path.split("/"));
  }

  /** Whether this region is {@code other} or lies in it. */
  public boolean isWithin(Region other) {
    return path.startsWith(other.path);
  }
}
