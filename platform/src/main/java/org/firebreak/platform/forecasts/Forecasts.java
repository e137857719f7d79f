package org.firebreak.platform.forecasts;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.jobs.Job;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.KnownSeries;
import org.firebreak.platform.situation.Situation;
import org.firebreak.platform.web.LiveEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes forecasts and takes in those of others: the writing side. Thread-safe. */
@Service
class Forecasts {

  static final String WRITE = "forecasts:write";

  /** Values that came this soon after a day are what was known of it then. */
  private static final Duration PROMPT = Duration.ofDays(7);

  private static final int VINTAGES_MAX = 400;

  private final ForecastTable table;
  private final ForecastScorer scorer;
  private final Situation situation;
  private final Regions regions;
  private final JobService jobs;
  private final AuditService audit;
  private final ApplicationEventPublisher events;
  private final TransactionTemplate transactions;

  Forecasts(
      ForecastTable table,
      ForecastScorer scorer,
      Situation situation,
      Regions regions,
      JobService jobs,
      AuditService audit,
      ApplicationEventPublisher events,
      TransactionTemplate transactions) {
    this.table = table;
    this.scorer = scorer;
    this.situation = situation;
    this.regions = regions;
    this.jobs = jobs;
    this.audit = audit;
    this.events = events;
    this.transactions = transactions;
  }

  /**
   * Begins to make forecasts.
   *
   * @throws UserException if the wish makes no sense, or there is no such series
   */
  Job start(ForecastWish wish, Caller caller) {
    wish.check();
    Region region = situation.region(wish.region(), caller.regions(WRITE));
    KnownSeries series = series(region, wish, wish.asOf());
    if (series.find(region.code()).isEmpty() && !wish.withChildren()) {
      throw noSeries(region, wish);
    }
    return jobs.start(
        new JobSpec(
            "forecast",
            "forecasts",
            wish.weeksBack() + 1L,
            new LocalizedText("Forecasting " + region.name().en(), "正在预测" + region.name().zh())),
        caller,
        control -> make(region, wish, caller.username(), control));
  }

  private static UserException noSeries(Region region, ForecastWish wish) {
    return new UserException(
        "series-not-found",
        "There are no daily values of '%s' for %s"
            .formatted(wish.indicatorOrDefault(), region.name().en()));
  }

  /** The regions that learn from each other: the region with its parts, or with its neighbours. */
  private List<Region> panel(Region region, ForecastWish wish) {
    List<Region> panel = new ArrayList<>();
    String parent = region.parent();
    if (wish.withChildren() || parent == null) {
      panel.add(region);
      panel.addAll(regions.tree().children(region.code()));
    } else {
      panel.addAll(regions.tree().children(parent));
    }
    return panel;
  }

  private KnownSeries series(Region region, ForecastWish wish, @Nullable Instant asOf) {
    String parent = region.parent();
    Region around = wish.withChildren() || parent == null ? region : regions.getRegion(parent);
    return situation
        .findKnown(around, panel(region, wish), wish.indicatorOrDefault(), wish.source(), asOf)
        .orElseThrow(() -> noSeries(region, wish));
  }

  /** Makes, keeps and scores; what is there already is not kept again. Returns what is new. */
  List<Long> make(Region region, ForecastWish wish, String by, JobControl control) {
    List<String> wanted = new ArrayList<>(List.of(region.code()));
    if (wish.withChildren()) {
      regions.tree().children(region.code()).forEach(child -> wanted.add(child.code()));
    }
    KnownSeries now = series(region, wish, wish.asOf());
    LocalDate last = lastDay(now, wanted);
    LocalDate newest = wish.until() == null || wish.until().isAfter(last) ? last : wish.until();
    List<Long> kept = new ArrayList<>();
    for (int week = wish.weeksBack(); week >= 0; week--) {
      control.checkCancelled();
      LocalDate until = newest.minusDays(7L * week);
      Knowledge knowledge = known(region, wish, now, until, until.equals(last));
      kept.addAll(keep(knowledge, wish, wanted, until, by));
      control.progress(wish.weeksBack() - week + 1L, wish.weeksBack() + 1L);
    }
    control.message(new LocalizedText("Scoring", "正在评分"));
    scorer.score(kept, control);
    events.publishEvent(LiveEvent.data("forecasts"));
    return kept;
  }

  private static LocalDate lastDay(KnownSeries series, List<String> wanted) {
    return series.lines().stream()
        .filter(line -> wanted.contains(line.region().code()))
        .map(line -> series.day(line.lastKnown()))
        .max(LocalDate::compareTo)
        .orElseThrow(() ->
            new UserException("series-not-found", "There are no daily values for these regions"));
  }

  private record Knowledge(KnownSeries series, boolean retrospective) {}

  /**
   * What was known of the days up to one. If its values came only long after it, as with a history
   * that is loaded at once, the present knowledge cut at the day, which is said to be so.
   */
  private Knowledge known(
      Region region, ForecastWish wish, KnownSeries now, LocalDate until, boolean isNow) {
    if (isNow || wish.asOf() != null) {
      return new Knowledge(now, false);
    }
    Instant day = until.atStartOfDay(ZoneOffset.UTC).toInstant();
    for (Instant vintage : situation.listVintages(now.source(), VINTAGES_MAX).reversed()) {
      if (vintage.isBefore(day) || vintage.isAfter(day.plus(PROMPT))) {
        continue;
      }
      KnownSeries then = series(region, wish, vintage);
      boolean known =
          then.find(region.code())
              .filter(line -> !then.day(line.lastKnown()).isBefore(until))
              .isPresent();
      if (known) {
        return new Knowledge(then, false);
      }
    }
    return new Knowledge(now, true);
  }

  private List<Long> keep(
      Knowledge knowledge, ForecastWish wish, List<String> wanted, LocalDate until, String by) {
    List<NewForecast> made =
        new ForecastMaker(
                knowledge.series(), wish.counting(), wish.forecastMethod(), wish.horizon())
            .make(wanted, until, knowledge.retrospective());
    return Objects.requireNonNull(
        transactions.execute(status -> {
          List<Long> ids = new ArrayList<>();
          made.forEach(forecast -> table.insert(forecast, by).ifPresent(ids::add));
          return ids;
        }));
  }

  /** Begins to score everything whose score may have changed. */
  Job startScoring(Caller caller) {
    return jobs.start(
        new JobSpec(
            "forecast-scoring",
            "forecasts",
            null,
            new LocalizedText("Scoring past forecasts", "正在评估以往预测")),
        caller,
        this::score);
  }

  void score(JobControl control) {
    scorer.scoreOpen(control);
    events.publishEvent(LiveEvent.data("forecasts"));
  }

  /**
   * What became of a hub's file.
   *
   * @param forecasts how many it holds
   * @param kept how many of them were not there yet
   */
  record HubImport(String model, int forecasts, int kept) {}

  /** Takes in a file of a forecast hub, all of it or nothing. */
  HubImport importHub(java.nio.file.Path file, String name, @Nullable String model, Caller caller) {
    String by = model == null || model.isBlank() ? HubFile.modelOf(name) : model.strip();
    if (by == null || !by.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,79}")) {
      throw new UserException(
          "model-missing",
          "Say which model made the forecasts: letters, digits, dots, dashes, at most 80");
    }
    if (by.startsWith("Firebreak ")) {
      throw new UserException(
          "model-reserved", "Names that begin with 'Firebreak ' are those of forecasts made here");
    }
    RegionScope scope = caller.regions(WRITE);
    List<NewForecast> forecasts =
        HubFile.read(file, name, by, location -> location(location, scope)).stream()
            .map(this::compared)
            .toList();
    List<Long> ids =
        Objects.requireNonNull(
            transactions.execute(status -> {
              List<Long> kept = new ArrayList<>();
              forecasts.forEach(one -> table.insert(one, caller.username()).ifPresent(kept::add));
              audit.record(
                  caller.username(),
                  "forecasts-imported",
                  by,
                  Map.of("file", name, "kept", String.valueOf(kept.size())));
              return kept;
            }));
    if (!ids.isEmpty()) {
      startScoring(caller);
    }
    return new HubImport(by, forecasts.size(), ids.size());
  }

  private Optional<Region> location(String location, RegionScope scope) {
    return regions.tree().match(List.of(location)).filter(region -> scope.includes(region.path()));
  }

  /** With the baseline, from the values as known a day after the origin, else as known now. */
  private NewForecast compared(NewForecast forecast) {
    Region region = forecast.region();
    Instant then = forecast.origin().plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant();
    List<Target> targets =
        situation
            .findKnown(region, List.of(region), forecast.indicator(), null, then)
            .map(series -> ForecastMaker.withBaseline(series, forecast))
            .filter(compared -> compared.getFirst().baseline() != null)
            .or(() ->
                situation
                    .findKnown(region, List.of(region), forecast.indicator(), null, null)
                    .map(series -> ForecastMaker.withBaseline(series, forecast)))
            .orElse(forecast.targets());
    return forecast.withTargets(targets);
  }
}
