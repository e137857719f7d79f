package org.firebreak.city.trace;

import org.firebreak.city.life.Place;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * Which stays leave a check-in at a venue or a scan at a gate. Venues ask for a check-in, and most
 * people with a phone do it; some workplaces and all schools have a gate that scans everybody. Safe
 * for use by several threads.
 */
public final class Gates {

  private static final long PURPOSE = Keys.purpose("trace.gates");
  private static final double CHECK_IN = 0.6;
  private static final double CHECK_OUT = 0.15;
  private static final double WORK_WITH_GATE = 0.4;

  private final long key;

  public Gates(long seed) {
    this.key = Keys.of(PURPOSE, seed);
  }

  /** Whether a stay leaves a record, and whether leaving does too. */
  public record Passage(boolean arrival, boolean departure) {

    static final Passage NOTHING = new Passage(false, false);
  }

  /** The check-in of one with a phone at a venue. */
  public Passage checkIn(int person, int day, Stay stay) {
    return switch (Place.kind(stay.place())) {
      case RESTAURANT, SHOP, LEISURE -> {
        Draws draws = new Draws(Keys.of(Keys.of(key, person), day, stay.fromMinute()));
        boolean arrival = draws.chance(CHECK_IN);
        yield new Passage(arrival, arrival && draws.chance(CHECK_OUT));
      }
      default -> Passage.NOTHING;
    };
  }

  /** The scan at a gate. */
  public Passage scan(Stay stay) {
    return switch (Place.kind(stay.place())) {
      case SCHOOL, HOSPITAL -> new Passage(true, true);
      case WORK -> {
        boolean gate = Keys.unit(Keys.of(key, stay.place())) < WORK_WITH_GATE;
        yield new Passage(gate, gate);
      }
      default -> Passage.NOTHING;
    };
  }
}
