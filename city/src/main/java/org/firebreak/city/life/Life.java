package org.firebreak.city.life;

import static org.firebreak.city.life.DayPlan.AFTERNOON;
import static org.firebreak.city.life.DayPlan.DAY_MINUTES;
import static org.firebreak.city.life.DayPlan.EVENING;
import static org.firebreak.city.life.DayPlan.LATE;
import static org.firebreak.city.life.DayPlan.MORNING;
import static org.firebreak.city.life.DayPlan.NIGHT;
import static org.firebreak.city.life.DayPlan.NOON;
import static org.firebreak.city.life.DayPlan.WAY_BACK;
import static org.firebreak.city.life.DayPlan.WAY_OUT;

import org.firebreak.city.people.People;
import org.firebreak.city.people.Role;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * The days of all people: given a person and a day, the places and times (about 0.5 microseconds);
 * given a place, the people who may be there. Both without memory per person, so an epidemic over
 * ten million people touches only those it meets. Safe for use by several threads once the timeline
 * is set.
 */
public final class Life {

  private static final long PLAN = Keys.purpose("life.plan");
  private static final long HABIT = Keys.purpose("life.habit");
  private static final double CITY_WIDE_WORK = 0.35;
  private static final double BUS_SHARE = 0.5;
  private static final double WEEKEND_WORK = 0.12;
  private static final int NEIGHBOURHOOD = 3000;
  private static final int SCHOOL_AGES = 32;

  private final People people;
  private final Timeline timeline;
  private final Scopes leaves;
  private final Scopes cities;
  private final Railway railway;
  private final Travel travel;
  private final long planKey;
  private final long habitKey;
  private final Gathering nearWork;
  private final Gathering cityWork;
  private final Gathering hospitals;
  private final Gathering transit;
  private final Gathering buses;
  private final Gathering[] lunch;
  private final Gathering[] shops;
  private final Gathering[] leisure;

  public Life(People people, Timeline timeline, long seed) {
    this.people = people;
    this.timeline = timeline;
    this.leaves = Scopes.leaves(people);
    this.cities = Scopes.cities(people);
    this.railway = new Railway(cities, seed);
    this.travel = new Travel(people, timeline, cities, railway);
    this.planKey = Keys.of(PLAN, seed);
    this.habitKey = Keys.of(HABIT, seed);
    int[] offices = {24, 30, 36, 45, 60, 60, 80, 100, 130, 180};
    this.nearWork = new Gathering(PlaceKind.WORK, 0, leaves, seed, offices);
    this.cityWork =
        new Gathering(PlaceKind.WORK, 1, cities, seed, 40, 50, 70, 90, 120, 150, 220, 300);
    this.hospitals = new Gathering(PlaceKind.HOSPITAL, 0, cities, seed, 900, 1200, 1600);
    this.transit = new Gathering(PlaceKind.TRANSIT, 0, cities, seed, 180, 220, 260, 300);
    this.buses = new Gathering(PlaceKind.TRANSIT, 1, leaves, seed, 90, 120, 160);
    int[] tables = {90, 120, 150, 200, 260, 340};
    this.lunch =
        new Gathering[] {
          new Gathering(PlaceKind.RESTAURANT, 0, leaves, seed, tables),
          new Gathering(PlaceKind.RESTAURANT, 1, cities, seed, tables)
        };
    this.shops = pair(PlaceKind.SHOP, seed, 120, 180, 260, 400);
    this.leisure = pair(PlaceKind.LEISURE, seed, 100, 140, 200, 320, 600);
  }

  private Gathering[] pair(PlaceKind kind, long seed, int... sizes) {
    return new Gathering[] {
      new Gathering(kind, 0, leaves, seed, sizes), new Gathering(kind, 1, leaves, seed, sizes)
    };
  }

  public People people() {
    return people;
  }

  public Timeline timeline() {
    return timeline;
  }

  /** Cities and the trains between them. */
  public Travel travel() {
    return travel;
  }

  /** Fills {@code plan} with the day of a person. */
  public void plan(int person, int day, Confinement confinement, DayPlan plan) {
    int leaf = people.leafOf(person);
    long home = home(person, leaf);
    switch (confinement.stateOf(person, day)) {
      case DEAD -> plan.setAll(Place.NONE);
      case IN_WARD ->
          plan.setAll(
              Place.of(PlaceKind.WARD, 0, leaves.ofLeaf(leaf), person - people.leafStart(leaf)));
      case AT_HOME -> plan.setAll(home);
      case FREE -> free(person, leaf, home, day, plan);
    }
  }

  private void free(int person, int leaf, long home, int day, DayPlan plan) {
    Measures measures = timeline.measures(day);
    Draws draws = new Draws(Keys.of(planKey, person, day));
    int age = people.ageOf(person);
    if (Travel.isAgeToTravel(age)) {
      Railway.Seat seat = railway.seatOf(person, cities.ofLeaf(leaf), day, measures.travel());
      if (seat != null) {
        journey(seat, home, draws, plan);
        return;
      }
    }
    boolean weekend = timeline.isWeekend(day);
    Role role = people.roleOf(person, age);
    boolean working =
        role == Role.HEALTH_WORKER
            || (role == Role.WORKER
                && draws.chance(measures.work() * (weekend ? WEEKEND_WORK : 1)));
    if (working) {
      working(role, person, leaf, home, measures, draws, plan);
    } else if (role == Role.PUPIL && !weekend && draws.chance(measures.school())) {
      schooling(person, leaf, age, home, measures, draws, plan);
    } else {
      atLeisure(person, leaf, home, measures, draws, plan);
    }
  }

  private long home(int person, int leaf) {
    return Place.of(
        PlaceKind.HOME, 0, leaf, people.householdStart(person) - people.leafStart(leaf));
  }

  /** The bus of those who take it; the others walk. */
  private long bus(int person, int leaf) {
    boolean rides = Keys.unit(Keys.of(habitKey, person, 3)) < BUS_SHARE;
    return rides ? buses.placeOf(person, leaf) : Place.NONE;
  }

  private void working(
      Role role, int person, int leaf, long home, Measures measures, Draws draws, DayPlan plan) {
    boolean cityWide = Keys.unit(Keys.of(habitKey, person)) < CITY_WIDE_WORK;
    long work =
        (role == Role.HEALTH_WORKER ? hospitals : cityWide ? cityWork : nearWork)
            .placeOf(person, leaf);
    long way = cityWide ? transit.placeOf(person, leaf) : bus(person, leaf);
    long rhythm = way == Place.NONE ? person : way;
    int leave = 420 + Keys.below(Keys.of(habitKey, rhythm, 1), 80) + draws.below(15);
    int arrive = leave + (cityWide ? 20 + draws.below(26) : 10);
    int noon = 700 + draws.below(50);
    int end = 1020 + Keys.below(Keys.of(habitKey, rhythm, 2), 70) + draws.below(30);
    int back = end + (cityWide ? 20 + draws.below(26) : 10);
    boolean out = draws.chance(0.6 * measures.venues());
    plan.set(NIGHT, home, 0, leave);
    plan.set(WAY_OUT, way, leave, arrive);
    plan.set(MORNING, work, arrive, noon);
    plan.set(NOON, out ? lunch[cityWide ? 1 : 0].placeOf(person, leaf) : work, noon, noon + 50);
    plan.set(AFTERNOON, work, noon + 50, end);
    plan.set(WAY_BACK, way, end, back);
    evening(person, leaf, home, back, 0.4 * measures.venues(), draws, plan);
  }

  private void schooling(
      int person, int leaf, int age, long home, Measures measures, Draws draws, DayPlan plan) {
    int neighbourhood = (person - people.leafStart(leaf)) / NEIGHBOURHOOD;
    long school = Place.of(PlaceKind.SCHOOL, 0, leaf, neighbourhood * SCHOOL_AGES + age);
    int leave = 440 + draws.below(20);
    int end = 970 + draws.below(40);
    plan.set(NIGHT, home, 0, leave);
    plan.set(WAY_OUT, bus(person, leaf), leave, leave + 15);
    plan.set(MORNING, school, leave + 15, 700);
    plan.set(NOON, school, 700, 780);
    plan.set(AFTERNOON, school, 780, end);
    plan.set(WAY_BACK, bus(person, leaf), end, end + 15);
    evening(person, leaf, home, end + 15, 0.3 * measures.venues(), draws, plan);
  }

  private void atLeisure(
      int person, int leaf, long home, Measures measures, Draws draws, DayPlan plan) {
    boolean morning = draws.chance(0.5 * measures.venues());
    boolean noon = draws.chance(0.2 * measures.venues());
    boolean afternoon = draws.chance(0.45 * measures.venues());
    int leave = 530 + draws.below(60);
    int first = 660 + draws.below(60);
    int second = 770 + draws.below(40);
    int end = 900 + draws.below(120);
    plan.set(NIGHT, home, 0, leave);
    plan.set(WAY_OUT, morning ? bus(person, leaf) : home, leave, leave + 15);
    plan.set(MORNING, morning ? venue(shops, person, leaf, draws) : home, leave + 15, first);
    plan.set(NOON, noon ? lunch[0].placeOf(person, leaf) : home, first, second);
    plan.set(AFTERNOON, afternoon ? venue(leisure, person, leaf, draws) : home, second, end);
    plan.set(WAY_BACK, afternoon ? bus(person, leaf) : home, end, end + 15);
    evening(person, leaf, home, end + 15, 0.2 * measures.venues(), draws, plan);
  }

  private void journey(Railway.Seat seat, long home, Draws draws, DayPlan plan) {
    int out = railway.departure(seat, false);
    int back = railway.departure(seat, true);
    int minutes = railway.journeyMinutes(seat.route());
    int city = railway.destination(seat.route());
    int host = cities.first(city) + draws.below(cities.size(city));
    int hostLeaf = people.leafOf(host);
    long visited = cityWork.placeOf(host, hostLeaf);
    long table = lunch[1].placeOf(host, hostLeaf);
    int arrival = out + minutes;
    int home2 = back + minutes;
    plan.set(NIGHT, home, 0, out - 30 - draws.below(15));
    plan.set(WAY_OUT, railway.carriage(seat, false), out, arrival);
    plan.set(MORNING, visited, arrival + 25, 715);
    plan.set(NOON, table, 720, 770);
    plan.set(AFTERNOON, visited, 775, back - 40);
    plan.set(WAY_BACK, railway.carriage(seat, true), back, home2);
    plan.set(EVENING, Place.NONE, home2, home2 + 30);
    plan.set(LATE, home, home2 + 30, DAY_MINUTES);
  }

  private void evening(
      int person, int leaf, long home, int back, double outShare, Draws draws, DayPlan plan) {
    boolean out = draws.chance(outShare);
    Gathering[] kind = draws.chance(0.45) ? shops : leisure;
    int end = out ? back + 40 + draws.below(110) : back;
    plan.set(EVENING, out ? venue(kind, person, leaf, draws) : home, back, end);
    plan.set(LATE, home, end, DAY_MINUTES);
  }

  private static long venue(Gathering[] kinds, int person, int leaf, Draws draws) {
    return kinds[draws.chance(0.7) ? 0 : 1].placeOf(person, leaf);
  }

  /**
   * Number of people who may be at {@code place}; those who are not of it on a day do not count.
   */
  public int candidates(long place) {
    return switch (Place.kind(place)) {
      case NONE, WARD -> 0;
      case HOME -> {
        int start = people.leafStart(Place.scope(place)) + Place.group(place);
        yield people.householdEnd(start) - start;
      }
      case SCHOOL -> {
        int from = Place.group(place) / SCHOOL_AGES * NEIGHBOURHOOD;
        yield Math.min(NEIGHBOURHOOD, people.leafSize(Place.scope(place)) - from);
      }
      case TRAIN -> railway.candidates(place);
      default -> gathering(place).candidates(place);
    };
  }

  /** One of the people who may be at {@code place} on {@code day}, index from 0. */
  public int candidate(long place, int index, int day) {
    int scope = Place.scope(place);
    return switch (Place.kind(place)) {
      case HOME -> people.leafStart(scope) + Place.group(place) + index;
      case SCHOOL ->
          people.leafStart(scope) + Place.group(place) / SCHOOL_AGES * NEIGHBOURHOOD + index;
      case TRAIN -> railway.candidate(place, index, day);
      default -> gathering(place).candidate(place, index);
    };
  }

  private Gathering gathering(long place) {
    int variant = Place.variant(place);
    return switch (Place.kind(place)) {
      case WORK -> variant == 0 ? nearWork : cityWork;
      case HOSPITAL -> hospitals;
      case TRANSIT -> variant == 0 ? transit : buses;
      case RESTAURANT -> lunch[variant];
      case SHOP -> shops[variant];
      case LEISURE -> leisure[variant];
      default -> throw new IllegalArgumentException("Nobody gathers at " + Place.kind(place));
    };
  }
}
