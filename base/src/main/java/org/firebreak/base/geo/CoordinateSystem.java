package org.firebreak.base.geo;

/**
 * The coordinate systems in which places in China are published, and their conversion.
 *
 * <p>GCJ-02 is WGS-84 with a smooth offset of up to about 700 m that applies within China; BD-09 is
 * GCJ-02 with a second offset. The offset is computed on the Krasovsky 1940 ellipsoid by the public
 * formulas (see docs/methods/coordinates.md); away from WGS-84 it is inverted by fixed-point
 * iteration to better than 1e-9 degrees (0.1 mm). CGCS2000 differs from WGS-84 by centimetres and
 * is taken as WGS-84.
 *
 * <p>Thread-safe.
 */
public enum CoordinateSystem {
  /** World Geodetic System 1984, as GPS gives it; also CGCS2000. */
  WGS84 {
    @Override
    public Coordinate toWgs84(Coordinate point) {
      return point;
    }

    @Override
    public Coordinate fromWgs84(Coordinate point) {
      return point;
    }
  },
  /** The Chinese national obfuscated system (AMap, Tencent, Google in China). */
  GCJ02 {
    @Override
    public Coordinate toWgs84(Coordinate point) {
      if (isOutsideChina(point)) {
        return point;
      }
      Coordinate guess = point;
      for (int i = 0; i < ITERATIONS_MAX; i++) {
        Coordinate image = fromWgs84(guess);
        double dx = image.longitude() - point.longitude();
        double dy = image.latitude() - point.latitude();
        guess = new Coordinate(guess.longitude() - dx, guess.latitude() - dy);
        if (Math.abs(dx) < TOLERANCE_DEGREES && Math.abs(dy) < TOLERANCE_DEGREES) {
          break;
        }
      }
      return guess;
    }

    @Override
    public Coordinate fromWgs84(Coordinate point) {
      return isOutsideChina(point) ? point : shifted(point);
    }
  },
  /** Baidu's system, a second offset on GCJ-02. */
  BD09 {
    @Override
    public Coordinate toWgs84(Coordinate point) {
      if (isOutsideChina(point)) {
        return point;
      }
      Coordinate guess = baiduToGcj(point);
      for (int i = 0; i < ITERATIONS_MAX; i++) {
        Coordinate image = gcjToBaidu(guess);
        double dx = image.longitude() - point.longitude();
        double dy = image.latitude() - point.latitude();
        guess = new Coordinate(guess.longitude() - dx, guess.latitude() - dy);
        if (Math.abs(dx) < TOLERANCE_DEGREES && Math.abs(dy) < TOLERANCE_DEGREES) {
          break;
        }
      }
      return GCJ02.toWgs84(guess);
    }

    @Override
    public Coordinate fromWgs84(Coordinate point) {
      return isOutsideChina(point) ? point : gcjToBaidu(shifted(point));
    }
  };

  private static final int ITERATIONS_MAX = 30;
  private static final double TOLERANCE_DEGREES = 1e-10;
  private static final double KRASOVSKY_AXIS_METRES = 6_378_245.0;
  private static final double KRASOVSKY_ECCENTRICITY_SQUARED = 0.006_693_421_622_965_943;
  private static final double BAIDU_PI = Math.PI * 3000.0 / 180.0;
  private static final double BAIDU_LONGITUDE_OFFSET = 0.0065;
  private static final double BAIDU_LATITUDE_OFFSET = 0.006;

  /** The same point in WGS-84; a point outside the box of China is returned unchanged. */
  public abstract Coordinate toWgs84(Coordinate point);

  /** The point, given in WGS-84, in this system. */
  public abstract Coordinate fromWgs84(Coordinate point);

  /** Whether the offset does not apply: outside 72.004..137.8347 E, 0.8293..55.8271 N. */
  public static boolean isOutsideChina(Coordinate point) {
    return point.longitude() < 72.004
        || point.longitude() > 137.8347
        || point.latitude() < 0.8293
        || point.latitude() > 55.8271;
  }

  private static Coordinate shifted(Coordinate point) {
    double x = point.longitude() - 105.0;
    double y = point.latitude() - 35.0;
    double latitudeRadians = Math.toRadians(point.latitude());
    double sine = Math.sin(latitudeRadians);
    double magic = 1 - KRASOVSKY_ECCENTRICITY_SQUARED * sine * sine;
    double root = Math.sqrt(magic);
    double north =
        northOffsetMetres(x, y)
            * 180.0
            / (KRASOVSKY_AXIS_METRES
                * (1 - KRASOVSKY_ECCENTRICITY_SQUARED)
                / (magic * root)
                * Math.PI);
    double east =
        eastOffsetMetres(x, y)
            * 180.0
            / (KRASOVSKY_AXIS_METRES / root * Math.cos(latitudeRadians) * Math.PI);
    return new Coordinate(point.longitude() + east, point.latitude() + north);
  }

  private static double northOffsetMetres(double x, double y) {
    double sum =
        -100.0 + 2.0 * x + 3.0 * y + 0.2 * y * y + 0.1 * x * y + 0.2 * Math.sqrt(Math.abs(x));
    sum += (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
    sum += (20.0 * Math.sin(y * Math.PI) + 40.0 * Math.sin(y / 3.0 * Math.PI)) * 2.0 / 3.0;
    sum +=
        (160.0 * Math.sin(y / 12.0 * Math.PI) + 320.0 * Math.sin(y * Math.PI / 30.0)) * 2.0 / 3.0;
    return sum;
  }

  private static double eastOffsetMetres(double x, double y) {
    double sum = 300.0 + x + 2.0 * y + 0.1 * x * x + 0.1 * x * y + 0.1 * Math.sqrt(Math.abs(x));
    sum += (20.0 * Math.sin(6.0 * x * Math.PI) + 20.0 * Math.sin(2.0 * x * Math.PI)) * 2.0 / 3.0;
    sum += (20.0 * Math.sin(x * Math.PI) + 40.0 * Math.sin(x / 3.0 * Math.PI)) * 2.0 / 3.0;
    sum +=
        (150.0 * Math.sin(x / 12.0 * Math.PI) + 300.0 * Math.sin(x / 30.0 * Math.PI)) * 2.0 / 3.0;
    return sum;
  }

  private static Coordinate gcjToBaidu(Coordinate gcj) {
    double x = gcj.longitude();
    double y = gcj.latitude();
    double z = Math.hypot(x, y) + 0.00002 * Math.sin(y * BAIDU_PI);
    double theta = Math.atan2(y, x) + 0.000003 * Math.cos(x * BAIDU_PI);
    return new Coordinate(
        z * Math.cos(theta) + BAIDU_LONGITUDE_OFFSET, z * Math.sin(theta) + BAIDU_LATITUDE_OFFSET);
  }

  private static Coordinate baiduToGcj(Coordinate baidu) {
    double x = baidu.longitude() - BAIDU_LONGITUDE_OFFSET;
    double y = baidu.latitude() - BAIDU_LATITUDE_OFFSET;
    double z = Math.hypot(x, y) - 0.00002 * Math.sin(y * BAIDU_PI);
    double theta = Math.atan2(y, x) - 0.000003 * Math.cos(x * BAIDU_PI);
    return new Coordinate(z * Math.cos(theta), z * Math.sin(theta));
  }
}
