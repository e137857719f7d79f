package org.firebreak.city.region;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.triangulate.VoronoiDiagramBuilder;

/**
 * An island cut into small cells with natural shared borders: the Voronoi cells of a jittered
 * lattice, those nearest to the middle of a wavy shape kept, every border bent by {@link
 * NoisyEdge}. All vertices lie on one grid and both sides of a border have the very same points, so
 * any union of cells tiles exactly.
 */
final class Mosaic {

  private static final long SEEDS = Keys.purpose("region.mosaic.seeds");
  private static final long SHAPE = Keys.purpose("region.mosaic.shape");
  private static final long EDGE = Keys.purpose("region.mosaic.edge");
  private static final double SEA_SHARE = 2.2;
  private static final double JITTER = 0.62;

  /** A directed piece of border; its twin runs the other way. */
  record Border(Coordinate from, Coordinate to, List<Coordinate> line) {}

  private final List<Coordinate> seeds;
  private final List<List<Border>> borders;

  private Mosaic(List<Coordinate> seeds, List<List<Border>> borders) {
    this.seeds = seeds;
    this.borders = borders;
  }

  /** Seeds of the cells, index = cell. */
  List<Coordinate> seeds() {
    return seeds;
  }

  /** The borders of a cell, counter-clockwise. */
  List<Border> borders(int cell) {
    return borders.get(cell);
  }

  /** Makes an island of {@code cells} cells inside {@code box}. */
  static Mosaic of(long seed, int cells, Envelope box) {
    List<Coordinate> all = lattice(seed, (int) Math.ceil(cells * SEA_SHARE) + 40, box);
    double[] wave = wave(seed);
    List<Coordinate> land =
        all.stream()
            .sorted(
                Comparator.comparingDouble((Coordinate c) -> remoteness(c, box, wave))
                    .thenComparing(Comparator.naturalOrder()))
            .limit(cells)
            .toList();
    Map<Coordinate, List<Coordinate>> rings = voronoi(all, box);
    Map<List<Coordinate>, List<Coordinate>> owners = ownersOfEdges(all, rings);
    Map<List<Coordinate>, List<Coordinate>> lines = new HashMap<>();
    List<List<Border>> borders = new ArrayList<>();
    for (Coordinate site : land) {
      borders.add(
          bordersOf(Objects.requireNonNull(rings.get(site)), owners, lines, Keys.of(EDGE, seed)));
    }
    return new Mosaic(land, borders);
  }

  private static List<Coordinate> lattice(long seed, int count, Envelope box) {
    double step = StrictMath.sqrt(box.getWidth() * box.getHeight() / count);
    int columns = (int) Math.ceil(box.getWidth() / step);
    int rows = (int) Math.ceil(box.getHeight() / step);
    Draws draws = new Draws(Keys.of(SEEDS, seed));
    List<Coordinate> seeds = new ArrayList<>();
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double shift = row % 2 == 0 ? 0.25 : -0.25;
        double x = column + 0.5 + shift + JITTER * (draws.unit() - 0.5);
        double y = row + 0.5 + JITTER * (draws.unit() - 0.5);
        Coordinate site = NoisyEdge.snapped(box.getMinX() + x * step, box.getMinY() + y * step);
        if (box.contains(site)) {
          seeds.add(site);
        }
      }
    }
    return seeds;
  }

  private static double[] wave(long seed) {
    Draws draws = new Draws(Keys.of(SHAPE, seed));
    double[] wave = new double[8];
    for (int k = 0; k < 4; k++) {
      wave[2 * k] = (0.24 / (k + 1)) * (0.5 + draws.unit() / 2);
      wave[2 * k + 1] = 2 * StrictMath.PI * draws.unit();
    }
    return wave;
  }

  private static double remoteness(Coordinate c, Envelope box, double[] wave) {
    Coordinate middle = box.centre();
    double x = (c.x - middle.x) / box.getWidth();
    double y = (c.y - middle.y) / box.getHeight();
    double angle = StrictMath.atan2(y, x);
    double radius = 1;
    for (int k = 0; k < 4; k++) {
      radius += wave[2 * k] * StrictMath.cos((k + 2) * angle + wave[2 * k + 1]);
    }
    return StrictMath.sqrt(x * x + y * y) / radius;
  }

  private static Map<Coordinate, List<Coordinate>> voronoi(List<Coordinate> sites, Envelope box) {
    VoronoiDiagramBuilder builder = new VoronoiDiagramBuilder();
    builder.setSites(sites);
    builder.setClipEnvelope(box);
    Geometry diagram = builder.getDiagram(new GeometryFactory());
    Map<Coordinate, List<Coordinate>> rings = new LinkedHashMap<>();
    for (int i = 0; i < diagram.getNumGeometries(); i++) {
      Geometry cell = diagram.getGeometryN(i);
      List<Coordinate> ring = new ArrayList<>();
      for (Coordinate c : cell.getCoordinates()) {
        Coordinate vertex = NoisyEdge.snapped(c.x, c.y);
        if (ring.isEmpty() || !ring.getLast().equals2D(vertex)) {
          ring.add(vertex);
        }
      }
      if (org.locationtech.jts.algorithm.Orientation.isCCW(ring.toArray(Coordinate[]::new))) {
        rings.put((Coordinate) cell.getUserData(), ring);
      } else {
        rings.put((Coordinate) cell.getUserData(), ring.reversed());
      }
    }
    return rings;
  }

  private static Map<List<Coordinate>, List<Coordinate>> ownersOfEdges(
      List<Coordinate> sites, Map<Coordinate, List<Coordinate>> rings) {
    Map<List<Coordinate>, List<Coordinate>> owners = new HashMap<>();
    for (Coordinate site : sites) {
      List<Coordinate> ring = Objects.requireNonNull(rings.get(site));
      for (int i = 0; i + 1 < ring.size(); i++) {
        owners
            .computeIfAbsent(edge(ring.get(i), ring.get(i + 1)), k -> new ArrayList<>())
            .add(site);
      }
    }
    return owners;
  }

  private static List<Coordinate> edge(Coordinate a, Coordinate b) {
    return a.compareTo(b) < 0 ? List.of(a, b) : List.of(b, a);
  }

  private static List<Border> bordersOf(
      List<Coordinate> ring,
      Map<List<Coordinate>, List<Coordinate>> owners,
      Map<List<Coordinate>, List<Coordinate>> lines,
      long key) {
    List<Border> borders = new ArrayList<>();
    for (int i = 0; i + 1 < ring.size(); i++) {
      Coordinate from = ring.get(i);
      Coordinate to = ring.get(i + 1);
      List<Coordinate> edge = edge(from, to);
      List<Coordinate> line = lines.computeIfAbsent(edge, e -> bent(e, owners, key));
      borders.add(new Border(from, to, from.equals2D(edge.getFirst()) ? line : line.reversed()));
    }
    return borders;
  }

  private static List<Coordinate> bent(
      List<Coordinate> edge, Map<List<Coordinate>, List<Coordinate>> owners, long key) {
    List<Coordinate> seeds = owners.getOrDefault(edge, List.of());
    return seeds.size() < 2
        ? edge
        : NoisyEdge.between(edge.getFirst(), edge.getLast(), seeds.get(0), seeds.get(1), key);
  }
}
