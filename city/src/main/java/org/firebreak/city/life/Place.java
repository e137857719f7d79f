package org.firebreak.city.life;

/**
 * A place as one number: kind (8 bits), variant (4 bits), scope (20 bits: a leaf region, a city or
 * a railway route, by kind) and group within it (32 bits).
 */
public final class Place {

  /** No place. */
  public static final long NONE = 0;

  private Place() {}

  static long of(PlaceKind kind, int variant, int scope, int group) {
    return (long) kind.number() << 56 | (long) variant << 52 | (long) scope << 32 | group;
  }

  public static PlaceKind kind(long place) {
    return PlaceKind.of((int) (place >>> 56));
  }

  static int variant(long place) {
    return (int) (place >>> 52) & 0xF;
  }

  /** Index of the leaf region, city or route. */
  public static int scope(long place) {
    return (int) (place >>> 32) & 0xFFFFF;
  }

  /** Number of the group within kind, variant and scope. */
  public static int group(long place) {
    return (int) place;
  }

  /** The place as it stands in files, for example {@code w1-3-2041}. */
  public static String name(long place) {
    return kind(place).letter() + variant(place) + "-" + scope(place) + "-" + group(place);
  }
}
