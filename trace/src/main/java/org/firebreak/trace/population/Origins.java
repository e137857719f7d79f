package org.firebreak.trace.population;

import org.firebreak.trace.store.DaySegments;

/** Where the people of a region come from, and where its residents are. */
public final class Origins {

  private Origins() {}

  /**
   * Counts by pair of home and daily location.
   *
   * @param region number of the region
   * @param fromThere true: those who end the day in the region, by home; false: its residents, by
   *     where they end the day
   * @return persons by number of the other region
   */
  public static long[] of(
      DaySegments day,
      Regions regions,
      Homes homes,
      int region,
      boolean fromThere,
      int persons,
      int threads) {
    long[] all = new long[regions.count()];
    PersonRanges.run(
        persons,
        threads,
        (first, end) -> {
          long[] counts = new long[regions.count()];
          int[] here = Homes.daily(day, regions, Homes.Daily.LAST, first, end);
          for (int person = first; person < end; person++) {
            int home = homes.of(person);
            int now = here[person - first];
            int fixed = fromThere ? now : home;
            int other = fromThere ? home : now;
            if (fixed == region && other != Regions.UNKNOWN) {
              counts[other]++;
            }
          }
          return counts;
        },
        counts -> {
          for (int i = 0; i < counts.length; i++) {
            all[i] += counts[i];
          }
        });
    return all;
  }
}
