package org.firebreak.platform.genomes;

import org.firebreak.base.LocalizedText;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;

/**
 * A place as the samples name it, with its name for people.
 *
 * @param code of a region, or the words of the table of samples; empty if unknown
 */
record GenomePlace(String code, LocalizedText name) {

  private static final LocalizedText UNKNOWN = new LocalizedText("Unknown place", "地点不详");

  static GenomePlace of(String code, RegionTree regions) {
    return new GenomePlace(
        code,
        code.isBlank()
            ? UNKNOWN
            : regions.find(code).map(Region::name).orElse(new LocalizedText(code, code)));
  }
}
