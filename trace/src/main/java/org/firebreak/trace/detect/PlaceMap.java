package org.firebreak.trace.detect;

import org.firebreak.base.geo.Coordinate;
import org.firebreak.trace.Place;

/**
 * Positions and radii of places by number, for quick distances. Grows; not safe for several threads
 * while places are added, else it is.
 */
public final class PlaceMap implements StayDetector.Touching {

  private static final double METRES_PER_DEGREE = 111_195;

  private double[] longitudes = new double[1024];
  private double[] latitudes = new double[1024];
  private int[] radii = new int[1024];
  private int size;

  /** Remembers a place; one without a position is near nothing. */
  public void put(int number, Place place) {
    Coordinate at = place.position();
    if (at == null) {
      return;
    }
    if (number >= radii.length) {
      int length = Math.max(number + 1, 2 * radii.length);
      longitudes = java.util.Arrays.copyOf(longitudes, length);
      latitudes = java.util.Arrays.copyOf(latitudes, length);
      radii = java.util.Arrays.copyOf(radii, length);
    }
    longitudes[number] = at.longitude();
    latitudes[number] = at.latitude();
    radii[number] = place.radiusMetres() + 1; // 0 marks an unknown place
    size = Math.max(size, number + 1);
  }

  /** Whether the position of a place is known. */
  public boolean has(int place) {
    return place < size && radii[place] > 0;
  }

  /** Radius in metres of a known place. */
  public int radiusMetres(int place) {
    return radii[place] - 1;
  }

  public double longitude(int place) {
    return longitudes[place];
  }

  public double latitude(int place) {
    return latitudes[place];
  }

  /** Metres between the middles of two known places; exact to 1 % within 100 km. */
  public double metres(int place, int other) {
    double middle = Math.toRadians((latitudes[place] + latitudes[other]) / 2);
    double x = longitudes[place] - longitudes[other];
    x = (x > 180 ? x - 360 : x < -180 ? x + 360 : x) * Math.cos(middle);
    double y = latitudes[place] - latitudes[other];
    return METRES_PER_DEGREE * Math.sqrt(x * x + y * y);
  }

  @Override
  public boolean touch(int place, int other) {
    return has(place)
        && has(other)
        && metres(place, other) <= (double) radiusMetres(place) + radiusMetres(other);
  }
}
