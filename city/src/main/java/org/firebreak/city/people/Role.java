package org.firebreak.city.people;

/** What a person does on a working day. */
public enum Role {
  /** Goes to no school or work: infants, people who keep house, people without work. */
  AT_HOME,
  /** Kindergarten and school, 3 to 17 years. */
  PUPIL,
  /** Works or studies among adults. */
  WORKER,
  HEALTH_WORKER,
  RETIRED
}
