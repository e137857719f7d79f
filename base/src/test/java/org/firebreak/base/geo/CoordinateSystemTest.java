package org.firebreak.base.geo;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Random;
import org.junit.jupiter.api.Test;

/** Gold values: the published examples of the coordtransform library for (116.404, 39.915). */
class CoordinateSystemTest {

  private static final Coordinate BEIJING = new Coordinate(116.404, 39.915);

  private static void assertNear(Coordinate expected, Coordinate actual, double tolerance) {
    assertEquals(expected.longitude(), actual.longitude(), tolerance);
    assertEquals(expected.latitude(), actual.latitude(), tolerance);
  }

  @Test
  void agreesWithPublishedExamples() {
    assertNear(
        new Coordinate(116.41024449916938, 39.91640428150164),
        CoordinateSystem.GCJ02.fromWgs84(BEIJING),
        1e-10);
    // BD-09 of a GCJ-02 point, by way of the exact inverse.
    Coordinate wgs84 = CoordinateSystem.GCJ02.toWgs84(BEIJING);
    assertNear(
        new Coordinate(116.41036949371029, 39.92133699351022),
        CoordinateSystem.BD09.fromWgs84(wgs84),
        1e-8);
  }

  @Test
  void inverseReturnsWithinATenthOfAMillimetre() {
    Random random = new Random(7);
    for (int i = 0; i < 2000; i++) {
      Coordinate point =
          new Coordinate(74 + 60 * random.nextDouble(), 5 + 45 * random.nextDouble());
      for (CoordinateSystem system : CoordinateSystem.values()) {
        assertNear(point, system.toWgs84(system.fromWgs84(point)), 1e-9);
      }
    }
  }

  @Test
  void leavesPointsOutsideChinaAlone() {
    Coordinate freetown = new Coordinate(-13.2, 8.48);
    for (CoordinateSystem system : CoordinateSystem.values()) {
      assertEquals(freetown, system.toWgs84(freetown));
    }
  }
}
