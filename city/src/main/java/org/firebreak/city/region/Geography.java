package org.firebreak.city.region;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Polygon;

/**
 * Generated geometry (WGS-84 degrees) of a region tree: an island in the open North-West Pacific
 * near 31 N 152 E, where there is no land, so that nobody takes it for a real place. The leaves
 * tile their parents exactly, and those tile theirs. Immutable.
 */
public final class Geography {

  private static final long SPLIT = Keys.purpose("region.geography.split");
  private static final long POINT = Keys.purpose("region.geography.point");
  private static final Envelope SEA = new Envelope(149.2, 154.8, 28.6, 33.4);
  private static final int CELLS_PER_LEAF = 5;
  private static final GeometryFactory FACTORY = new GeometryFactory();

  private final Mosaic mosaic;
  private final RegionTree tree;
  private final Map<String, List<Integer>> cellsByCode = new LinkedHashMap<>();
  private final Map<String, Geometry> geometryByCode = new HashMap<>();

  /** Generates the geometry of {@code tree} from {@code seed}. */
  public Geography(RegionTree tree, long seed) {
    this.tree = tree;
    this.mosaic = Mosaic.of(seed, tree.leaves().size() * CELLS_PER_LEAF, SEA);
    List<Integer> all = new ArrayList<>();
    for (int cell = 0; cell < mosaic.seeds().size(); cell++) {
      all.add(cell);
    }
    split(tree.roots(), all, Keys.of(SPLIT, seed));
    for (Region region : tree.regions()) {
      geometryByCode.put(region.code(), union(cellsByCode.getOrDefault(region.code(), List.of())));
    }
  }

  /** The area of a region: a polygon, or several. */
  public Geometry geometry(Region region) {
    Geometry geometry = geometryByCode.get(region.code());
    if (geometry == null) {
      throw new IllegalArgumentException("There is no region " + region.code());
    }
    return geometry;
  }

  /** A point inside a leaf, by key; more likely near the middle of its cells. */
  public Coordinate pointIn(Region leaf, long key) {
    List<Integer> cells = cellsByCode.get(leaf.code());
    if (cells == null) {
      throw new IllegalArgumentException("There is no region " + leaf.code());
    }
    Draws draws = new Draws(Keys.of(POINT, key));
    int cell = cells.get(draws.below(cells.size()));
    Coordinate seed = mosaic.seeds().get(cell);
    List<Mosaic.Border> borders = mosaic.borders(cell);
    Coordinate corner = borders.get(draws.below(borders.size())).from();
    Coordinate next = borders.get(draws.below(borders.size())).from();
    double reach = 0.6 * draws.unit();
    double lean = draws.unit() / 2;
    double x = corner.x * (1 - lean) + next.x * lean;
    double y = corner.y * (1 - lean) + next.y * lean;
    return NoisyEdge.snapped(seed.x + reach * (x - seed.x), seed.y + reach * (y - seed.y));
  }

  /** Shares out cells among sibling regions by cutting the set in two again and again. */
  private void split(List<Region> siblings, List<Integer> cells, long key) {
    if (siblings.size() == 1) {
      Region only = siblings.getFirst();
      cellsByCode.put(only.code(), cells);
      List<Region> below = tree.children(only.code());
      if (!below.isEmpty()) {
        split(below, cells, Keys.of(key, 1));
      }
      return;
    }
    int middle = siblings.size() / 2;
    List<Region> first = siblings.subList(0, middle);
    List<Region> second = siblings.subList(middle, siblings.size());
    int cut = first.stream().mapToInt(r -> tree.leavesOf(r).size()).sum() * CELLS_PER_LEAF;
    List<Integer> ordered = alongLongAxis(cells, key);
    split(first, List.copyOf(ordered.subList(0, cut)), Keys.of(key, 2));
    split(second, List.copyOf(ordered.subList(cut, ordered.size())), Keys.of(key, 3));
  }

  private List<Integer> alongLongAxis(List<Integer> cells, long key) {
    double mx = 0;
    double my = 0;
    for (int cell : cells) {
      mx += mosaic.seeds().get(cell).x / cells.size();
      my += mosaic.seeds().get(cell).y / cells.size();
    }
    double xx = 0;
    double yy = 0;
    double xy = 0;
    for (int cell : cells) {
      double dx = mosaic.seeds().get(cell).x - mx;
      double dy = mosaic.seeds().get(cell).y - my;
      xx += dx * dx;
      yy += dy * dy;
      xy += dx * dy;
    }
    double angle = StrictMath.atan2(2 * xy, xx - yy) / 2 + 0.7 * (Keys.unit(key) - 0.5);
    double ax = StrictMath.cos(angle);
    double ay = StrictMath.sin(angle);
    return cells.stream()
        .sorted(
            Comparator.comparingDouble(
                    (Integer c) -> mosaic.seeds().get(c).x * ax + mosaic.seeds().get(c).y * ay)
                .thenComparing(Comparator.naturalOrder()))
        .toList();
  }

  /** Union of cells: borders that have their twin in the set vanish, the rest makes rings. */
  private Geometry union(List<Integer> cells) {
    Map<List<Coordinate>, Mosaic.Border> open = new LinkedHashMap<>();
    for (int cell : cells) {
      for (Mosaic.Border border : mosaic.borders(cell)) {
        if (open.remove(List.of(border.to(), border.from())) == null) {
          open.put(List.of(border.from(), border.to()), border);
        }
      }
    }
    Map<Coordinate, Deque<Mosaic.Border>> byStart = new LinkedHashMap<>();
    for (Mosaic.Border border : open.values()) {
      byStart.computeIfAbsent(border.from(), k -> new ArrayDeque<>()).add(border);
    }
    List<LinearRing> shells = new ArrayList<>();
    List<LinearRing> holes = new ArrayList<>();
    for (Deque<Mosaic.Border> starts : byStart.values()) {
      while (!starts.isEmpty()) {
        LinearRing ring = ring(starts.peek(), byStart);
        (org.locationtech.jts.algorithm.Orientation.isCCW(ring.getCoordinates()) ? shells : holes)
            .add(ring);
      }
    }
    return assembled(shells, holes);
  }

  private static LinearRing ring(
      Mosaic.Border start, Map<Coordinate, Deque<Mosaic.Border>> byStart) {
    List<Coordinate> points = new ArrayList<>();
    points.add(start.from());
    Coordinate at = start.from();
    do {
      Deque<Mosaic.Border> next = byStart.get(at);
      if (next == null || next.isEmpty()) {
        throw new IllegalStateException("A border ends at " + at);
      }
      Mosaic.Border border = next.remove();
      points.addAll(border.line().subList(1, border.line().size()));
      at = border.to();
    } while (!at.equals2D(start.from()));
    return FACTORY.createLinearRing(points.toArray(Coordinate[]::new));
  }

  private static Geometry assembled(List<LinearRing> shells, List<LinearRing> holes) {
    List<Polygon> polygons = new ArrayList<>();
    for (LinearRing shell : shells) {
      Polygon whole = FACTORY.createPolygon(shell);
      LinearRing[] inside =
          holes.stream()
              .filter(h -> whole.getEnvelopeInternal().covers(h.getEnvelopeInternal()))
              .filter(h -> whole.covers(h))
              .toArray(LinearRing[]::new);
      polygons.add(FACTORY.createPolygon(shell, inside));
    }
    return polygons.size() == 1
        ? polygons.getFirst()
        : FACTORY.createMultiPolygon(polygons.toArray(Polygon[]::new));
  }
}
