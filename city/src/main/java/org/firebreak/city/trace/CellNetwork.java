package org.firebreak.city.trace;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.firebreak.city.life.Life;
import org.firebreak.city.life.Place;
import org.firebreak.city.life.PlaceKind;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Geography;
import org.firebreak.city.region.Region;
import org.locationtech.jts.geom.Coordinate;

/**
 * The cells of the mobile network: in every district some, by population; every place belongs to
 * one, and some 260 neighbours share that of their homes. Immutable.
 */
public final class CellNetwork {

  private static final long PURPOSE = Keys.purpose("trace.cells");
  private static final int PEOPLE_PER_CELL = 1500;
  private static final int FEWEST = 6;
  private static final int MOST = 500;
  private static final int NEIGHBOURS = 3;
  private static final int HOMES_TOGETHER = 260;
  private static final double METRES_PER_DEGREE = 111_195;

  /**
   * One cell.
   *
   * @param id as it stands in files
   * @param leaf district it stands in
   * @param longitude degrees east
   * @param latitude degrees north
   * @param radiusMetres how far it reaches
   * @param neighbours the nearest cells of the district
   */
  public record Cell(
      String id,
      int leaf,
      double longitude,
      double latitude,
      int radiusMetres,
      List<Integer> neighbours) {}

  private final Life life;
  private final long key;
  private final int[] firstCell;
  private final List<Cell> cells = new ArrayList<>();

  public CellNetwork(Life life, Geography geography, long seed) {
    this.life = life;
    this.key = Keys.of(PURPOSE, seed);
    People people = life.people();
    this.firstCell = new int[people.leafCount() + 1];
    for (int leaf = 0; leaf < people.leafCount(); leaf++) {
      Region region = people.tree().leaves().get(leaf);
      int count = Math.clamp(people.leafSize(leaf) / PEOPLE_PER_CELL, FEWEST, MOST);
      List<Coordinate> points = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        points.add(geography.pointIn(region, Keys.of(key, leaf, i)));
      }
      addCells(leaf, points);
      firstCell[leaf + 1] = cells.size();
    }
  }

  private void addCells(int leaf, List<Coordinate> points) {
    int first = cells.size();
    for (int i = 0; i < points.size(); i++) {
      Coordinate at = points.get(i);
      List<Integer> nearest =
          IntStream.range(0, points.size())
              .boxed()
              .sorted(Comparator.comparingDouble((Integer j) -> metres(at, points.get(j))))
              .skip(1)
              .limit(NEIGHBOURS)
              .toList();
      double reach = metres(at, points.get(nearest.getLast()));
      cells.add(
          new Cell(
              "c%05d".formatted(first + i),
              leaf,
              at.x,
              at.y,
              (int) Math.clamp(reach, 200, 8000),
              nearest.stream().map(j -> first + j).toList()));
    }
  }

  private static double metres(Coordinate a, Coordinate b) {
    double dx = (a.x - b.x) * StrictMath.cos(StrictMath.toRadians((a.y + b.y) / 2));
    double dy = a.y - b.y;
    return METRES_PER_DEGREE * StrictMath.sqrt(dx * dx + dy * dy);
  }

  /** All cells; their index is their number. */
  public List<Cell> cells() {
    return List.copyOf(cells);
  }

  /**
   * The cell that serves a place.
   *
   * @param progress share of the stay that is over, 0 to 1, for places that move
   */
  public int cellOf(long place, double progress) {
    PlaceKind kind = Place.kind(place);
    if (kind == PlaceKind.TRAIN) {
      int city = life.travel().citiesOf(place)[progress < 0.5 ? 0 : 1];
      return inCity(city, Keys.of(key, Place.scope(place), (long) (progress * 6)));
    } else if (kind == PlaceKind.TRANSIT && Place.isCityWide(place)) {
      return inCity(Place.scope(place), Keys.of(key, place, (long) (progress * 4)));
    } else if (Place.isCityWide(place)) {
      return inCity(Place.scope(place), Keys.of(key, place));
    } else {
      int group = kind == PlaceKind.HOME ? Place.group(place) / HOMES_TOGETHER : Place.group(place);
      long local = kind == PlaceKind.WARD ? 0 : Keys.of(kind.letter().charAt(0), group);
      return inLeaf(Place.scope(place), Keys.of(key, local));
    }
  }

  private int inCity(int city, long choice) {
    int leaf = life.travel().leafOfCity(city, Keys.unit(choice));
    return inLeaf(leaf, Keys.of(choice, 1));
  }

  private int inLeaf(int leaf, long choice) {
    return firstCell[leaf] + Keys.below(choice, firstCell[leaf + 1] - firstCell[leaf]);
  }
}
