package org.firebreak.intake.rule;

import org.firebreak.base.geo.Coordinate;
import org.firebreak.base.geo.CoordinateSystem;
import org.firebreak.intake.problem.ProblemCollector;
import org.jspecify.annotations.Nullable;

/**
 * Converts longitude and latitude from the declared system to WGS-84, rounded to 1e-6 degrees (0.1
 * m). Half a point, and the point 0, 0, are dropped with a warning.
 */
public final class CoordinateStep implements RecordStep {

  private static final double ROUNDING = 1e6;

  private final RecordFields fields;
  private final CoordinateSystem system;
  private final int longitudeIndex;
  private final int latitudeIndex;

  public CoordinateStep(RecordFields fields, CoordinateSystem system) {
    this.fields = fields;
    this.system = system;
    this.longitudeIndex = fields.find("longitude");
    this.latitudeIndex = fields.find("latitude");
  }

  @Override
  public void apply(@Nullable Object[] values, ProblemCollector problems) {
    if (longitudeIndex < 0 || latitudeIndex < 0) {
      return;
    }
    Object east = values[longitudeIndex];
    Object north = values[latitudeIndex];
    if (east == null && north == null) {
      return;
    }
    if (!(east instanceof Double longitude) || !(north instanceof Double latitude)) {
      int present = east == null ? latitudeIndex : longitudeIndex;
      if (!problems.isRefused()) {
        fields.report("coordinates-pair", present, values, problems).add();
      }
      clear(values);
    } else if (longitude == 0 && latitude == 0) {
      fields.report("coordinates-zero", longitudeIndex, values, problems).add();
      clear(values);
    } else {
      convert(new Coordinate(longitude, latitude), values, problems);
    }
  }

  private void clear(@Nullable Object[] values) {
    values[longitudeIndex] = null;
    values[latitudeIndex] = null;
  }

  private void convert(Coordinate point, @Nullable Object[] values, ProblemCollector problems) {
    if (system != CoordinateSystem.WGS84 && CoordinateSystem.isOutsideChina(point)) {
      fields
          .report("coordinates-system", longitudeIndex, values, problems)
          .value(point.longitude() + ", " + point.latitude())
          .word("expected", system.name())
          .add();
    }
    Coordinate converted = system.toWgs84(point);
    values[longitudeIndex] = Math.round(converted.longitude() * ROUNDING) / ROUNDING;
    values[latitudeIndex] = Math.round(converted.latitude() * ROUNDING) / ROUNDING;
  }
}
