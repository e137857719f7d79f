package org.firebreak.intake.region;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The structure of GB/T 2260 codes: two digits of province, two of prefecture, two of county, with
 * zeros where a level is not given; GB/T 10114 and the statistical codes add 3 and 6 digits below.
 */
public final class ChinaCodes {

  private static final int FULL = 6;

  private ChinaCodes() {}

  /** Whether a code of 6, 9 or 12 digits begins like one of a Chinese province. */
  public static boolean isChinese(String code) {
    if (!code.matches("\\d{6}(\\d{3}){0,2}")) {
      return false;
    }
    int province = Integer.parseInt(code, 0, 2, 10);
    return province >= 11 && province <= 82 && !code.startsWith("00", 0);
  }

  /** A code cut to the digits of its level ({@code 42}, {@code 4201}) with its zeros again. */
  public static String padded(String code) {
    return code.matches("\\d\\d|\\d{4}") ? (code + "0000").substring(0, FULL) : code;
  }

  /** Level of a Chinese code: 1 province, 2 prefecture, 3 county, 4 town, 5 village. */
  public static int level(String code) {
    if (code.length() > FULL) {
      return code.length() == 9 ? 4 : code.endsWith("000") ? 4 : 5;
    }
    return code.endsWith("0000") ? 1 : code.endsWith("00") ? 2 : 3;
  }

  /** Code of the region above by structure; CN for a province. */
  public static String parent(String code) {
    return switch (level(code)) {
      case 1 -> "CN";
      case 2 -> code.substring(0, 2) + "0000";
      case 3 -> code.substring(0, 4) + "00";
      case 4 -> code.substring(0, FULL);
      default -> code.substring(0, 9);
    };
  }

  /**
   * The region with a parent that exists: counties that a province governs directly, and districts
   * of municipalities, have no prefecture in most lists.
   */
  static Region withKnownParent(Region region, Predicate<String> known) {
    String parent = region.parent();
    if (parent == null || known.test(parent) || !isChinese(region.code())) {
      return region;
    }
    String above = isChinese(parent) ? parent(parent) : "CN";
    return withParent(region, known.test(above) ? above : null);
  }

  private static Region withParent(Region region, @Nullable String parent) {
    return new Region(
        region.code(),
        region.level(),
        parent,
        region.nameEn(),
        region.nameZh(),
        region.aliases(),
        region.validFrom(),
        region.validTo(),
        region.longitude(),
        region.latitude());
  }
}
