package org.firebreak.city.people;

/** Sex as registered. */
public enum Sex {
  MALE,
  FEMALE
}
