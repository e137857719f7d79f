package org.firebreak.platform.intake;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.intake.TypedRecord;
import org.firebreak.intake.region.ChinaCodes;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.jspecify.annotations.Nullable;

/** Reads a region from a record of the {@code region} standard. */
final class RegionRecord {

  private RegionRecord() {}

  /**
   * The region's code; the short GB/T 2260 codes of provinces and cities are filled up with zeros.
   */
  static String code(TypedRecord record) {
    return normalised(Objects.requireNonNull(record.text("code")), record);
  }

  /** Only a list that names its regions in Chinese is taken to be in GB/T 2260. */
  private static String normalised(String code, TypedRecord record) {
    return record.text("name_zh") != null ? ChinaCodes.padded(code) : code;
  }

  /**
   * The region.
   *
   * @param known regions already there, in which a parent may be found
   */
  static Region toRegion(TypedRecord record, RegionDirectory known) {
    String code = code(record);
    String parent = record.text("parent");
    String above = parent == null ? parentOf(code) : normalised(parent, record);
    return new Region(
        code,
        level(record, code, above, known),
        above,
        Objects.requireNonNullElse(record.text("name_en"), ""),
        Objects.requireNonNullElse(record.text("name_zh"), ""),
        aliases(record),
        record.date("valid_from"),
        record.date("valid_to"),
        degrees(record.number("longitude")),
        degrees(record.number("latitude")));
  }

  private static @Nullable Double degrees(@Nullable Number value) {
    return value == null ? null : value.doubleValue();
  }

  @SuppressWarnings("unchecked")
  private static List<String> aliases(TypedRecord record) {
    Object value = record.get("aliases");
    return value instanceof List<?> list ? (List<String>) list : List.of();
  }

  /** In GB/T 2260 the code says what a region belongs to. */
  private static @Nullable String parentOf(String code) {
    if (!ChinaCodes.isChinese(code)) {
      return null;
    }
    return ChinaCodes.level(code) == 1 ? "CN" : ChinaCodes.parent(code);
  }

  private static int level(
      TypedRecord record, String code, @Nullable String parent, RegionDirectory known) {
    Number stated = record.number("level");
    if (stated != null) {
      return stated.intValue();
    }
    if (ChinaCodes.isChinese(code)) {
      return ChinaCodes.level(code);
    }
    Optional<Region> above = parent == null ? Optional.empty() : known.findByCode(parent);
    return above.map(region -> region.level() + 1).orElse(0);
  }
}
