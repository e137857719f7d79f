package org.firebreak.trace.population;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.firebreak.trace.Evidence;
import org.firebreak.trace.store.DaySegments;

/**
 * People by area and hour: who is there at half past each hour. Of several stays at that moment the
 * most precise counts, so a person counts at most once an hour and areas add up.
 */
public final class Heat {

  private static final int HOURS = 24;
  private static final int HOUR_SECONDS = 3_600;
  private static final int HALF_PAST = 1_800;

  /** The area of a place is not known. */
  public static final int UNKNOWN = -1;

  /**
   * People in an area at half past an hour.
   *
   * @param area number of the area
   * @param hour 0 to 23, in the store's days
   */
  public record Count(int area, int hour, long persons) {}

  private Heat() {}

  /**
   * Counts by area and hour, in this order.
   *
   * @param areaOf area of each place, {@link #UNKNOWN} for none
   */
  public static List<Count> of(DaySegments day, int[] areaOf, int persons, int threads) {
    LongCounter all = new LongCounter();
    PersonRanges.run(
        persons,
        threads,
        (first, end) -> {
          Hours hours = new Hours(areaOf, day.start());
          day.scanPersons(first, end, hours::stay);
          hours.end();
          return hours.counts;
        },
        all::addAll);
    List<Count> counts = new ArrayList<>();
    for (long key : all.keys()) {
      counts.add(new Count((int) (key / HOURS), (int) (key % HOURS), all.get(key)));
    }
    return counts;
  }

  /** Where a person was at each half past, person after person. */
  private static final class Hours {
    private final int[] areaOf;
    private final long dayStart;
    private final LongCounter counts = new LongCounter();
    private final int[] area = new int[HOURS];
    private final int[] precision = new int[HOURS];
    private int person = -1;

    Hours(int[] areaOf, long dayStart) {
      this.areaOf = areaOf;
      this.dayStart = dayStart;
      Arrays.fill(precision, Integer.MAX_VALUE);
    }

    void stay(int who, int place, int evidence, int row, long from, long to) {
      if (who != person) {
        end();
        person = who;
      }
      int here = areaOf[place];
      if (here == UNKNOWN) {
        return;
      }
      int metres = Evidence.precisionMetres(evidence);
      int first = (int) ((from - dayStart - HALF_PAST + HOUR_SECONDS - 1) / HOUR_SECONDS);
      for (int hour = Math.max(0, first);
          hour < HOURS && dayStart + (long) hour * HOUR_SECONDS + HALF_PAST < to;
          hour++) {
        if (metres < precision[hour]) {
          precision[hour] = metres;
          area[hour] = here;
        }
      }
    }

    void end() {
      for (int hour = 0; hour < HOURS; hour++) {
        if (precision[hour] != Integer.MAX_VALUE) {
          counts.add((long) area[hour] * HOURS + hour, 1);
          precision[hour] = Integer.MAX_VALUE;
        }
      }
    }
  }
}
