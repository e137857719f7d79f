package org.firebreak.platform.regions;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.error.DataException;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Reads outlines of regions from any GeoJSON or TopoJSON file whose features carry a code or a
 * name.
 */
final class Geometries {

  /** Properties that commonly hold a region's code, in the order they are tried. */
  private static final List<String> CODE_PROPERTIES =
      List.of("code", "adcode", "region", "iso_a2", "ISO_A2", "GB", "gb", "id", "name");

  private Geometries() {}

  /**
   * The areas of a file.
   *
   * @param codeProperty name of the property with the code, or null to try the usual ones and the
   *     feature's id
   * @throws DataException if the text is neither GeoJSON nor TopoJSON
   */
  static List<Feature> read(String json, @Nullable String codeProperty) {
    JsonNode root = parse(json);
    List<Feature> features = new ArrayList<>();
    for (JsonNode feature : featuresOf(root)) {
      JsonNode geometry = feature.path("geometry");
      if (!geometry.path("type").asString("").endsWith("Polygon")) {
        continue;
      }
      features.add(new Feature(namesOf(feature, codeProperty), geometry.toString()));
    }
    if (features.isEmpty()) {
      throw new DataException(
          "geometry-empty",
          "The file has no areas (Polygon or MultiPolygon); send GeoJSON or TopoJSON");
    }
    return features;
  }

  private static JsonNode parse(String json) {
    try {
      return new ObjectMapper().readTree(json);
    } catch (JacksonException e) {
      throw new DataException(
          "geometry-not-json", "The file is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Iterable<? extends JsonNode> featuresOf(JsonNode root) {
    return switch (root.path("type").asString("")) {
      case "FeatureCollection" -> root.path("features");
      case "Feature" -> List.of(root);
      case "Topology" -> TopologyReader.features(root);
      default ->
          throw new DataException(
              "geometry-unknown",
              "The file is neither a GeoJSON FeatureCollection nor a TopoJSON Topology");
    };
  }

  /** Every text by which the feature may be known, likeliest first. */
  private static List<String> namesOf(JsonNode feature, @Nullable String codeProperty) {
    List<String> names = new ArrayList<>();
    JsonNode properties = feature.path("properties");
    if (codeProperty != null) {
      text(properties.path(codeProperty)).ifPresent(names::add);
      return names;
    }
    text(feature.path("id")).ifPresent(names::add);
    for (String property : CODE_PROPERTIES) {
      text(properties.path(property)).ifPresent(names::add);
    }
    return names;
  }

  private static Optional<String> text(JsonNode node) {
    String text = node.isValueNode() ? node.asString("").strip() : "";
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  /**
   * One GeoJSON geometry of several areas, as where a file gives islands a feature of their own.
   */
  static String union(List<String> geometries) {
    if (geometries.size() == 1) {
      return geometries.getFirst();
    }
    ObjectNode union = JsonNodeFactory.instance.objectNode();
    ArrayNode polygons = union.put("type", "MultiPolygon").putArray("coordinates");
    for (String geometry : geometries) {
      JsonNode area = parse(geometry);
      if ("Polygon".equals(area.path("type").asString(""))) {
        polygons.add(area.get("coordinates"));
      } else {
        area.get("coordinates").forEach(polygons::add);
      }
    }
    return union.toString();
  }

  /**
   * An area of a file.
   *
   * @param names codes or names it may be known by, likeliest first
   * @param geometry a GeoJSON geometry
   */
  record Feature(List<String> names, String geometry) {}
}
