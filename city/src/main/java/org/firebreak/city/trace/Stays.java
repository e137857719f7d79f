package org.firebreak.city.trace;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.city.life.Confinement;
import org.firebreak.city.life.DayPlan;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;

/**
 * The stays of people, made on the fly: up to eight a day each, some 1 microsecond a day, no memory
 * per person. For one thread; make one per thread.
 */
public final class Stays {

  private final Life life;
  private final Confinement confinement;
  private final DayPlan plan = new DayPlan();

  /**
   * @param confinement who was ill; from the epidemic, so that infections fit the stays
   */
  public Stays(Life life, Confinement confinement) {
    this.life = life;
    this.confinement = confinement;
  }

  /** Takes the stays of one person on one day, in time order. */
  @FunctionalInterface
  public interface Sink {

    /** A stay from minute to minute of the day. */
    void accept(int person, int day, long place, int fromMinute, int toMinute);
  }

  /** Hands the stays of people {@code first} to before {@code end} on {@code day} to the sink. */
  public void stream(int first, int end, int day, Sink sink) {
    for (int person = first; person < end; person++) {
      life.plan(person, day, confinement, plan);
      int slot = 0;
      while (slot < DayPlan.SLOTS) {
        long place = plan.place(slot);
        int from = plan.from(slot);
        int to = plan.to(slot);
        slot++;
        while (slot < DayPlan.SLOTS && continues(place, to, slot)) {
          to = plan.to(slot);
          slot++;
        }
        if (place != Place.NONE && to > from) {
          sink.accept(person, day, place, from, to);
        }
      }
    }
  }

  private boolean continues(long place, int to, int slot) {
    boolean empty = plan.from(slot) == plan.to(slot);
    return plan.from(slot) == to && (plan.place(slot) == place || empty);
  }

  /** The stays of one person on one day, in time order. */
  public List<Stay> of(int person, int day) {
    List<Stay> stays = new ArrayList<>();
    stream(
        person, person + 1, day, (p, d, place, from, to) -> stays.add(new Stay(place, from, to)));
    return stays;
  }
}
