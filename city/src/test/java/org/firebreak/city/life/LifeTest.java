package org.firebreak.city.life;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.firebreak.city.people.People;
import org.firebreak.city.region.FictitiousProvince;
import org.junit.jupiter.api.Test;

final class LifeTest {

  private static final LocalDate MONDAY = LocalDate.of(2026, 6, 1);

  private final People people = new People(FictitiousProvince.of(3, 40_000, 2), 3);
  private final Timeline timeline = new Timeline(MONDAY, 7);
  private final Life life = new Life(people, timeline, 3);

  /** The slow twin: go through everybody. */
  @Test
  void candidatesOfAPlaceAreThoseWhosePlansMayNameIt() {
    for (int day : new int[] {0, 5}) {
      Map<Long, Set<Integer>> visitors = new HashMap<>();
      DayPlan plan = new DayPlan();
      for (int person = 0; person < people.size(); person++) {
        life.plan(person, day, Confinement.NOBODY, plan);
        for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
          if (plan.place(slot) != Place.NONE && plan.to(slot) > plan.from(slot)) {
            visitors.computeIfAbsent(plan.place(slot), k -> new HashSet<>()).add(person);
          }
        }
      }
      int strangers = 0;
      for (Map.Entry<Long, Set<Integer>> entry : visitors.entrySet()) {
        Set<Integer> candidates = new HashSet<>();
        for (int i = 0; i < life.candidates(entry.getKey()); i++) {
          assertTrue(candidates.add(life.candidate(entry.getKey(), i, day)), "candidate twice");
        }
        for (int visitor : entry.getValue()) {
          strangers += candidates.contains(visitor) ? 0 : 1;
        }
      }
      // Only those on a day's journey are at places that do not know them.
      assertTrue(strangers <= 2 * 0.03 * people.size(), "strangers " + strangers);
    }
  }

  @Test
  void daysAreInOrderAndCoverTheKindsOfPlaces() {
    Map<PlaceKind, Integer> kinds = new EnumMap<>(PlaceKind.class);
    DayPlan plan = new DayPlan();
    for (int person = 0; person < people.size(); person += 3) {
      life.plan(person, 1, Confinement.NOBODY, plan);
      int at = 0;
      for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
        assertTrue(plan.from(slot) >= at, "slot " + slot + " of " + person + " starts too early");
        assertTrue(plan.to(slot) >= plan.from(slot));
        at = plan.to(slot);
        kinds.merge(Place.kind(plan.place(slot)), 1, Integer::sum);
      }
      assertEquals(DayPlan.DAY_MINUTES, at);
    }
    for (PlaceKind kind : PlaceKind.values()) {
      assertEquals(kind != PlaceKind.WARD, kinds.containsKey(kind), kind.toString());
    }
  }

  @Test
  void lockdownKeepsPeopleHome() {
    double before = hoursAtHome(2);
    timeline.setFrom(2, new Measures(0.2, 0, 0.1, 0, 1));
    double after = hoursAtHome(2);
    assertTrue(before < 17 && after > 19, before + " " + after);
  }

  private double hoursAtHome(int day) {
    DayPlan plan = new DayPlan();
    double minutes = 0;
    for (int person = 0; person < people.size(); person += 7) {
      life.plan(person, day, Confinement.NOBODY, plan);
      for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
        boolean home = Place.kind(plan.place(slot)) == PlaceKind.HOME;
        minutes += home ? plan.to(slot) - plan.from(slot) : 0;
      }
    }
    return minutes / 60 / (people.size() / 7.0);
  }

  @Test
  void illnessConfines() {
    DayPlan plan = new DayPlan();
    life.plan(17, 1, (person, day) -> Confinement.State.IN_WARD, plan);
    assertEquals(PlaceKind.WARD, Place.kind(plan.place(3)));
    assertEquals(0, life.candidates(plan.place(3)));
    life.plan(17, 1, (person, day) -> Confinement.State.DEAD, plan);
    assertEquals(Place.NONE, plan.place(0));
  }
}
