package org.firebreak.platform.forecasts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.KnownSeries;
import org.firebreak.platform.situation.Situation;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Scores kept forecasts against what came: as it was first known, and as it is known now. Thread
 * rule: one run at a time, as the scores of one are replaced by those of the next.
 */
@Component
class ForecastScorer {

  /** A source that speaks daily has these many vintages in three years. */
  private static final int VINTAGES_MAX = 1_200;

  private final ForecastTable forecasts;
  private final ScoreTable scores;
  private final Situation situation;
  private final Regions regions;

  ForecastScorer(ForecastTable forecasts, ScoreTable scores, Situation situation, Regions regions) {
    this.forecasts = forecasts;
    this.scores = scores;
    this.situation = situation;
    this.regions = regions;
  }

  /** Scores every forecast whose scores may have changed. */
  synchronized void scoreOpen(JobControl control) {
    score(scores.listOpen(), control);
  }

  /** Scores some forecasts. */
  synchronized void score(List<Long> ids, JobControl control) {
    Map<Question, List<ForecastHead>> groups = new LinkedHashMap<>();
    for (Long id : ids) {
      forecasts
          .find(id)
          .ifPresent(head ->
              groups
                  .computeIfAbsent(
                      new Question(head.indicator(), head.source()), key -> new ArrayList<>())
                  .add(head));
    }
    Map<Question, List<Instant>> vintages = new LinkedHashMap<>();
    long done = 0;
    for (Map.Entry<Question, List<ForecastHead>> group : groups.entrySet()) {
      for (ForecastHead head : group.getValue()) {
        control.checkCancelled();
        scores.save(
            scoresOf(
                head, series -> vintages.computeIfAbsent(group.getKey(), key -> oldest(series))));
        control.progress(++done, (long) ids.size());
      }
    }
  }

  private record Question(String indicator, @Nullable String source) {}

  private interface Vintages {
    List<Instant> of(KnownSeries series);
  }

  private List<Instant> oldest(KnownSeries series) {
    return situation.listVintages(series.source(), VINTAGES_MAX).reversed();
  }

  private List<TargetScore> scoresOf(ForecastHead head, Vintages vintages) {
    Region region = regions.findRegion(head.region()).orElse(null);
    if (region == null) {
      return List.of();
    }
    KnownSeries now = known(head, region, null).orElse(null);
    if (now == null) {
      return List.of();
    }
    List<Target> targets =
        forecasts.listTargets(List.of(head.id())).getOrDefault(head.id(), List.of());
    List<TargetScore> found = new ArrayList<>();
    Set<LocalDate> open = new HashSet<>();
    for (Target target : targets) {
      find(now, head, target.date())
          .ifPresent(value -> {
            found.add(
                TargetScore.of(
                    head.id(), target, TargetScore.Basis.LATEST, value.observed(), value.at()));
            open.add(target.date());
          });
    }
    scores.listFirstScored(head.id()).forEach(open::remove);
    if (!open.isEmpty()) {
      addFirst(found, head, region, targets, open, vintages.of(now));
    }
    return found;
  }

  /** Goes through the vintages from the origin on until every day that is known has been met. */
  private void addFirst(
      List<TargetScore> found,
      ForecastHead head,
      Region region,
      List<Target> targets,
      Set<LocalDate> open,
      List<Instant> vintages) {
    Instant origin = head.origin().atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant vintage : vintages) {
      if (open.isEmpty()) {
        return;
      }
      if (vintage.isBefore(origin)) {
        continue;
      }
      KnownSeries then = known(head, region, vintage).orElse(null);
      for (Target target : targets) {
        if (then != null && open.contains(target.date())) {
          find(then, head, target.date())
              .ifPresent(value -> {
                found.add(
                    TargetScore.of(
                        head.id(), target, TargetScore.Basis.FIRST, value.observed(), vintage));
                open.remove(target.date());
              });
        }
      }
    }
  }

  private Optional<KnownSeries> known(ForecastHead head, Region region, @Nullable Instant asOf) {
    return situation.findKnown(region, List.of(region), head.indicator(), head.source(), asOf);
  }

  private record Observed(double observed, Instant at) {}

  private static Optional<Observed> find(KnownSeries series, ForecastHead head, LocalDate date) {
    KnownSeries.Line line = series.find(head.region()).orElse(null);
    int index = series.index(date);
    Instant at = series.vintage();
    if (line == null || at == null || index < 0 || index > line.lastKnown()) {
      return Optional.empty();
    }
    double value = head.kind().of(line)[index];
    return Double.isNaN(value) ? Optional.empty() : Optional.of(new Observed(value, at));
  }
}
