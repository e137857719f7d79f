package org.firebreak.city.epidemic;

/**
 * One true infection.
 *
 * @param index number in the order of infection, from 0
 * @param person who was infected
 * @param infector index of the infection that caused it; {@link #IMPORTED} if from outside
 * @param day day of infection; of those from outside it may lie before day 0
 * @param minute minute of that day
 * @param place where both were; no place if from outside
 * @param course how it went
 */
public record Infection(
    int index, int person, int infector, int day, int minute, long place, Course course) {

  /** Infected outside the province. */
  public static final int IMPORTED = -1;

  public boolean imported() {
    return infector == IMPORTED;
  }
}
