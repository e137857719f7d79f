package org.firebreak.city.trace;

import java.util.List;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * What the mobile network sees of people with a phone: a sighting when a stay begins and then every
 * three quarters of an hour (at night every three hours), sometimes from a neighbouring cell,
 * sometimes twice, and nothing while the phone is off. Safe for use by several threads.
 */
public final class Phones {

  private static final long OWNER = Keys.purpose("trace.phone.owner");
  private static final long EVENTS = Keys.purpose("trace.phone.events");
  private static final int YOUNGEST_USUAL = 12;
  private static final int OLDEST_USUAL = 75;
  private static final double SHARE_OF_OTHERS = 0.45;
  private static final int DAY_INTERVAL_SECONDS = 45 * 60;
  private static final int NIGHT_INTERVAL_SECONDS = 180 * 60;
  private static final int NIGHT_ENDS_SECOND = 6 * 3600;
  private static final double PING_PONG = 0.12;
  private static final double DUPLICATE = 0.005;
  private static final double DAY_WITH_GAP = 0.15;
  private static final double DAY_OFF = 0.03;

  private final People people;
  private final CellNetwork network;
  private final double share;
  private final long seed;

  /**
   * @param share of people from 12 to 75 years with a phone that is seen, 0 to 1; of the others
   *     less than half of it
   */
  public Phones(People people, CellNetwork network, double share, long seed) {
    if (!(share >= 0 && share <= 1)) {
      throw new IllegalArgumentException("The share of phones must be 0..1, was " + share);
    }
    this.people = people;
    this.network = network;
    this.share = share;
    this.seed = seed;
  }

  /** Takes sightings in time order. */
  @FunctionalInterface
  public interface Sink {

    /** Seen in a cell at a second of the day. */
    void accept(int person, int day, int second, int cell);
  }

  /** Whether a person carries a phone. */
  public boolean has(int person) {
    int age = people.ageOf(person);
    boolean usual = age >= YOUNGEST_USUAL && age <= OLDEST_USUAL;
    double limit = usual ? share : SHARE_OF_OTHERS * share;
    return Keys.unit(Keys.of(OWNER, seed, person)) < limit;
  }

  /** Hands the sightings of one day with the given stays to the sink. */
  public void sightings(int person, int day, List<Stay> stays, Sink sink) {
    Draws draws = new Draws(Keys.of(Keys.of(EVENTS, seed), person, day));
    if (draws.chance(DAY_OFF)) {
      return;
    }
    int gapStart = draws.chance(DAY_WITH_GAP) ? draws.below(86_400) : Integer.MAX_VALUE;
    int gapEnd = gapStart == Integer.MAX_VALUE ? gapStart : gapStart + draws.between(2, 7) * 3600;
    for (Stay stay : stays) {
      int from = 60 * stay.fromMinute();
      int to = 60 * stay.toMinute();
      int at = from + draws.below(Math.min(to - from, 120));
      while (at < to) {
        if (at < gapStart || at >= gapEnd) {
          seen(person, day, stay, at, draws, sink);
        }
        int interval = at < NIGHT_ENDS_SECOND ? NIGHT_INTERVAL_SECONDS : DAY_INTERVAL_SECONDS;
        at += interval / 2 + draws.below(interval);
      }
    }
  }

  private void seen(int person, int day, Stay stay, int second, Draws draws, Sink sink) {
    double progress =
        (second - 60.0 * stay.fromMinute()) / (60.0 * (stay.toMinute() - stay.fromMinute()));
    int cell = network.cellOf(stay.place(), progress);
    if (draws.chance(PING_PONG)) {
      List<Integer> neighbours = network.cells().get(cell).neighbours();
      cell = neighbours.get(draws.below(neighbours.size()));
    }
    sink.accept(person, day, second, cell);
    if (draws.chance(DUPLICATE)) {
      sink.accept(person, day, second, cell);
    }
  }
}
