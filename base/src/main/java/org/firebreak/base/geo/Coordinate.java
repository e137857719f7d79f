package org.firebreak.base.geo;

/**
 * A point on the Earth; the {@link CoordinateSystem} it is given in is said beside it.
 *
 * @param longitude degrees east, -180 to 180
 * @param latitude degrees north, -90 to 90
 */
public record Coordinate(double longitude, double latitude) {

  public Coordinate {
    if (!(longitude >= -180 && longitude <= 180)) {
      throw new IllegalArgumentException("Longitude must be -180..180, was " + longitude);
    }
    if (!(latitude >= -90 && latitude <= 90)) {
      throw new IllegalArgumentException("Latitude must be -90..90, was " + latitude);
    }
  }
}
