package org.firebreak.platform.alarms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.platform.alarms.Episodes.Episode;
import org.firebreak.platform.alarms.FlagTable.StoredFlag;
import org.firebreak.platform.alarms.Rule.Evaluated;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.KnownSeries;
import org.firebreak.platform.situation.SeriesOffers;
import org.firebreak.platform.situation.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Evaluates a rule on all its regions as known at a time, and raises, renews and withdraws alarms.
 * Evaluating the same data again changes nothing. The caller holds the transaction.
 */
@Component
class SeriesEvaluation {

  static final String SOURCE = "series";
  private static final String KIND = "rise";

  private final Situation situation;
  private final SeriesOffers offers;
  private final Regions regions;
  private final FlagTable flags;
  private final Alarms alarms;
  private final Clock clock;

  SeriesEvaluation(
      Situation situation,
      SeriesOffers offers,
      Regions regions,
      FlagTable flags,
      Alarms alarms,
      Clock clock) {
    this.situation = situation;
    this.offers = offers;
    this.regions = regions;
    this.flags = flags;
    this.alarms = alarms;
    this.clock = clock;
  }

  /** The series a rule watches; empty if there are none. */
  Optional<KnownSeries> find(RuleDefinition rule, @Nullable Instant asOf) {
    Region root = regions.findRegion(rule.region()).orElse(null);
    if (root == null) {
      return Optional.empty();
    }
    String source = rule.source();
    Optional<KnownSeries> found =
        situation
            .findKnown(root, List.of(), rule.indicator(), source, asOf)
            .filter(known -> source == null || source.equals(known.source()));
    return found.flatMap(known ->
        situation.findKnown(
            root, wanted(rule, root, known.source()), rule.indicator(), known.source(), asOf));
  }

  private Collection<Region> wanted(RuleDefinition rule, Region root, String source) {
    String level = rule.level();
    if (level == null) {
      return offers.listRegions(rule.indicator(), source, root);
    }
    Level wanted = Words.find(Level.class, level);
    return regions.tree().all().stream()
        .filter(region -> region.level() == wanted && region.isWithin(root))
        .toList();
  }

  /** A region's steps, judged from {@code from} on; alarms may be raised from {@code watch} on. */
  private record Judged(Region region, Steps steps, Assessment assessment, int from, int watch) {}

  /** Evaluates a rule, as known at a time or now. */
  Evaluated evaluate(Rule rule, @Nullable Instant asOf) {
    RuleDefinition definition = rule.definition();
    KnownSeries known = find(definition, asOf).orElse(null);
    Instant vintage = known == null ? null : known.vintage();
    if (known == null || vintage == null) {
      return new Evaluated(rule.version(), clock.instant(), null, null, 0, 0, 0, "no-series");
    }
    Map<String, List<StoredFlag>> stored =
        flags.list(rule.id(), known.day(0)).stream()
            .collect(Collectors.groupingBy(StoredFlag::region));
    List<Judged> judged =
        known.lines().parallelStream()
            .flatMap(line -> judge(definition, known, line, stored).stream())
            .toList();
    int raised = 0;
    int assessed = 0;
    LocalDate last = null;
    for (Judged one : judged) {
      assessed += Watch.anyAssessed(one.assessment(), one.watch()) ? 1 : 0;
      LocalDate end = one.steps().date(one.steps().count() - 1);
      last = last == null || end.isAfter(last) ? end : last;
      raised +=
          settle(rule, known, one, vintage, stored.getOrDefault(one.region().code(), List.of()));
    }
    return new Evaluated(
        rule.version(),
        clock.instant(),
        vintage,
        last,
        assessed,
        known.lines().size() - assessed,
        raised,
        "");
  }

  private static Optional<Judged> judge(
      RuleDefinition rule,
      KnownSeries known,
      KnownSeries.Line line,
      Map<String, List<StoredFlag>> stored) {
    return Steps.of(known, line, rule)
        .map(steps -> {
          int watch = Math.max(0, steps.count() - rule.watchSteps());
          int from = watch;
          for (StoredFlag one : stored.getOrDefault(line.region().code(), List.of())) {
            if (one.state().isOpen()) {
              from = Math.min(from, Math.max(0, steps.indexAtOrAfter(one.flag().date())));
            }
          }
          return new Judged(line.region(), steps, Watch.assess(rule, steps, from), from, watch);
        });
  }

  /** Stores what is new of a region; the number of alarms raised. */
  private int settle(
      Rule rule, KnownSeries known, Judged judged, Instant vintage, List<StoredFlag> stored) {
    Steps steps = judged.steps();
    String region = judged.region().code();
    Episodes episodes =
        new Episodes(
            "rule-" + rule.id() + "/" + region + "/", rule.definition().quietDays(), stored);
    for (int step = judged.from(); step < steps.count(); step++) {
      episodes.judge(
          Flag.of(steps, judged.assessment(), step, rule.version(), vintage),
          step >= judged.watch());
    }
    int raised = 0;
    for (Episode episode : episodes.changed()) {
      raised += settle(rule, known, judged.region(), vintage, episode, stored) ? 1 : 0;
    }
    return raised;
  }

  private boolean settle(
      Rule rule,
      KnownSeries known,
      Region region,
      Instant vintage,
      Episode episode,
      List<StoredFlag> stored) {
    Flag changed = episode.changed().getLast();
    boolean isNew = false;
    Long id =
        stored.stream()
            .filter(one -> one.key().equals(episode.key()))
            .map(StoredFlag::alarm)
            .findFirst()
            .orElse(null);
    if (episode.present().isEmpty()) {
      alarms.withdraw(
          SOURCE,
          episode.key(),
          vintage,
          rule.version() == firstVersion(episode, stored)
              ? "No longer flagged as known now. " + changed.sentence()
              : "Not flagged by version " + rule.version() + " of the rule. " + changed.sentence());
    } else {
      Alarms.Raised raised =
          alarms.raise(
              signal(rule, known, region, vintage, episode),
              episode.present().getLast().sentence());
      isNew = raised.isNew();
      id = raised.id();
    }
    if (id != null) {
      for (Flag flag : episode.changed()) {
        flags.save(id, flag);
      }
    }
    return isNew;
  }

  private static int firstVersion(Episode episode, List<StoredFlag> stored) {
    return stored.stream()
        .filter(one -> one.key().equals(episode.key()))
        .mapToInt(one -> one.flag().ruleVersion())
        .max()
        .orElse(0);
  }

  private static Signal signal(
      Rule rule, KnownSeries known, Region region, Instant vintage, Episode episode) {
    RuleDefinition definition = rule.definition();
    List<Flag> present = episode.present();
    Flag last = present.getLast();
    Map<String, Object> details = new HashMap<>();
    details.put("method", definition.method());
    details.put("flaggedSteps", present.size());
    Double threshold = definition.threshold();
    if (threshold != null) {
      details.put("threshold", threshold);
    }
    return new Signal(
        SOURCE,
        KIND,
        episode.key(),
        region.code(),
        definition.indicator(),
        title(known.title()),
        severity(present),
        present.getFirst().date(),
        last.date(),
        new Evidence(
            last.observed(),
            last.expected(),
            last.upper(),
            last.score(),
            known.source(),
            vintage,
            details),
        rule.ref());
  }

  private static LocalizedText title(LocalizedText indicator) {
    return new LocalizedText(indicator.en() + " above expectation", indicator.zh() + "超过预期");
  }

  /**
   * Grave: at least ten observed, and twice the bound or three steps flagged; medium: at least
   * five, and half above the bound or two steps. A handful more than none is no grave matter yet.
   */
  static Severity severity(Collection<Flag> present) {
    double ratio = 0;
    double most = 0;
    for (Flag flag : present) {
      Double upper = flag.upper();
      ratio = Math.max(ratio, upper == null ? 0 : flag.observed() / Math.max(1, upper));
      most = Math.max(most, flag.observed());
    }
    if (most >= 10 && (ratio >= 2 || present.size() >= 3)) {
      return Severity.HIGH;
    }
    return most >= 5 && (ratio >= 1.5 || present.size() >= 2) ? Severity.MEDIUM : Severity.LOW;
  }
}
