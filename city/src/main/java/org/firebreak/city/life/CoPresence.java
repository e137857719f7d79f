package org.firebreak.city.life;

import java.util.ArrayList;
import java.util.List;

/**
 * Everybody whom a person meets on a day: the exhaustive search, some 0.5 microseconds for each
 * candidate of each place. It does not see day visitors from other cities. Safe for use by several
 * threads.
 */
public final class CoPresence {

  private final Life life;

  public CoPresence(Life life) {
    this.life = life;
  }

  /**
   * Two people at one place at one time.
   *
   * @param person the other one
   * @param place where
   * @param from first minute of the day together
   * @param to first minute after
   */
  public record Meeting(int person, long place, int from, int to) {}

  /** All meetings of {@code person} on {@code day}, in the order of the day. */
  public List<Meeting> meetings(int person, int day, Confinement confinement) {
    DayPlan plan = new DayPlan();
    DayPlan other = new DayPlan();
    List<Meeting> meetings = new ArrayList<>();
    life.plan(person, day, confinement, plan);
    for (int slot = 0; slot < DayPlan.SLOTS; slot++) {
      long place = plan.place(slot);
      int candidates = plan.to(slot) > plan.from(slot) ? life.candidates(place) : 0;
      for (int i = 0; i < candidates; i++) {
        int candidate = life.candidate(place, i, day);
        if (candidate != person) {
          life.plan(candidate, day, confinement, other);
          int from = Math.max(plan.from(slot), other.from(slot));
          int to = Math.min(plan.to(slot), other.to(slot));
          if (other.place(slot) == place && to > from) {
            meetings.add(new Meeting(candidate, place, from, to));
          }
        }
      }
    }
    return meetings;
  }
}
