package org.firebreak.city.region;

import org.jspecify.annotations.Nullable;

/**
 * One region of the administrative tree.
 *
 * @param code the code that data refer to, not blank
 * @param name English name, not blank
 * @param nameZh Chinese name, not blank
 * @param parent code of the region it belongs to; null for the top
 * @param level its level
 * @param population residents, 0 if the file did not say
 */
public record Region(
    String code,
    String name,
    String nameZh,
    @Nullable String parent,
    RegionLevel level,
    long population) {

  public Region {
    if (code.isBlank() || name.isBlank() || nameZh.isBlank()) {
      throw new IllegalArgumentException("A region needs code and names: '" + code + "'");
    }
    if (population < 0) {
      throw new IllegalArgumentException("Population must not be negative: " + population);
    }
  }

  /** The same region with another population. */
  public Region withPopulation(long residents) {
    return new Region(code, name, nameZh, parent, level, residents);
  }
}
