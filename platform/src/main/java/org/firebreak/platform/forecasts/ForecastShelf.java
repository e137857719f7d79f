package org.firebreak.platform.forecasts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.forecast.HubLevels;
import org.firebreak.epidemic.forecast.hub.HubForecast;
import org.firebreak.epidemic.forecast.hub.HubFormat;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.catalog.Catalog;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastDay;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastItem;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastList;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastScores;
import org.firebreak.platform.forecasts.ForecastAnswers.ForecastView;
import org.firebreak.platform.forecasts.ForecastAnswers.PathStep;
import org.firebreak.platform.forecasts.ScoreTable.ForecastScore;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.Situation;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Kept forecasts and how they fared: the reading side. Thread-safe. */
@Component
class ForecastShelf {

  /** Forecasts in one file of a hub: 3,000 regions on one day. */
  private static final int HUB_MAX = 5_000;

  private final ForecastTable table;
  private final ScoreTable scores;
  private final Situation situation;
  private final Regions regions;
  private final Catalog catalog;
  private final Clock clock;

  ForecastShelf(
      ForecastTable table,
      ScoreTable scores,
      Situation situation,
      Regions regions,
      Catalog catalog,
      Clock clock) {
    this.table = table;
    this.scores = scores;
    this.situation = situation;
    this.regions = regions;
    this.catalog = catalog;
    this.clock = clock;
  }

  /** The forecasts of one series, the latest origin first. */
  ForecastList list(@Nullable String code, ForecastFilter filter, int limit, RegionScope scope) {
    Region region = situation.region(code, scope);
    List<ForecastHead> heads = table.list(filter.in(List.of(region.code())), limit);
    List<Long> ids = heads.stream().map(ForecastHead::id).toList();
    Map<Long, List<Target>> targets = table.listTargets(ids);
    Map<Long, ForecastScore> fared =
        scores.listByForecast(ids, TargetScore.Basis.LATEST).stream()
            .collect(Collectors.toMap(ForecastScore::forecast, score -> score));
    return new ForecastList(
        heads.stream()
            .map(head ->
                new ForecastItem(
                    head, path(targets.getOrDefault(head.id(), List.of())), fared.get(head.id())))
            .toList());
  }

  private static List<PathStep> path(List<Target> targets) {
    return targets.stream()
        .map(target ->
            new PathStep(
                target.date(),
                target.quantiles()[HubLevels.MEDIAN],
                target.quantiles()[HubLevels.LOWER_95],
                target.quantiles()[HubLevels.COUNT - 1 - HubLevels.LOWER_95]))
        .toList();
  }

  ForecastView get(long id, RegionScope scope) {
    ForecastHead head =
        table
            .find(id)
            .filter(found -> scope.includes(found.regionPath()))
            .orElseThrow(
                () -> new UserException("forecast-not-found", "There is no forecast " + id));
    List<ForecastDay> days =
        table.listTargets(List.of(id)).getOrDefault(id, List.of()).stream()
            .map(target ->
                new ForecastDay(
                    target.date(),
                    target.point(),
                    Arrays.stream(target.quantiles()).boxed().toList()))
            .toList();
    String source = head.source();
    List<DatasetRef> datasets =
        source == null
            ? List.of()
            : catalog.findDataset("daily-count", source).map(DatasetRef::of).stream().toList();
    return new ForecastView(
        head,
        regions.getRegion(head.region()).name(),
        situation.indicatorTitle(head.indicator()),
        head.vintage(),
        datasets,
        Arrays.stream(HubLevels.all()).boxed().toList(),
        days,
        scores.list(id));
  }

  /**
   * How models fared.
   *
   * @param children whether in the regions directly below, else in the region itself
   * @param days forecasts made in so many days before the newest count
   */
  ForecastScores scores(
      @Nullable String code,
      boolean children,
      String indicator,
      Counting kind,
      TargetScore.Basis basis,
      int days,
      RegionScope scope) {
    Region region = situation.region(code, scope);
    List<String> codes =
        children
            ? regions.tree().children(region.code()).stream().map(Region::code).toList()
            : List.of(region.code());
    ForecastFilter all = new ForecastFilter(codes, indicator, kind.word(), null, null);
    LocalDate newest =
        table.list(all, 1).stream()
            .findFirst()
            .map(ForecastHead::origin)
            .orElse(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    LocalDate from = newest.minusDays(days);
    return new ForecastScores(
        from, basis, scores.summarise(codes, indicator, kind.word(), basis, from));
  }

  /** Forecasts as a file of a hub; they name their regions by code. */
  String hubFile(
      @Nullable String code,
      boolean children,
      ForecastFilter filter,
      HubFormat format,
      RegionScope scope) {
    Region region = situation.region(code, scope);
    List<String> codes = new ArrayList<>(List.of(region.code()));
    if (children) {
      regions.tree().children(region.code()).forEach(child -> codes.add(child.code()));
    }
    List<ForecastHead> heads = table.list(filter.in(codes), HUB_MAX);
    Map<Long, List<Target>> targets =
        table.listTargets(heads.stream().map(ForecastHead::id).toList());
    StringBuilder csv = new StringBuilder(String.join(",", format.columns())).append("\r\n");
    for (ForecastHead head : heads) {
      for (Target target : targets.getOrDefault(head.id(), List.of())) {
        append(csv, head, target, format);
      }
    }
    return csv.toString();
  }

  private static void append(
      StringBuilder csv, ForecastHead head, Target target, HubFormat format) {
    boolean week = head.kind() == Counting.WEEK;
    int days = (int) (target.date().toEpochDay() - head.origin().toEpochDay());
    HubForecast hub =
        new HubForecast(
            head.region(),
            head.origin(),
            week ? (days + Counting.WEEK_DAYS - 1) / Counting.WEEK_DAYS : days,
            target.date(),
            target.point(),
            target.quantiles());
    String word = HubFile.hubWord(head.indicator());
    for (List<Object> row : format.rows(hub, week ? "wk" : "day", head.kind().measure(), word)) {
      csv.append(row.stream().map(SafeCsv::cell).collect(Collectors.joining(","))).append("\r\n");
    }
  }
}
