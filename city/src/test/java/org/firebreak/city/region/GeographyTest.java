package org.firebreak.city.region;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.operation.union.CascadedPolygonUnion;

final class GeographyTest {

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void childrenTileTheirParentsExactly(long seed) {
    RegionTree tree = FictitiousProvince.of(seed, 1_000_000, 6);
    Geography geography = new Geography(tree, seed);
    for (Region region : tree.regions()) {
      Geometry whole = geography.geometry(region);
      assertTrue(whole.isValid(), region.name());
      List<Geometry> parts =
          tree.children(region.code()).stream().map(geography::geometry).toList();
      if (!parts.isEmpty()) {
        double sum = parts.stream().mapToDouble(Geometry::getArea).sum();
        assertEquals(whole.getArea(), sum, 1e-9);
        Geometry union = CascadedPolygonUnion.union(parts);
        assertEquals(whole.getArea(), union.getArea(), 1e-9, "parts overlap in " + region.name());
        assertEquals(0, whole.symDifference(union).getArea(), 1e-9);
      }
    }
  }

  @Test
  void pointsLieInTheirDistrict() {
    RegionTree tree = FictitiousProvince.of(5, 1_000_000, 3);
    Geography geography = new Geography(tree, 5);
    GeometryFactory factory = new GeometryFactory();
    for (Region leaf : tree.leaves()) {
      for (int i = 0; i < 50; i++) {
        assertTrue(
            geography.geometry(leaf).contains(factory.createPoint(geography.pointIn(leaf, i))));
      }
    }
  }

  @Test
  void worksOnAnyTree() {
    RegionTree tree =
        new RegionTree(
            List.of(
                new Region("A", "A", "甲", null, RegionLevel.PROVINCE, 0),
                new Region("B", "B", "乙", "A", RegionLevel.CITY, 0),
                new Region("C", "C", "丙", "A", RegionLevel.CITY, 0),
                new Region("D", "D", "丁", "C", RegionLevel.DISTRICT, 0)));
    Geography geography = new Geography(tree, 1);
    assertEquals(
        geography.geometry(tree.get("A")).getArea(),
        geography.geometry(tree.get("B")).getArea() + geography.geometry(tree.get("D")).getArea(),
        1e-9);
  }

  @Test
  void populationsAddUp() {
    RegionTree tree = FictitiousProvince.of(9, 123_457, 4);
    assertEquals(123_457, tree.roots().getFirst().population());
    for (Region region : tree.regions()) {
      long parts = tree.children(region.code()).stream().mapToLong(Region::population).sum();
      assertEquals(tree.children(region.code()).isEmpty() ? 0 : region.population(), parts);
      assertTrue(region.population() > 0);
    }
    assertThrows(UserException.class, () -> FictitiousProvince.of(9, 10, 4));
  }

  @Test
  void refusesBrokenTrees() {
    Region a = new Region("A", "A", "甲", "B", RegionLevel.CITY, 0);
    Region b = new Region("B", "B", "乙", "A", RegionLevel.CITY, 0);
    assertThrows(DataException.class, () -> new RegionTree(List.of(a)));
    assertThrows(DataException.class, () -> new RegionTree(List.of(a, b)));
    assertThrows(DataException.class, () -> new RegionTree(List.of(a, a)));
  }

  @Test
  void namesAndCodesAreNotThoseOfRealPlaces() throws IOException {
    String shared = System.getProperty("firebreak.shared", "");
    Path list = Path.of(shared, "data", "geo", "cn_area_code_2019_mca.csv");
    Assumptions.assumeTrue(Files.exists(list), "skipped: no list of real regions at " + list);
    Set<String> real =
        Files.readAllLines(list).stream()
            .flatMap(line -> List.of(line.split(",", -1)).stream())
            .collect(Collectors.toSet());
    for (Region region : FictitiousProvince.of(1, 10_000_000, 25).regions()) {
      assertFalse(real.contains(region.nameZh()), region.nameZh());
      assertFalse(real.contains(region.code()), region.code());
      assertTrue(region.code().matches("99\\d{4}"), region.code());
    }
  }
}
