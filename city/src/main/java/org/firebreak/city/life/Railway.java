package org.firebreak.city.life;

import org.firebreak.city.random.Keys;
import org.firebreak.city.random.Permutation;

/**
 * Trains between every two cities, for a day's journey there and back. Each day a keyed permutation
 * of a city's people gives the seats to its first positions, so who travels, and who sits in a
 * carriage, are both found without memory. Immutable; safe for use by several threads.
 */
final class Railway {

  /** Seats of a carriage. */
  static final int CARRIAGE_SEATS = 85;

  static final int TRAIN_CARRIAGES = 8;
  static final int TRAIN_SEATS = CARRIAGE_SEATS * TRAIN_CARRIAGES;
  private static final double TRAVELLER_SHARE = 0.02;
  private static final int FIRST_DEPARTURE = 405;
  private static final int FIRST_RETURN = 1065;
  private static final int HEADWAY = 25;
  private static final long PURPOSE = Keys.purpose("life.railway");

  private final Scopes cities;
  private final long key;

  /** By origin: cumulated seats over destinations. */
  private final int[][] seatEnds;

  Railway(Scopes cities, long seed) {
    this.cities = cities;
    this.key = Keys.of(PURPOSE, seed);
    int count = cities.count();
    double people = 0;
    for (int c = 0; c < count; c++) {
      people += cities.size(c);
    }
    this.seatEnds = new int[count][count];
    for (int from = 0; from < count; from++) {
      int seats = 0;
      for (int to = 0; to < count; to++) {
        double others = Math.max(1, people - cities.size(from));
        double pull = TRAVELLER_SHARE * cities.size(from) * (cities.size(to) / others);
        seats += to == from ? 0 : (int) StrictMath.rint(pull);
        seatEnds[from][to] = seats;
      }
    }
  }

  /**
   * A seat: route = origin x cities + destination; seat counted from 0 over all trains of a day.
   */
  record Seat(int route, int seat) {

    int train() {
      return seat / TRAIN_SEATS;
    }

    int carriage() {
      return seat / CARRIAGE_SEATS;
    }
  }

  private Permutation lottery(int city, int day) {
    return new Permutation(Keys.of(key, city, day), Math.max(1, cities.size(city)));
  }

  /** The seat of {@code person} of {@code city} on {@code day}; null if there is none. */
  @org.jspecify.annotations.Nullable
  Seat seatOf(int person, int city, int day, double share) {
    int[] ends = seatEnds[city];
    int all = ends[ends.length - 1];
    if (all == 0) {
      return null;
    }
    int position = lottery(city, day).positionOf(person - cities.first(city));
    if (position >= all) {
      return null;
    }
    int to = 0;
    while (ends[to] <= position) {
      to++;
    }
    int first = to == 0 ? 0 : ends[to - 1];
    int seats = ends[to] - first;
    return position - first < seats * share
        ? new Seat(city * cities.count() + to, position - first)
        : null;
  }

  long carriage(Seat seat, boolean back) {
    return Place.of(PlaceKind.TRAIN, back ? 1 : 0, seat.route(), seat.carriage());
  }

  int origin(int route) {
    return route / cities.count();
  }

  int destination(int route) {
    return route % cities.count();
  }

  int departure(Seat seat, boolean back) {
    return (back ? FIRST_RETURN : FIRST_DEPARTURE) + HEADWAY * (seat.train() % 6);
  }

  /** Minutes of the journey; the same in both directions. */
  int journeyMinutes(int route) {
    int from = origin(route);
    int to = destination(route);
    return 35 + Keys.below(Keys.of(key, Math.min(from, to), Math.max(from, to)), 60);
  }

  /** Seats sold of the carriage that {@code place} names, at most {@value #CARRIAGE_SEATS}. */
  int candidates(long place) {
    int route = Place.scope(place);
    int from = origin(route);
    int to = destination(route);
    int first = to == 0 ? 0 : seatEnds[from][to - 1];
    int seats = seatEnds[from][to] - first - Place.group(place) * CARRIAGE_SEATS;
    return Math.clamp(seats, 0, CARRIAGE_SEATS);
  }

  /** Who sits on seat {@code index} of the carriage on {@code day}. */
  int candidate(long place, int index, int day) {
    int route = Place.scope(place);
    int from = origin(route);
    int to = destination(route);
    int first = to == 0 ? 0 : seatEnds[from][to - 1];
    int position = first + Place.group(place) * CARRIAGE_SEATS + index;
    return cities.first(from) + lottery(from, day).elementAt(position);
  }
}
