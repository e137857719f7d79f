package org.firebreak.trace.population;

import java.util.Arrays;
import org.firebreak.trace.detect.PlaceMap;
import org.firebreak.trace.store.DaySegments;

/**
 * What a day looked like for each region: who of its residents was there, who visited, who stayed
 * at home, how far residents ranged.
 *
 * <p>Radius of gyration: root of the mean squared distance of a person's stays from their middle,
 * weighted by time (Gonzalez et al. 2008); of persons with a position in at least half of their
 * time.
 */
public final class Residents {

  private static final double METRES_PER_DEGREE = 111_195;

  /** Figures of one region; persons, and metres. */
  public static final class Row {
    private long residents;
    private long residentsSeen;
    private long residentsPresent;
    private long visitors;
    private long stayedAtHome;
    private long located;
    private double radiusMetresSum;

    /** People whose home is in the region. */
    public long residents() {
      return residents;
    }

    /** Residents seen anywhere on the day. */
    public long residentsSeen() {
      return residentsSeen;
    }

    /** Residents seen in the region. */
    public long residentsPresent() {
      return residentsPresent;
    }

    /** People seen in the region whose home is in another. */
    public long visitors() {
      return visitors;
    }

    /** Residents seen nowhere but at one place. */
    public long stayedAtOnePlace() {
      return stayedAtHome;
    }

    /** Residents whose radius is known. */
    public long located() {
      return located;
    }

    /** Mean radius of gyration of residents, metres; NaN if none is known. */
    public double meanRadiusMetres() {
      return located == 0 ? Double.NaN : radiusMetresSum / located;
    }

    private void add(Row other) {
      residents += other.residents;
      residentsSeen += other.residentsSeen;
      residentsPresent += other.residentsPresent;
      visitors += other.visitors;
      stayedAtHome += other.stayedAtHome;
      located += other.located;
      radiusMetresSum += other.radiusMetresSum;
    }
  }

  private Residents() {}

  /** Figures of every region by its number. */
  public static Row[] of(
      DaySegments day, Regions regions, Homes homes, PlaceMap map, int persons, int threads) {
    Row[] all = rows(regions);
    PersonRanges.run(
        persons,
        threads,
        (first, end) -> {
          DayOfPerson scan = new DayOfPerson(regions, homes, map);
          day.scanPersons(first, end, scan::stay);
          scan.end();
          for (int person = first; person < end; person++) {
            if (homes.of(person) != Regions.UNKNOWN) {
              scan.rows[homes.of(person)].residents++;
            }
          }
          return scan.rows;
        },
        rows -> {
          for (int i = 0; i < all.length; i++) {
            all[i].add(rows[i]);
          }
        });
    return all;
  }

  private static Row[] rows(Regions regions) {
    Row[] rows = new Row[regions.count()];
    Arrays.setAll(rows, i -> new Row());
    return rows;
  }

  /** Gathers a person's day, person after person. */
  private static final class DayOfPerson {
    private final Regions regions;
    private final Homes homes;
    private final PlaceMap map;
    private final Row[] rows;
    private final int[] seenBy;
    private int person = -1;
    private int places;
    private int lastPlace;
    private double weight;
    private double unlocated;
    private double sumX;
    private double sumY;
    private double sumSquares;
    private double originX;
    private double originY;
    private double cosine;

    DayOfPerson(Regions regions, Homes homes, PlaceMap map) {
      this.regions = regions;
      this.homes = homes;
      this.map = map;
      this.rows = Residents.rows(regions);
      this.seenBy = new int[regions.count()];
      Arrays.fill(seenBy, -1);
    }

    void stay(int who, int place, int evidence, int row, long from, long to) {
      if (who != person) {
        end();
        person = who;
        places = 0;
        weight = 0;
        unlocated = 0;
        lastPlace = -1;
      }
      if (place != lastPlace) {
        places++;
        lastPlace = place;
      }
      int region = regions.of(place);
      if (region != Regions.UNKNOWN && seenBy[region] != who) {
        seenBy[region] = who;
        int home = homes.of(who);
        if (home == region) {
          rows[region].residentsPresent++;
        } else if (home != Regions.UNKNOWN) {
          rows[region].visitors++;
        }
      }
      locate(place, (double) to - from);
    }

    private void locate(int place, double seconds) {
      if (!map.has(place)) {
        unlocated += seconds;
        return;
      }
      if (weight == 0) {
        originX = map.longitude(place);
        originY = map.latitude(place);
        cosine = Math.cos(Math.toRadians(originY));
        sumX = 0;
        sumY = 0;
        sumSquares = 0;
      }
      double x = (map.longitude(place) - originX) * METRES_PER_DEGREE * cosine;
      double y = (map.latitude(place) - originY) * METRES_PER_DEGREE;
      weight += seconds;
      sumX += seconds * x;
      sumY += seconds * y;
      sumSquares += seconds * (x * x + y * y);
    }

    void end() {
      int home = person < 0 ? Regions.UNKNOWN : homes.of(person);
      if (home == Regions.UNKNOWN) {
        return;
      }
      Row row = rows[home];
      row.residentsSeen++;
      row.stayedAtHome += places == 1 ? 1 : 0;
      if (weight > 0 && weight >= unlocated) {
        double x = sumX / weight;
        double y = sumY / weight;
        row.located++;
        row.radiusMetresSum += Math.sqrt(Math.max(0, sumSquares / weight - x * x - y * y));
      }
    }
  }
}
