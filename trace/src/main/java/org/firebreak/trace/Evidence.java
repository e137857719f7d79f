package org.firebreak.trace;

import java.util.Arrays;

/**
 * Kind of place, source and spatial precision of a stay in one 16-bit code, as kernels and the
 * store carry it: kind in bits 0-5, source in bits 6-9, step of precision in bits 10-15.
 *
 * <p>Precision is the radius in metres within which the person was, rounded up to a ladder of
 * preferred numbers (R10: ten steps a decade, 1 m to 100 km), so that precision is never
 * overstated.
 */
public final class Evidence {

  private static final int[] LADDER_METRES = {
    1, 2, 3, 4, 5, 6, 8, 10, 12, 16, 20, 25, 32, 40, 50, 63, 80, 100, 125, 160, 200, 250, 315, 400,
    500, 630, 800, 1000, 1250, 1600, 2000, 2500, 3150, 4000, 5000, 6300, 8000, 10_000, 12_500,
    16_000, 20_000, 25_000, 31_500, 40_000, 50_000, 63_000, 80_000, 100_000
  };

  private Evidence() {}

  /**
   * The code.
   *
   * @param precisionMetres at least 0; more than 100 km counts as 100 km
   */
  public static int code(PlaceKind kind, Source source, int precisionMetres) {
    if (precisionMetres < 0) {
      throw new IllegalArgumentException("Precision must be >= 0 m, was " + precisionMetres);
    }
    int found = Arrays.binarySearch(LADDER_METRES, precisionMetres);
    int step = Math.min(found >= 0 ? found : -found - 1, LADDER_METRES.length - 1);
    return kind.number() | source.number() << 6 | step << 10;
  }

  public static PlaceKind kind(int code) {
    return PlaceKind.of(code & 0x3F);
  }

  public static Source source(int code) {
    return Source.of(code >>> 6 & 0xF);
  }

  /** Radius in metres, 1 to 100,000. */
  public static int precisionMetres(int code) {
    return LADDER_METRES[code >>> 10];
  }
}
