package org.firebreak.trace.population;

import java.util.Arrays;
import java.util.List;
import org.firebreak.trace.store.DaySegments;

/**
 * Where people live, by their stays over some days. Each day gives one region: that of the last
 * stay of the day (FlowKit's daily location "last"), or the one with the longest time. Home is the
 * region of most days; of equals the one of the latest day (FlowKit's modal location). Days without
 * a stay in a known region do not count.
 *
 * <p>Memory: 4 bytes a person and day of a range of persons, and 4 bytes a person.
 */
public final class Homes {

  /** Which region stands for a day. */
  public enum Daily {
    LAST,
    LONGEST
  }

  private final int[] regionOf;

  private Homes(int[] regionOf) {
    this.regionOf = regionOf;
  }

  /** The home region of a person; {@link Regions#UNKNOWN} if none is known. */
  public int of(int person) {
    return regionOf[person];
  }

  /** Homes of all persons by the days given, in time order. */
  public static Homes of(
      List<DaySegments> days, Regions regions, Daily daily, int persons, int threads) {
    int[] result = new int[persons];
    PersonRanges.run(
        persons,
        threads,
        (first, end) -> {
          int[][] byDay = new int[days.size()][];
          for (int d = 0; d < byDay.length; d++) {
            byDay[d] = daily(days.get(d), regions, daily, first, end);
          }
          int[] votes = new int[byDay.length];
          for (int person = first; person < end; person++) {
            for (int d = 0; d < byDay.length; d++) {
              votes[d] = byDay[d][person - first];
            }
            result[person] = modal(votes);
          }
          return end - first;
        },
        done -> {});
    return new Homes(result);
  }

  /** The region of most days, the later of equals. */
  private static int modal(int[] votes) {
    int best = Regions.UNKNOWN;
    int most = 0;
    for (int i = votes.length - 1; i >= 0; i--) {
      int count = 0;
      for (int vote : votes) {
        count += vote == votes[i] ? 1 : 0;
      }
      if (votes[i] != Regions.UNKNOWN && count > most) {
        most = count;
        best = votes[i];
      }
    }
    return best;
  }

  /** The daily location of each person of a range. */
  static int[] daily(DaySegments day, Regions regions, Daily daily, int first, int end) {
    int[] region = new int[end - first];
    Arrays.fill(region, Regions.UNKNOWN);
    if (daily == Daily.LONGEST) {
      Longest longest = new Longest(first, region);
      day.scanPersons(
          first,
          end,
          (person, place, evidence, row, from, to) ->
              longest.add(person, regions.of(place), to - from));
      longest.end();
      return region;
    }
    long[] latest = new long[end - first];
    day.scanPersons(
        first,
        end,
        (person, place, evidence, row, from, to) -> {
          int here = regions.of(place);
          if (here != Regions.UNKNOWN && to >= latest[person - first]) {
            latest[person - first] = to;
            region[person - first] = here;
          }
        });
    return region;
  }

  /** Adds up time by region, person after person. */
  private static final class Longest {
    private final int first;
    private final int[] result;
    private final LongCounterOfFew time = new LongCounterOfFew();
    private int person = -1;

    Longest(int first, int[] result) {
      this.first = first;
      this.result = result;
    }

    void add(int who, int region, long seconds) {
      if (who != person) {
        end();
        person = who;
      }
      if (region != Regions.UNKNOWN) {
        time.add(region, seconds);
      }
    }

    void end() {
      if (person >= 0) {
        result[person - first] = time.best();
      }
      time.clear();
    }
  }

  /** Time in the few regions of one person's day. */
  private static final class LongCounterOfFew {
    private int[] regions = new int[8];
    private long[] seconds = new long[8];
    private int count;

    void add(int region, long more) {
      int at = 0;
      while (at < count && regions[at] != region) {
        at++;
      }
      if (at == count) {
        if (count == regions.length) {
          regions = Arrays.copyOf(regions, 2 * count);
          seconds = Arrays.copyOf(seconds, 2 * count);
        }
        regions[count] = region;
        seconds[count++] = 0;
      }
      seconds[at] += more;
    }

    /** The one with the longest time; of equals the later come. */
    int best() {
      int best = Regions.UNKNOWN;
      long most = -1;
      for (int i = 0; i < count; i++) {
        if (seconds[i] >= most) {
          most = seconds[i];
          best = regions[i];
        }
      }
      return best;
    }

    void clear() {
      count = 0;
    }
  }
}
