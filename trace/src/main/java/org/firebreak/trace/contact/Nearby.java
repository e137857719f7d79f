package org.firebreak.trace.contact;

/** Which other places count as near a place. Safe for use by several threads. */
@FunctionalInterface
public interface Nearby {

  /** Only the place itself. */
  Nearby SAME_PLACE = (place, taker) -> {};

  /** Takes a near place. */
  @FunctionalInterface
  interface Taker {

    /**
     * One near place.
     *
     * @param distanceMetres between the middles
     */
    void near(int place, int distanceMetres);
  }

  /** Hands over the places near {@code place}, without itself. */
  void of(int place, Taker taker);
}
