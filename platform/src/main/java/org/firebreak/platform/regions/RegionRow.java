package org.firebreak.platform.regions;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A row of the region table; see its columns. */
record RegionRow(
    String code,
    @Nullable String parent,
    Level level,
    String path,
    String nameEn,
    String nameZh,
    List<String> aliases,
    String scheme,
    @Nullable LocalDate validFrom,
    @Nullable LocalDate validTo,
    @Nullable Double longitude,
    @Nullable Double latitude,
    @Nullable Long population,
    boolean hasGeometry) {

  static RegionRow of(org.firebreak.intake.region.Region region, String scheme) {
    return new RegionRow(
        region.code(),
        region.parent() == null ? Region.WORLD : region.parent(),
        Level.ofDepth(region.level()),
        "",
        region.nameEn().isBlank() ? region.nameZh() : region.nameEn(),
        region.nameZh().isBlank() ? region.nameEn() : region.nameZh(),
        region.aliases(),
        scheme,
        region.validFrom(),
        region.validTo(),
        region.longitude(),
        region.latitude(),
        null,
        false);
  }

  /** The same for the intake, which resolves names in it. */
  org.firebreak.intake.region.Region toIntake() {
    return new org.firebreak.intake.region.Region(
        code,
        level.depth(),
        Region.WORLD.equals(parent) ? null : parent,
        nameEn,
        nameZh,
        aliases,
        validFrom,
        validTo,
        longitude,
        latitude);
  }
}
