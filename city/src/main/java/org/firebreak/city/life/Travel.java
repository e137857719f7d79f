package org.firebreak.city.life;

import java.util.Optional;
import org.firebreak.city.people.People;

/**
 * Cities as numbers, in the order of their first district, and the trains between them. Immutable.
 */
public final class Travel {

  private static final int MIN_AGE = 18;
  private static final int MAX_AGE = 75;

  private final People people;
  private final Timeline timeline;
  private final Scopes cities;
  private final Railway railway;

  Travel(People people, Timeline timeline, Scopes cities, Railway railway) {
    this.people = people;
    this.timeline = timeline;
    this.cities = cities;
    this.railway = railway;
  }

  static boolean isAgeToTravel(int age) {
    return age >= MIN_AGE && age <= MAX_AGE;
  }

  /**
   * A seat on the train of a day's journey; the same there and back.
   *
   * @param outward carriage there, as a place
   * @param back carriage back, as a place
   * @param seat number within the carriage, from 1
   */
  public record Journey(long outward, long back, int seat) {}

  /** The journey of {@code person} on {@code day}, unless illness keeps them from it. */
  public Optional<Journey> findJourney(int person, int day) {
    int city = cities.ofLeaf(people.leafOf(person));
    Railway.Seat seat = railway.seatOf(person, city, day, timeline.measures(day).travel());
    return seat == null || !isAgeToTravel(people.ageOf(person))
        ? Optional.empty()
        : Optional.of(
            new Journey(
                railway.carriage(seat, false),
                railway.carriage(seat, true),
                seat.seat() % Railway.CARRIAGE_SEATS + 1));
  }

  /** The city of a leaf region. */
  public int cityOfLeaf(int leaf) {
    return cities.ofLeaf(leaf);
  }

  /** The leaf region of one of the people of a city, chosen by a share of them, 0 to under 1. */
  public int leafOfCity(int city, double share) {
    return people.leafOf(cities.first(city) + (int) (share * cities.size(city)));
  }

  /** Cities between which a carriage runs: origin, then destination. */
  public int[] citiesOf(long carriage) {
    int home = railway.origin(Place.scope(carriage));
    int away = railway.destination(Place.scope(carriage));
    return Place.variant(carriage) == 0 ? new int[] {home, away} : new int[] {away, home};
  }

  /** First and last minute of the day of a carriage's run. */
  public int[] timesOf(long carriage) {
    Railway.Seat seat =
        new Railway.Seat(Place.scope(carriage), Place.group(carriage) * Railway.CARRIAGE_SEATS);
    int departure = railway.departure(seat, Place.variant(carriage) == 1);
    return new int[] {departure, departure + railway.journeyMinutes(seat.route())};
  }
}
