package org.firebreak.city.region;

import java.util.Locale;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Polygon;

/** Writes regions with their geometry as a GeoJSON FeatureCollection (RFC 7946, WGS-84). */
public final class GeoJson {

  private GeoJson() {}

  /** All regions of the tree, parents before children, one feature a line. */
  public static String of(RegionTree tree, Geography geography) {
    StringBuilder out = new StringBuilder("{\"type\":\"FeatureCollection\",\"features\":[\n");
    String separator = "";
    for (Region region : tree.regions()) {
      out.append(separator);
      feature(out, region, geography.geometry(region));
      separator = ",\n";
    }
    return out.append("\n]}\n").toString();
  }

  private static void feature(StringBuilder out, Region region, Geometry geometry) {
    String parent = region.parent();
    out.append("{\"type\":\"Feature\",\"id\":").append(quoted(region.code()));
    out.append(",\"properties\":{\"code\":").append(quoted(region.code()));
    out.append(",\"name\":").append(quoted(region.name()));
    out.append(",\"name_zh\":").append(quoted(region.nameZh()));
    out.append(",\"parent\":").append(parent == null ? "null" : quoted(parent));
    out.append(",\"level\":").append(region.level().number());
    out.append(",\"population\":").append(region.population());
    out.append("},\"geometry\":");
    boolean single = geometry.getNumGeometries() == 1;
    out.append("{\"type\":").append(single ? "\"Polygon\"" : "\"MultiPolygon\"");
    out.append(",\"coordinates\":").append(single ? "" : "[");
    for (int i = 0; i < geometry.getNumGeometries(); i++) {
      out.append(i == 0 ? "" : ",");
      polygon(out, (Polygon) geometry.getGeometryN(i));
    }
    out.append(single ? "" : "]").append("}}");
  }

  private static void polygon(StringBuilder out, Polygon polygon) {
    out.append('[');
    ring(out, polygon.getExteriorRing().getCoordinates());
    for (int i = 0; i < polygon.getNumInteriorRing(); i++) {
      out.append(',');
      ring(out, polygon.getInteriorRingN(i).getCoordinates());
    }
    out.append(']');
  }

  private static void ring(StringBuilder out, Coordinate[] points) {
    char separator = '[';
    for (Coordinate point : points) {
      out.append(separator).append(String.format(Locale.ROOT, "[%.6f,%.6f]", point.x, point.y));
      separator = ',';
    }
    out.append(']');
  }

  /** A JSON string with the escapes that RFC 8259 asks for. */
  public static String quoted(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c < ' ') {
        out.append(String.format(Locale.ROOT, "\\u%04x", (int) c));
      } else {
        out.append(c);
      }
    }
    return out.append('"').toString();
  }
}
