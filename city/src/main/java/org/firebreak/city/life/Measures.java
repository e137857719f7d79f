package org.firebreak.city.life;

/**
 * What is left of normal life on a day, each a share from 0 to 1.
 *
 * @param work of those who would go to work
 * @param school of those who would go to school
 * @param venues of visits to restaurants, shops, leisure
 * @param travel of seats on trains between cities
 * @param contact infectiousness outside the home that masks and distance leave
 */
public record Measures(double work, double school, double venues, double travel, double contact) {

  /** Life before the epidemic. */
  public static final Measures NONE = new Measures(1, 1, 1, 1, 1);

  public Measures {
    for (double share : new double[] {work, school, venues, travel, contact}) {
      if (!(share >= 0 && share <= 1)) {
        throw new IllegalArgumentException("A measure leaves a share in 0..1, was " + share);
      }
    }
  }
}
