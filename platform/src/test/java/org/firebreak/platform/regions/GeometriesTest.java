package org.firebreak.platform.regions;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.firebreak.base.error.DataException;
import org.junit.jupiter.api.Test;

class GeometriesTest {

  /** Two unit squares that share an edge, quantised with steps of 0.5 degrees. */
  private static final String TOPOLOGY =
      """
      {"type":"Topology","transform":{"scale":[0.5,0.5],"translate":[100,20]},
       "arcs":[[[2,0],[0,2]],[[2,2],[-2,0],[0,-2],[2,0]],[[2,0],[2,0],[0,2],[-2,0]]],
       "objects":{"all":{"type":"GeometryCollection","geometries":[
         {"type":"Polygon","id":"990101","arcs":[[0,1]],"properties":{"name":"West"}},
         {"type":"MultiPolygon","id":"990102","arcs":[[[2,-1]]],"properties":{"name":"East"}},
         {"type":"Point","coordinates":[0,0]}]}}}
      """;

  @Test
  void decodesQuantisedSharedAndReversedArcs() {
    List<Geometries.Feature> features = Geometries.read(TOPOLOGY, null);
    assertEquals(2, features.size());
    assertEquals(List.of("990101", "West"), features.getFirst().names());
    assertEquals(
        "{\"type\":\"Polygon\",\"coordinates\":[[[101.0,20.0],[101.0,21.0],[100.0,21.0],[100.0,20.0],[101.0,20.0]]]}",
        features.getFirst().geometry());
    assertEquals(
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[101.0,20.0],[102.0,20.0],[102.0,21.0],[101.0,21.0],[101.0,20.0]]]]}",
        features.get(1).geometry());
  }

  @Test
  void readsGeoJsonByANamedProperty() {
    String json =
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"k":990101,"code":"x"},
         "geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,0]]]}}]}
        """;
    assertEquals(List.of("990101"), Geometries.read(json, "k").getFirst().names());
  }

  @Test
  void joinsTheAreasOfOneRegion() {
    String square = "{\"type\":\"Polygon\",\"coordinates\":[[[0,0],[1,0],[1,1],[0,0]]]}";
    String islands = "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[5,5],[6,5],[6,6],[5,5]]]]}";
    assertEquals(
        "{\"type\":\"MultiPolygon\",\"coordinates\":[[[[0,0],[1,0],[1,1],[0,0]]],[[[5,5],[6,5],[6,6],[5,5]]]]}",
        Geometries.union(List.of(square, islands)));
    assertEquals(square, Geometries.union(List.of(square)));
  }

  @Test
  void saysWhatIsWrong() {
    for (String bad : List.of("", "{", "[]", "{\"type\":\"FeatureCollection\",\"features\":[]}")) {
      assertThrows(DataException.class, () -> Geometries.read(bad, null), bad);
    }
  }
}
