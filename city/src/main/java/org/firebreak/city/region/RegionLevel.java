package org.firebreak.city.region;

/** The level of a region in the administrative tree, from the top. */
public enum RegionLevel {
  NATION(0),
  PROVINCE(1),
  CITY(2),
  DISTRICT(3);

  private final int number;

  RegionLevel(int number) {
    this.number = number;
  }

  /** The level as the standard {@code region} counts it: 0 country to 3 district or county. */
  public int number() {
    return number;
  }
}
