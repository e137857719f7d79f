package org.firebreak.city.epidemic;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntPredicate;
import org.firebreak.city.life.Confinement;
import org.firebreak.city.life.DayPlan;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.PlaceKind;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;

/**
 * Whom one infectious person infects on one day, by being at the same place at the same time. The
 * hazard is rate(kind of place) x infectiousness of the person and of the day x hours together x
 * susceptibility. Instead of asking everybody at a place, candidates are skipped geometrically with
 * an upper bound of the probability and the chosen ones tested exactly (thinning, Lewis and Shedler
 * 1979), so a place of hundreds costs a few plans. Safe for use by several threads.
 */
final class Transmission {

  private static final long PURPOSE = Keys.purpose("epidemic.transmission");
  private static final int CHILD_AGE = 15;

  private final Life life;
  private final EpidemicParameters parameters;
  private final long key;
  private final double hazardScale;
  private final InfectiousnessProfile profile = InfectiousnessProfile.HE_2020;

  /**
   * @param scale hazard per hour at home of a person of mean infectiousness, over the whole course
   */
  Transmission(Life life, EpidemicParameters parameters, long seed, double scale) {
    this.life = life;
    this.parameters = parameters;
    this.key = Keys.of(PURPOSE, seed);
    this.hazardScale = scale;
  }

  /** A possible infection; the earliest of a person counts. */
  record Exposure(int person, int infector, int minute, long place) {}

  /** Infections that {@code source} would cause on {@code day} among people not {@code immune}. */
  List<Exposure> exposures(
      Infection source, int day, Confinement confinement, IntPredicate immune) {
    double daily = profile.weight(day - source.course().onset());
    if (daily <= 0 || day <= source.day()) {
      return List.of();
    }
    double hazardPerHour = hazardScale * daily * source.course().infectiousness();
    DayPlan plan = new DayPlan();
    life.plan(source.person(), day, confinement, plan);
    Encounter encounter = new Encounter(source, day, immune, new DayPlan(), new ArrayList<>());
    for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
      double rate = hazardPerHour * relativeRate(plan.place(slot), day);
      if (rate > 0 && plan.to(slot) > plan.from(slot)) {
        Draws draws = new Draws(Keys.of(Keys.of(key, source.person()), day, slot));
        meet(encounter, plan, slot, rate, draws);
      }
    }
    return encounter.found();
  }

  private record Encounter(
      Infection source, int day, IntPredicate immune, DayPlan other, List<Exposure> found) {}

  private void meet(Encounter encounter, DayPlan plan, int slot, double rate, Draws draws) {
    long place = plan.place(slot);
    int day = encounter.day();
    double hours = (plan.to(slot) - plan.from(slot)) / 60.0;
    double bound = -StrictMath.expm1(-rate * hours);
    double scale = 1 / (rate * hours);
    int candidates = life.candidates(place);
    for (long i = draws.geometricOfScale(scale);
        i < candidates;
        i += 1 + draws.geometricOfScale(scale)) {
      int person = life.candidate(place, (int) i, day);
      double accept = draws.unit();
      double when = draws.unit();
      if (person == encounter.source().person() || encounter.immune().test(person)) {
        continue;
      }
      DayPlan other = encounter.other();
      life.plan(person, day, Confinement.NOBODY, other);
      int from = Math.max(plan.from(slot), other.from(slot));
      int to = Math.min(plan.to(slot), other.to(slot));
      if (other.place(slot) == place && to > from) {
        double together = rate * susceptibility(person) * (to - from) / 60.0;
        if (accept * bound < -StrictMath.expm1(-together)) {
          int minute = from + (int) (when * (to - from));
          encounter.found().add(new Exposure(person, encounter.source().index(), minute, place));
        }
      }
    }
  }

  private double susceptibility(int person) {
    return life.people().ageOf(person) < CHILD_AGE ? parameters.childSusceptibility() : 1;
  }

  /** Hazard per hour relative to the home. */
  private double relativeRate(long place, int day) {
    PlaceKind kind = Place.kind(place);
    double relative =
        switch (kind) {
          case NONE, WARD -> 0;
          case HOME -> 1;
          case WORK, SCHOOL -> 0.5;
          case HOSPITAL -> 0.6;
          case TRANSIT, TRAIN -> 0.9;
          case RESTAURANT -> 1.6;
          case SHOP -> 0.5;
          case LEISURE -> 1.5;
        };
    boolean outside = kind != PlaceKind.HOME;
    return relative * (outside ? life.timeline().measures(day).contact() : 1);
  }
}
