package org.firebreak.platform.reproduction;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reproduction numbers of one region.
 *
 * @param days one a day, ascending; empty if there is too little to say anything
 */
record RtResult(List<RtDay> days) {

  RtResult {
    days = List.copyOf(days);
  }

  /** The latest day that later reports will hardly change, else null. */
  @Nullable RtDay settled() {
    return days.reversed().stream().filter(day -> !day.provisional()).findFirst().orElse(null);
  }

  @Nullable RtDay latest() {
    return days.isEmpty() ? null : days.getLast();
  }

  /**
   * The reproduction number of a day.
   *
   * @param date day of infection (renewal), or last day of the window (others)
   * @param low95 lower end of the central 95 % interval; the others alike
   * @param aboveOne probability of more than 1
   * @param growth exponential rate per day that belongs to the median (Wallinga and Lipsitch 2007)
   * @param provisional whether later reports will still change it
   * @param infections those of the day that are ever reported (nowcast); null where the method has
   *     none
   */
  record RtDay(
      LocalDate date,
      double mean,
      double median,
      double low95,
      double low50,
      double high50,
      double high95,
      double aboveOne,
      double growth,
      double growthLow,
      double growthHigh,
      boolean provisional,
      @Nullable Double infections,
      @Nullable Double infectionsLow,
      @Nullable Double infectionsHigh) {}
}
