package org.firebreak.intake.quality;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Map;
import org.firebreak.intake.IntakeSummary;
import org.firebreak.intake.problem.Dimension;
import org.firebreak.intake.problem.RuleCatalogue;

/**
 * Quality of a data set in five parts, each from 0 (bad) to 1 (good). Definitions and their limits:
 * docs/methods/data-quality.md.
 *
 * @param completeness share of the expected cells that are filled
 * @param validity share of records that break no rule of form
 * @param consistency share of records that contradict neither themselves nor others
 * @param uniqueness share of records that do not come twice
 * @param timeliness share of the release interval kept; 1 if the latest data are no older than it
 */
public record Scorecard(
    double completeness,
    double validity,
    double consistency,
    double uniqueness,
    double timeliness) {

  public Scorecard {
    for (double part : new double[] {completeness, validity, consistency, uniqueness, timeliness}) {
      if (!(part >= 0 && part <= 1)) {
        throw new IllegalArgumentException("A part of the score must be 0..1, was " + part);
      }
    }
  }

  /** The mean of the five parts. */
  public double overall() {
    return (completeness + validity + consistency + uniqueness + timeliness) / 5;
  }

  /**
   * The score of an import.
   *
   * @param summary what the run counted
   * @param expectedFields names of the fields that should be filled: those the mapping binds to a
   *     column and those required
   * @param newestData the newest day the data are about
   * @param asOf the day they were known
   * @param releaseIntervalDays days between two releases, at least 1
   */
  public static Scorecard of(
      IntakeSummary summary,
      Collection<String> expectedFields,
      LocalDate newestData,
      LocalDate asOf,
      int releaseIntervalDays) {
    long candidates = summary.candidates();
    return new Scorecard(
        completeness(summary.fields(), expectedFields, candidates),
        share(broken(summary, Dimension.VALIDITY), candidates),
        share(broken(summary, Dimension.CONSISTENCY), candidates),
        share(broken(summary, Dimension.UNIQUENESS) + summary.repeated(), candidates),
        timeliness(newestData, asOf, releaseIntervalDays));
  }

  private static double completeness(
      Map<String, Long> filled, Collection<String> expected, long candidates) {
    if (expected.isEmpty() || candidates == 0) {
      return 1;
    }
    double sum = 0;
    for (String field : expected) {
      sum += Math.min(1, filled.getOrDefault(field, 0L) / (double) candidates);
    }
    return sum / expected.size();
  }

  private static long broken(IntakeSummary summary, Dimension dimension) {
    long count = 0;
    for (Map.Entry<String, Long> entry : summary.rules().entrySet()) {
      if (RuleCatalogue.shipped().get(entry.getKey()).dimension() == dimension) {
        count += entry.getValue();
      }
    }
    return count;
  }

  private static double share(long broken, long candidates) {
    return candidates == 0 ? 1 : Math.max(0, 1 - broken / (double) candidates);
  }

  /**
   * 1 while the newest data are at most one release interval old, falling in a straight line to 0
   * when they are as late again as ten intervals.
   */
  static double timeliness(LocalDate newestData, LocalDate asOf, int releaseIntervalDays) {
    if (releaseIntervalDays < 1) {
      throw new IllegalArgumentException(
          "The release interval must be 1 day or more, was " + releaseIntervalDays);
    }
    long lateDays = ChronoUnit.DAYS.between(newestData, asOf) - releaseIntervalDays;
    return Math.clamp(1 - lateDays / (10.0 * releaseIntervalDays), 0, 1);
  }
}
