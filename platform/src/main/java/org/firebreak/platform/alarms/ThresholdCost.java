package org.firebreak.platform.alarms;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Assessment;
import org.jspecify.annotations.Nullable;

/**
 * What a threshold costs and what it brings, found by trying: the newest steps of loaded series are
 * replayed as if they came in one by one; the same is done on quiet copies of them (same mean
 * level, weekday rhythm and spread, nothing happens), where every alarm is a false one; and
 * outbreaks are planted into the loaded series to see how many are found, and when. Method:
 * docs/methods/alarm-threshold-cost.md. Deterministic for a seed, for any number of threads.
 */
final class ThresholdCost {

  private static final double DAYS_PER_MONTH = 365.25 / 12;

  private final RuleDefinition rule;
  private final List<Steps> series;
  private final int replaySteps;
  private final int outbreaksPerSeries;
  private final long seed;

  /**
   * @param series sample of the series of the rule, all with the same length of step
   * @param replaySteps newest steps to replay
   * @param outbreaksPerSeries outbreaks planted into each series, one at a time
   */
  ThresholdCost(
      RuleDefinition rule, List<Steps> series, int replaySteps, int outbreaksPerSeries, long seed) {
    this.rule = rule;
    this.series = series;
    this.replaySteps = replaySteps;
    this.outbreaksPerSeries = outbreaksPerSeries;
    this.seed = seed;
  }

  /**
   * The cost of one threshold, for one series.
   *
   * @param threshold null = the method's own
   * @param falsePerMonth alarms on the quiet copies
   * @param alarmsPerMonth alarms on the loaded series, right ones and false ones
   * @param detection share of planted outbreaks found while they lasted; NaN if none was planted
   * @param delayDays mean time from the begin of those found to the first flag; NaN if none was
   */
  record Cost(
      @Nullable Double threshold,
      double falsePerMonth,
      double alarmsPerMonth,
      double detection,
      double delayDays) {}

  /** What was counted on one series. */
  private record Tally(
      int falseAlarms, int alarms, double months, int planted, int found, int delaySteps) {

    static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

    Tally plus(Tally o) {
      return new Tally(
          falseAlarms + o.falseAlarms,
          alarms + o.alarms,
          months + o.months,
          planted + o.planted,
          found + o.found,
          delaySteps + o.delaySteps);
    }
  }

  List<Cost> of(List<@Nullable Double> thresholds) {
    List<Cost> costs = new ArrayList<>();
    for (Double threshold : thresholds) {
      RuleDefinition candidate = rule.withThreshold(threshold);
      // In order, so that sums of doubles do not depend on threads.
      Tally sum =
          IntStream.range(0, series.size())
              .parallel()
              .mapToObj(
                  i -> tally(candidate, series.get(i), new SplittableRandom(seed + 7919L * i)))
              .toList()
              .stream()
              .reduce(Tally.NONE, Tally::plus);
      int days = series.isEmpty() ? 1 : series.getFirst().daysPerStep();
      costs.add(
          new Cost(
              threshold,
              sum.falseAlarms() / sum.months(),
              sum.alarms() / sum.months(),
              (double) sum.found() / sum.planted(),
              (double) sum.delaySteps() / sum.found() * days));
    }
    return costs;
  }

  private Tally tally(RuleDefinition candidate, Steps steps, SplittableRandom random) {
    int from = Math.max(0, steps.count() - replaySteps);
    double months = (steps.count() - from) * steps.daysPerStep() / DAYS_PER_MONTH;
    Assessment real = Watch.assess(candidate, steps, from);
    QuietCopy quiet = QuietCopy.of(steps, from);
    Steps copy = quiet.draw(random);
    Tally tally =
        new Tally(
            alarms(candidate, copy, Watch.assess(candidate, copy, from), from),
            alarms(candidate, steps, real, from),
            months,
            0,
            0,
            0);
    for (int i = 0; i < outbreaksPerSeries; i++) {
      tally = tally.plus(plant(candidate, steps, real, from, quiet, random));
    }
    return tally;
  }

  /** Flagged steps within the rule's quiet days of each other are one alarm. */
  private static int alarms(RuleDefinition rule, Steps steps, Assessment assessed, int from) {
    int alarms = 0;
    int last = Integer.MIN_VALUE / 2;
    for (int step = from; step < steps.count(); step++) {
      if (assessed.alarm()[step]) {
        alarms += (step - last) * steps.daysPerStep() > rule.quietDays() ? 1 : 0;
        last = step;
      }
    }
    return alarms;
  }

  /**
   * Plants an outbreak; found if a step of it is flagged that is not flagged without it, so that
   * what the loaded series shows anyway is not taken for a find.
   */
  private static Tally plant(
      RuleDefinition rule,
      Steps steps,
      Assessment without,
      int from,
      QuietCopy quiet,
      SplittableRandom random) {
    double[] extra = quiet.outbreak(random);
    int room = steps.count() - from - extra.length;
    if (room < 1) {
      return Tally.NONE;
    }
    int start = from + random.nextInt(room);
    int end = start + extra.length;
    double[] values = java.util.Arrays.copyOf(steps.values(), end);
    for (int i = 0; i < extra.length; i++) {
      values[start + i] += extra[i];
    }
    Assessment with =
        Watch.assess(rule, new Steps(steps.first(), steps.daysPerStep(), values), start);
    boolean assessed = false;
    for (int step = start; step < end; step++) {
      assessed |= with.assessed(step);
      if (with.alarm()[step] && !without.alarm()[step]) {
        return new Tally(0, 0, 0, 1, 1, step - start);
      }
    }
    return assessed ? new Tally(0, 0, 0, 1, 0, 0) : Tally.NONE;
  }

  /** Thresholds worth trying for a method. */
  static List<Double> candidates(String method) {
    return method.equals(AlarmMethod.CUSUM.word())
        ? List.of(1.5, 2.26, 3.0, 4.0, 6.0, 9.0, 14.0)
        : List.of(0.0005, 0.001, 0.002, 0.005, 0.01, 0.02, 0.05);
  }
}
