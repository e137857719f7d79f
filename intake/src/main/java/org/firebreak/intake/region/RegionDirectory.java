package org.firebreak.intake.region;

import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Regions by code and by name. Names are compared without case, accents, punctuation and
 * administrative suffix, so {@code 武汉}, {@code 武汉市} and {@code Wuhan} are one.
 *
 * <p>Implementations are immutable and thread-safe.
 */
public interface RegionDirectory {

  /** The region of a code, or of an alternative code such as ISO 3166-1 alpha-3. */
  Optional<Region> findByCode(String code);

  /**
   * The region of a name within another.
   *
   * @param name as the source writes it
   * @param within code of a region it must lie in at any depth, or null for anywhere
   * @return empty if nothing, or several regions with no clear first, bear the name
   */
  Optional<Region> findByName(String name, @Nullable String within);

  /** The regions directly below {@code parent}; countries for null. */
  Collection<Region> listChildren(@Nullable String parent);

  /** Number of regions. */
  int size();
}
