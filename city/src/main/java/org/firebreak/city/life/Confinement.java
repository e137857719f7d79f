package org.firebreak.city.life;

/** Who does not live a normal day, because of illness. */
@FunctionalInterface
public interface Confinement {

  /** Nobody is ill. */
  Confinement NOBODY = (person, day) -> State.FREE;

  /** What illness leaves of a person's day. */
  enum State {
    FREE,
    AT_HOME,
    IN_WARD,
    DEAD
  }

  /** The state of {@code person} for all of {@code day}. */
  State stateOf(int person, int day);
}
