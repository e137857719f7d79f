package org.firebreak.platform.genomes;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is said of a tree as a whole.
 *
 * @param parsimony mutations on all branches
 * @param uncertain genomes that would fit equally well elsewhere
 * @param clock null where the tree could not be dated
 * @param note why it could not: {@code few-dates}, {@code no-signal}; empty if it could
 * @param placeLevel level of the regions that are the places, empty if they are words of the table
 * @param introductions changes of place along branches, most frequent first
 */
record TreeSummary(
    int parsimony,
    int uncertain,
    @Nullable ClockSummary clock,
    String note,
    String placeLevel,
    List<Introduction> introductions) {

  TreeSummary {
    introductions = List.copyOf(introductions);
  }

  /**
   * The molecular clock.
   *
   * @param rate substitutions a site and year, with its 95 % interval
   * @param fitted whether the rate was fitted with the dates; else it is that of the regression
   * @param rSquared share of the distance to the root that the regression on the date explains
   * @param rootDate decimal year of the root, with its 95 % interval
   */
  record ClockSummary(
      double rate,
      double rateLow,
      double rateHigh,
      boolean fitted,
      double rSquared,
      double rootDate,
      double rootLow,
      double rootHigh) {}

  /**
   * Changes of place.
   *
   * @param from code or name of the place
   */
  record Introduction(String from, String to, int count) {}
}
