package org.firebreak.city.life;

import java.time.LocalDate;

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

  /** Which of several gatherings of the kind; for a train 0 out and 1 back. */
  public static int variant(long place) {
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

  /**
   * The place as it stands in files, for example {@code w1-3-2041}; for a carriage its trip on that
   * day and its number, for example {@code t0-3-0-2026-06-17/5}.
   */
  public static String name(long place, LocalDate date) {
    String start = kind(place).letter() + variant(place) + "-" + scope(place) + "-";
    return kind(place) == PlaceKind.TRAIN
        ? tripName(place, date) + "/" + (group(place) % Railway.TRAIN_CARRIAGES + 1)
        : start + group(place);
  }

  /** The trip of a train that a carriage belongs to. */
  public static String tripName(long carriage, LocalDate date) {
    int train = group(carriage) / Railway.TRAIN_CARRIAGES;
    return "t" + variant(carriage) + "-" + scope(carriage) + "-" + train + "-" + date;
  }

  /** Whether the scope of a place is a city; else it is a leaf region, for a train a route. */
  public static boolean isCityWide(long place) {
    return switch (kind(place)) {
      case HOSPITAL -> true;
      case TRANSIT -> variant(place) == 0;
      case WORK, RESTAURANT -> variant(place) == 1;
      default -> false;
    };
  }
}
