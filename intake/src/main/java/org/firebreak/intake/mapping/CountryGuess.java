package org.firebreak.intake.mapping;

import java.util.Collection;
import org.firebreak.intake.region.ChinaCodes;
import org.firebreak.intake.region.RegionDirectory;

/** Tells from names or codes of regions whether they lie in China. */
final class CountryGuess {

  private static final double SHARE_MIN = 0.6;
  private static final int VALUES_MAX = 100;

  private CountryGuess() {}

  static boolean isChina(Collection<String> values, RegionDirectory regions) {
    long looked = values.stream().limit(VALUES_MAX).count();
    long found =
        values.stream()
            .limit(VALUES_MAX)
            .filter(
                value -> ChinaCodes.isChinese(value) || regions.findByName(value, "CN").isPresent())
            .count();
    return looked > 0 && found >= SHARE_MIN * looked;
  }
}
