package org.firebreak.epidemic.scan;

import java.util.Arrays;
import java.util.Comparator;

/**
 * For each place the nearest places, itself first; the circles of a scan are their growing sets.
 * Places equally far stand in the order of their index.
 *
 * @param nearest nearest[place][rank]
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
public record Neighbours(int[][] nearest) {

  private static final double EARTH_RADIUS_KM = 6371.0088;

  /** By distance in the plane. */
  public static Neighbours planar(double[] x, double[] y, int most) {
    return of(x.length, most, (i, j) -> Math.hypot(x[i] - x[j], y[i] - y[j]));
  }

  /** By great-circle distance; degrees. */
  public static Neighbours onEarth(double[] latitude, double[] longitude, int most) {
    return of(
        latitude.length,
        most,
        (i, j) -> kilometres(latitude[i], longitude[i], latitude[j], longitude[j]));
  }

  private interface Distance {
    double between(int i, int j);
  }

  private static Neighbours of(int places, int most, Distance distance) {
    if (most < 1) {
      throw new IllegalArgumentException("A circle holds at least one place, was " + most);
    }
    int[][] nearest = new int[places][];
    for (int i = 0; i < places; i++) {
      int centre = i;
      double[] far = new double[places];
      Integer[] order = new Integer[places];
      for (int j = 0; j < places; j++) {
        far[j] = j == centre ? -1 : distance.between(centre, j);
        order[j] = j;
      }
      Arrays.sort(order, Comparator.comparingDouble(j -> far[j]));
      nearest[i] = Arrays.stream(order).limit(most).mapToInt(Integer::intValue).toArray();
    }
    return new Neighbours(nearest);
  }

  /** Great-circle distance. */
  static double kilometres(double lat1, double lon1, double lat2, double lon2) {
    double dLat = Math.toRadians(lat2 - lat1);
    double dLon = Math.toRadians(lon2 - lon1);
    double a =
        Math.pow(Math.sin(dLat / 2), 2)
            + Math.cos(Math.toRadians(lat1))
                * Math.cos(Math.toRadians(lat2))
                * Math.pow(Math.sin(dLon / 2), 2);
    return 2 * EARTH_RADIUS_KM * Math.asin(Math.sqrt(Math.min(1, a)));
  }
}
