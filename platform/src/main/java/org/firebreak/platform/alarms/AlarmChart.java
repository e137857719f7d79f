package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.KnownSeries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * What an alarm was seen in: the series with what its rule expected, and what the other methods say
 * of its last step. Computed on what is known now, or was known then.
 */
@Component
class AlarmChart {

  private static final int STEPS_BEFORE = 60;
  private static final int STEPS_MOST = 400;

  private final RuleTable rules;
  private final SeriesEvaluation series;
  private final FlagTable flags;
  private final Regions regions;

  AlarmChart(RuleTable rules, SeriesEvaluation series, FlagTable flags, Regions regions) {
    this.rules = rules;
    this.series = series;
    this.flags = flags;
    this.regions = regions;
  }

  /**
   * A series as a rule judges it; null = not known or not assessed. Of a cluster, the cases of all
   * its places by the automatic method.
   *
   * @param vintage as known then
   * @param flagged whether the rule flags the step on these data
   * @param raisedOn steps for which the alarm stands, as they were judged
   */
  @Schema(name = "AlarmChart")
  record Chart(
      String method,
      int daysPerStep,
      LocalizedText indicatorTitle,
      @Nullable Instant vintage,
      List<DatasetRef> datasets,
      List<LocalDate> dates,
      List<@Nullable Double> observed,
      List<@Nullable Double> expected,
      List<@Nullable Double> upper,
      List<Boolean> flagged,
      List<Flag> raisedOn,
      List<Opinion> opinions) {}

  /**
   * What a method with its usual threshold says of the last step of the alarm.
   *
   * @param assessed whether there is enough history for it
   */
  @Schema(name = "AlarmOpinion")
  record Opinion(
      String method,
      boolean assessed,
      boolean alarm,
      @Nullable Double expected,
      @Nullable Double upper,
      @Nullable Double score) {}

  /**
   * The chart of an alarm.
   *
   * @param asOf as known then, or null for now
   * @throws UserException {@code alarm-series-not-found} if it was not raised on a series
   */
  Chart get(Alarm alarm, @Nullable Instant asOf) {
    Signal.RuleRef ref = alarm.rule();
    Rule rule =
        ref == null
            ? null
            : rules.listVersions(ref.id()).stream()
                .filter(version -> version.version() == ref.version())
                .findFirst()
                .orElse(null);
    if (rule == null) {
      throw none(alarm);
    }
    RuleDefinition definition = judging(rule.definition());
    KnownSeries known = series.find(rule.definition(), asOf).orElseThrow(() -> none(alarm));
    KnownSeries.Line line = line(alarm, known).orElseThrow(() -> none(alarm));
    Steps steps = Steps.of(known, line, definition).orElseThrow(() -> none(alarm));
    int from =
        Math.clamp(
            (long) steps.indexAtOrAfter(alarm.firstDate()) - STEPS_BEFORE, 0, steps.count() - 1);
    int to = Math.min(steps.count(), from + STEPS_MOST);
    Assessment assessment = Watch.assess(definition, steps, from);
    List<LocalDate> dates = new ArrayList<>();
    List<Boolean> flagged = new ArrayList<>();
    for (int step = from; step < to; step++) {
      dates.add(steps.date(step));
      flagged.add(assessment.alarm()[step]);
    }
    return new Chart(
        definition.method(),
        steps.daysPerStep(),
        known.title(),
        known.vintage(),
        known.datasets(),
        dates,
        part(steps.values(), from, to),
        part(assessment.expected(), from, to),
        part(assessment.upper(), from, to),
        flagged,
        flags.list(alarm.id()),
        opinions(definition, steps, alarm.lastDate()));
  }

  /** Of a cluster, its cases are judged as a series of their own. */
  private static RuleDefinition judging(RuleDefinition rule) {
    return rule.isScan() ? rule.withMethod(AlarmMethod.AUTO.word()) : rule;
  }

  private static UserException none(Alarm alarm) {
    return new UserException(
        "alarm-series-not-found", "Alarm " + alarm.id() + " has no series to show");
  }

  private Optional<KnownSeries.Line> line(Alarm alarm, KnownSeries known) {
    if (!(alarm.evidence().details().get("places") instanceof List<?> places)) {
      return known.find(alarm.region());
    }
    List<KnownSeries.Line> parts =
        known.lines().stream().filter(line -> places.contains(line.region().code())).toList();
    return parts.isEmpty() ? Optional.empty() : Optional.of(sum(alarm, parts));
  }

  private KnownSeries.Line sum(Alarm alarm, List<KnownSeries.Line> parts) {
    double[] fresh = new double[parts.getFirst().fresh().length];
    Arrays.fill(fresh, Double.NaN);
    for (KnownSeries.Line part : parts) {
      for (int day = 0; day < fresh.length; day++) {
        double value = part.fresh()[day];
        if (!Double.isNaN(value)) {
          fresh[day] = Double.isNaN(fresh[day]) ? value : fresh[day] + value;
        }
      }
    }
    return new KnownSeries.Line(
        regions.getRegion(alarm.region()), parts.getFirst().kind(), true, fresh, fresh);
  }

  private static List<@Nullable Double> part(double[] values, int from, int to) {
    List<@Nullable Double> part = new ArrayList<>();
    for (int i = from; i < to; i++) {
      part.add(known(values[i]));
    }
    return part;
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static List<Opinion> opinions(RuleDefinition rule, Steps steps, LocalDate date) {
    int step = steps.indexAtOrAfter(date);
    if (step < 0 || step >= steps.count()) {
      return List.of();
    }
    return Arrays.stream(AlarmMethod.values())
        .map(method -> {
          RuleDefinition other =
              method.word().equals(rule.method()) ? rule : rule.withMethod(method.word());
          Assessment says = Watch.assess(other, steps, step);
          return new Opinion(
              Objects.requireNonNull(method.word()),
              says.assessed(step),
              says.alarm()[step],
              known(says.expected()[step]),
              known(says.upper()[step]),
              known(says.score()[step]));
        })
        .toList();
  }
}
