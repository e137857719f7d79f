package org.firebreak.platform.regions;

import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.DataException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Turns a TopoJSON topology into GeoJSON features.
 *
 * <p>Arcs may be quantised (delta-encoded integers with a {@code transform}) or plain; a negative
 * arc index {@code i} means the arc {@code ~i} backwards. Only areas (Polygon, MultiPolygon) become
 * features; points and lines are no region.
 *
 * @see <a href="https://github.com/topojson/topojson-specification">TopoJSON 1.0</a>
 */
final class TopologyReader {

  private final List<double[][]> arcs;

  private TopologyReader(JsonNode topology) {
    this.arcs = readArcs(topology);
  }

  /** The features of all objects of {@code topology}, in the file's order. */
  static List<ObjectNode> features(JsonNode topology) {
    TopologyReader reader = new TopologyReader(topology);
    List<ObjectNode> features = new ArrayList<>();
    for (JsonNode object : topology.path("objects")) {
      JsonNode parts = object.has("geometries") ? object.get("geometries") : null;
      if (parts == null) {
        reader.addFeature(object, features);
      } else {
        parts.forEach(part -> reader.addFeature(part, features));
      }
    }
    return features;
  }

  private static List<double[][]> readArcs(JsonNode topology) {
    double[] scale = pair(topology.at("/transform/scale"), 1);
    double[] shift = pair(topology.at("/transform/translate"), 0);
    boolean deltas = topology.has("transform");
    List<double[][]> arcs = new ArrayList<>();
    for (JsonNode arc : topology.path("arcs")) {
      double[][] points = new double[arc.size()][];
      double x = 0;
      double y = 0;
      for (int i = 0; i < points.length; i++) {
        JsonNode point = arc.get(i);
        x = point.get(0).asDouble() + (deltas ? x : 0);
        y = point.get(1).asDouble() + (deltas ? y : 0);
        points[i] = new double[] {x * scale[0] + shift[0], y * scale[1] + shift[1]};
      }
      arcs.add(points);
    }
    return arcs;
  }

  private static double[] pair(JsonNode node, double otherwise) {
    return node.size() < 2
        ? new double[] {otherwise, otherwise}
        : new double[] {node.get(0).asDouble(), node.get(1).asDouble()};
  }

  private void addFeature(JsonNode source, List<ObjectNode> features) {
    JsonNode coordinates =
        switch (source.path("type").asString("")) {
          case "Polygon" -> polygon(source.get("arcs"));
          case "MultiPolygon" -> multiPolygon(source.get("arcs"));
          default -> null;
        };
    if (coordinates == null) {
      return;
    }
    ObjectNode feature = JsonNodeFactory.instance.objectNode();
    feature.put("type", "Feature");
    if (source.has("id")) {
      feature.set("id", source.get("id"));
    }
    feature.set("properties", source.path("properties"));
    ObjectNode geometry = feature.putObject("geometry");
    geometry.put("type", source.get("type").asString());
    geometry.set("coordinates", coordinates);
    features.add(feature);
  }

  private ArrayNode multiPolygon(JsonNode polygons) {
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    polygons.forEach(polygon -> result.add(polygon(polygon)));
    return result;
  }

  private ArrayNode polygon(JsonNode rings) {
    ArrayNode result = JsonNodeFactory.instance.arrayNode();
    rings.forEach(ring -> result.add(ring(ring)));
    return result;
  }

  /** Joins arcs end to end; the first point of each but the first repeats the last one. */
  private ArrayNode ring(JsonNode indices) {
    ArrayNode ring = JsonNodeFactory.instance.arrayNode();
    for (JsonNode index : indices) {
      int i = index.asInt();
      boolean backwards = i < 0;
      int arcIndex = backwards ? ~i : i;
      if (arcIndex >= arcs.size()) {
        throw new DataException("topology-arc", "TopoJSON: arc " + i + " does not exist");
      }
      double[][] arc = arcs.get(arcIndex);
      for (int k = ring.isEmpty() ? 0 : 1; k < arc.length; k++) {
        double[] point = arc[backwards ? arc.length - 1 - k : k];
        ring.addArray().add(rounded(point[0])).add(rounded(point[1]));
      }
    }
    return ring;
  }

  /** Six decimals of a degree are a tenth of a metre. */
  private static double rounded(double degrees) {
    return Math.rint(degrees * 1e6) / 1e6;
  }
}
