package org.firebreak.platform.forecasts;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.jobs.JobControl;
import org.firebreak.platform.jobs.JobService;
import org.firebreak.platform.jobs.JobSpec;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.Situation;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * What happens by itself when new data are there: past forecasts are scored, and series for which
 * somebody asked so are forecast once enough days have come. Thread-safe.
 */
@Component
class Schedules {

  private static final Logger log = LoggerFactory.getLogger(Schedules.class);

  private final JdbcTemplate jdbc;
  private final Situation situation;
  private final Regions regions;
  private final Forecasts forecasts;
  private final ForecastTable table;
  private final JobService jobs;
  private final Clock clock;

  Schedules(
      JdbcTemplate jdbc,
      Situation situation,
      Regions regions,
      Forecasts forecasts,
      ForecastTable table,
      JobService jobs,
      Clock clock) {
    this.jdbc = jdbc;
    this.situation = situation;
    this.regions = regions;
    this.forecasts = forecasts;
    this.table = table;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * A series that is forecast by itself.
   *
   * @param everyDays days that must have come since the last forecast
   */
  record ForecastSchedule(
      long id,
      String region,
      String indicator,
      Counting kind,
      String method,
      int horizonDays,
      int everyDays,
      String madeBy) {}

  /** Looks whether any series changed since it last looked; then works in the background. */
  @Scheduled(fixedDelayString = "PT20S", initialDelayString = "PT20S")
  void look() {
    long revision = situation.revision();
    int changed =
        jdbc.update(
            "update forecasts.watched set revision = ? where revision <> ?", revision, revision);
    if (changed > 0 && anything()) {
      jobs.start(
          new JobSpec(
              "forecast-scoring",
              "forecasts",
              null,
              new LocalizedText("New data: scoring and renewing forecasts", "数据更新：评估并更新预测")),
          Caller.SYSTEM,
          this::renew);
    }
  }

  private boolean anything() {
    return Boolean.TRUE.equals(
        jdbc.queryForObject(
            "select exists (select from forecasts.forecast)"
                + " or exists (select from forecasts.schedule)",
            Boolean.class));
  }

  void renew(JobControl control) {
    forecasts.score(control);
    for (ForecastSchedule schedule : list(RegionScope.ALL)) {
      control.checkCancelled();
      try {
        renew(schedule, control);
      } catch (UserException e) {
        log.warn("forecast of {} {}: {}", schedule.region(), schedule.indicator(), e.getMessage());
      }
    }
  }

  private void renew(ForecastSchedule schedule, JobControl control) {
    Region region = regions.findRegion(schedule.region()).orElse(null);
    if (region == null) {
      return;
    }
    LocalDate due =
        table
            .list(
                new ForecastFilter(
                    List.of(region.code()),
                    schedule.indicator(),
                    schedule.kind().word(),
                    "Firebreak " + schedule.method(),
                    null),
                1)
            .stream()
            .findFirst()
            .map(head -> head.origin().plusDays(schedule.everyDays()))
            .orElse(LocalDate.MIN);
    boolean isDue =
        situation
            .findKnown(region, List.of(region), schedule.indicator(), null, null)
            .flatMap(series -> series.find(region.code()).map(l -> series.day(l.lastKnown())))
            .filter(last -> !last.isBefore(due))
            .isPresent();
    if (isDue) {
      forecasts.make(region, wish(schedule), schedule.madeBy(), control);
    }
  }

  private static ForecastWish wish(ForecastSchedule schedule) {
    return new ForecastWish(
        schedule.region(),
        true,
        schedule.indicator(),
        schedule.kind().word(),
        null,
        null,
        null,
        schedule.method(),
        schedule.horizonDays(),
        0);
  }

  List<ForecastSchedule> list(RegionScope scope) {
    return jdbc
        .query(
            "select * from forecasts.schedule order by id",
            (row, i) ->
                new ForecastSchedule(
                    row.getLong("id"),
                    row.getString("region"),
                    row.getString("indicator"),
                    Counting.ofWord(row.getString("kind")),
                    row.getString("method"),
                    row.getInt("horizon"),
                    row.getInt("every_days"),
                    row.getString("made_by")))
        .stream()
        .filter(one ->
            regions.findRegion(one.region()).filter(r -> scope.includes(r.path())).isPresent())
        .toList();
  }

  /** Asks for forecasts every week from now on; the same series is asked for once. */
  List<ForecastSchedule> save(ForecastWish wish, Caller caller) {
    wish.check();
    RegionScope scope = caller.regions(Forecasts.WRITE);
    Region region = situation.region(wish.region(), scope);
    jdbc.update(
        """
        insert into forecasts.schedule
          (region, indicator, kind, method, horizon, every_days, made_by, made_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (region, indicator, kind) do update
          set method = excluded.method, horizon = excluded.horizon,
              made_by = excluded.made_by, made_at = excluded.made_at
        """,
        region.code(),
        wish.indicatorOrDefault(),
        wish.counting().word(),
        wish.forecastMethod().word(),
        wish.horizon(),
        Counting.WEEK_DAYS,
        caller.username(),
        Timestamp.from(clock.instant()));
    return list(scope);
  }

  /** Ends a schedule. */
  void delete(long id, Caller caller) {
    boolean theirs = list(caller.regions(Forecasts.WRITE)).stream().anyMatch(one -> one.id() == id);
    if (!theirs) {
      throw new UserException("schedule-not-found", "There is no schedule " + id);
    }
    jdbc.update("delete from forecasts.schedule where id = ?", id);
  }
}
