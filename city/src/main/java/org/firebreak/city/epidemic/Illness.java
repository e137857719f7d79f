package org.firebreak.city.epidemic;

import java.util.HashMap;
import java.util.Map;
import org.firebreak.city.life.Confinement;

/**
 * Who has been infected and what that leaves of their days. Written by one thread; read by several
 * while nobody writes.
 */
final class Illness implements Confinement {

  private static final int HOME_DAYS = 12;

  private final Map<Integer, Infection> byPerson = new HashMap<>();

  void add(Infection infection) {
    byPerson.put(infection.person(), infection);
  }

  boolean has(int person) {
    return byPerson.containsKey(person);
  }

  @Override
  public State stateOf(int person, int day) {
    Infection infection = byPerson.get(person);
    return infection == null ? State.FREE : state(infection.course(), day);
  }

  private static State state(Course course, int day) {
    if (day >= course.outcome()) {
      return course.died() ? State.DEAD : State.FREE;
    } else if (day >= course.admission()) {
      return State.IN_WARD;
    } else if (day >= course.homeFrom()) {
      boolean waits = course.reported() || day < course.homeFrom() + HOME_DAYS;
      return waits ? State.AT_HOME : State.FREE;
    } else {
      return State.FREE;
    }
  }
}
