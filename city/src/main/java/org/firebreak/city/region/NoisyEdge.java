package org.firebreak.city.region;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.locationtech.jts.geom.Coordinate;

/**
 * Turns the straight border between two Voronoi cells into a natural one. The new line stays inside
 * the two triangles that the border makes with the seeds of its cells, so no two borders can cross.
 * The same border gives the same line from either side.
 */
final class NoisyEdge {

  private static final int STEPS = 12;
  private static final double SHARE_OF_TRIANGLE = 0.55;
  private static final double SHARE_OF_LENGTH = 0.10;

  /** Six decimals of a degree, about 0.1 m: the grid on which all vertices lie. */
  private static final double GRID = 1e6;

  private NoisyEdge() {}

  static Coordinate snapped(double x, double y) {
    return new Coordinate(StrictMath.rint(x * GRID) / GRID, StrictMath.rint(y * GRID) / GRID);
  }

  /** The line from {@code a} to {@code b}, both ends included, where {@code a} sorts first. */
  static List<Coordinate> between(
      Coordinate a, Coordinate b, Coordinate seed1, Coordinate seed2, long key) {
    double length = a.distance(b);
    double ux = (b.x - a.x) / length;
    double uy = (b.y - a.y) / length;
    double[] offsets = fractal(new Draws(Keys.of(key, (long) (a.x * GRID), (long) (a.y * GRID))));
    List<Coordinate> line = new ArrayList<>();
    line.add(a);
    for (int i = 1; i < STEPS; i++) {
      double t = (double) i / STEPS;
      double room =
          Math.min(height(a, ux, uy, length, seed1, t), height(a, ux, uy, length, seed2, t));
      double limit = Math.min(SHARE_OF_TRIANGLE * room, SHARE_OF_LENGTH * length);
      double shift = offsets[i] * limit;
      Coordinate point =
          snapped(a.x + ux * t * length - uy * shift, a.y + uy * t * length + ux * shift);
      if (!point.equals2D(line.getLast()) && !point.equals2D(b)) {
        line.add(point);
      }
    }
    line.add(b);
    return line;
  }

  /** Height of the triangle (a, seed, b) above the point at {@code t} of its base. */
  private static double height(
      Coordinate a, double ux, double uy, double length, Coordinate seed, double t) {
    double dx = seed.x - a.x;
    double dy = seed.y - a.y;
    double apexAt = (dx * ux + dy * uy) / length;
    double apexHeight = Math.abs(dy * ux - dx * uy);
    double rising = apexAt > 0 ? t / apexAt : Double.MAX_VALUE;
    double falling = apexAt < 1 ? (1 - t) / (1 - apexAt) : Double.MAX_VALUE;
    return apexHeight * Math.min(1, Math.min(rising, falling));
  }

  /** Three octaves of value noise in [-1, 1]. */
  private static double[] fractal(Draws draws) {
    double[] sum = new double[STEPS + 1];
    double amplitude = 0.6;
    for (int knots = 3; knots <= 12; knots *= 2) {
      double[] values = new double[knots + 1];
      for (int k = 0; k <= knots; k++) {
        values[k] = 2 * draws.unit() - 1;
      }
      for (int i = 0; i <= STEPS; i++) {
        double at = (double) i * knots / STEPS;
        int k = Math.min((int) at, knots - 1);
        sum[i] += amplitude * (values[k] + (values[k + 1] - values[k]) * (at - k));
      }
      amplitude /= 2;
    }
    for (int i = 0; i <= STEPS; i++) {
      sum[i] = Math.max(-1, Math.min(1, 1.4 * sum[i]));
    }
    return sum;
  }
}
