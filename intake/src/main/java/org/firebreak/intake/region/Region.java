package org.firebreak.intake.region;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An administrative region as a record of the {@code region} standard.
 *
 * @param code unique code: ISO 3166-1 alpha-2 for countries ({@code CN}), GB/T 2260 within China
 *     ({@code 420100}), else the code of the user's list
 * @param level 0 country, 1 first administrative level, and so on
 * @param parent code of the region it belongs to; null for a country
 * @param nameEn English name; may be empty if {@code nameZh} is not
 * @param nameZh Chinese name; may be empty if {@code nameEn} is not
 * @param aliases other names and codes by which sources call it
 * @param validFrom first day it exists, null if always
 * @param validTo last day it exists, null if still
 * @param longitude of a point in it, degrees WGS-84, or null
 * @param latitude of a point in it, degrees WGS-84, or null
 */
public record Region(
    String code,
    int level,
    @Nullable String parent,
    String nameEn,
    String nameZh,
    List<String> aliases,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Double longitude,
    @Nullable Double latitude) {

  public Region {
    if (code.isBlank() || level < 0 || level > 9) {
      throw new IllegalArgumentException("A region needs a code and a level 0..9: " + code);
    }
    if (nameEn.isBlank() && nameZh.isBlank()) {
      throw new IllegalArgumentException("A region needs a name: " + code);
    }
    aliases = List.copyOf(aliases);
  }

  /** Whether the region exists on {@code day}. */
  public boolean isValidOn(LocalDate day) {
    return (validFrom == null || !day.isBefore(validFrom))
        && (validTo == null || !day.isAfter(validTo));
  }
}
