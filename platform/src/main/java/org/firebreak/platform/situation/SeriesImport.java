package org.firebreak.platform.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Stores the observations of one import within one transaction of the caller: first into a
 * temporary table, batch by batch, then all at once into the store.
 *
 * <p>An observation is <i>unchanged</i> if it equals the value that stood at its as-of; else it is
 * added as a new vintage, and the older ones stay. Where a file has several values of one as-of for
 * a series and day, the last row counts. Not thread-safe.
 */
public final class SeriesImport {

  private static final String STAGE =
      """
      create temporary table observation_stage (
        series int not null, date date not null, as_of timestamptz not null,
        value double precision not null, row_number bigint not null, fresh boolean not null
      ) on commit drop
      """;

  /**
   * The value before is that of the file's own earlier vintage, else the latest stored one; series
   * that this import made have none stored, which saves the look-up.
   */
  private static final String MERGE =
      """
      with latest_row as (
        select distinct on (series, date, as_of) series, date, as_of, value, row_number, fresh
        from observation_stage order by series, date, as_of, row_number desc
      ), in_file as (
        select *, lag(value) over (partition by series, date order by as_of) as value_before
        from latest_row
      ), compared as (
        select f.*, coalesce(f.value_before, known.value) as standing
        from in_file f left join lateral (
          select o.value from situation.observation o
          where not f.fresh and o.series = f.series and o.date = f.date and o.as_of <= f.as_of
          order by o.as_of desc limit 1
        ) known on f.value_before is null
      ), added as (
        insert into situation.observation (series, date, as_of, value, import_id, row_number)
        select series, date, as_of, value, ?, row_number from compared
        where standing is null or standing <> value
        on conflict (series, date, as_of) do update
          set value = excluded.value, import_id = excluded.import_id, row_number = excluded.row_number
        returning row_number
      )
      select count(distinct row_number) from added
      """;

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;
  private final ApplicationEventPublisher events;
  private final String source;
  private final long importId;
  private final Instant asOf;
  private final Map<SeriesKey, Integer> known = new HashMap<>();
  private final java.util.Set<Integer> fresh = new java.util.HashSet<>();

  SeriesImport(
      JdbcTemplate jdbc,
      DataSource dataSource,
      ApplicationEventPublisher events,
      String source,
      long importId,
      Instant asOf) {
    this.events = events;
    this.jdbc = jdbc;
    this.dataSource = dataSource;
    this.source = source;
    this.importId = importId;
    this.asOf = asOf;
    jdbc.execute(STAGE);
  }

  /** Takes a batch of any size. */
  public void add(List<Observation> batch) {
    BulkCopy rows = new BulkCopy();
    for (Observation observation : batch) {
      int series = seriesOf(observation.key());
      Instant vintage = observation.asOf();
      rows.value(series)
          .value(observation.date())
          .value(vintage == null ? asOf : vintage)
          .value(observation.value())
          .value(observation.rowNumber())
          .value(fresh.contains(series))
          .endRow();
    }
    rows.into(dataSource, "observation_stage");
  }

  private int seriesOf(SeriesKey key) {
    Integer id = known.get(key);
    if (id == null) {
      id = findOrAdd(key);
      known.put(key, id);
    }
    return id;
  }

  private int findOrAdd(SeriesKey key) {
    Object[] values = {
      source, key.indicator(), key.region(), key.kind().word(), key.definition(), key.stratum()
    };
    List<Integer> found =
        jdbc.queryForList(
            """
            select id from situation.series
            where source = ? and indicator = ? and region = ? and kind = ? and definition = ?
              and stratum = ?
            """,
            Integer.class,
            values);
    if (!found.isEmpty()) {
      return found.getFirst();
    }
    Integer id =
        jdbc.queryForObject(
            """
            insert into situation.series (source, indicator, region, kind, definition, stratum)
            values (?, ?, ?, ?, ?, ?) returning id
            """,
            Integer.class,
            values);
    if (id == null) {
      throw new IllegalStateException("The database gave no id for " + key);
    }
    fresh.add(id);
    return id;
  }

  /**
   * Merges what was taken into the store. Returns the number of rows of the file that changed it.
   */
  public long finish() {
    jdbc.execute("analyze observation_stage");
    Long changed = jdbc.queryForObject(MERGE, Long.class, importId);
    jdbc.update("update situation.revision set number = number + 1");
    if (changed == null || changed == 0) {
      return 0;
    }
    events.publishEvent(new SeriesChanged(source));
    return changed;
  }

  /**
   * What a series counts.
   *
   * @param indicator for example {@code confirmed}
   * @param definition name of the case definition in force, empty if the source names none
   * @param stratum sex and age group counted, empty for everybody
   */
  public record SeriesKey(
      String indicator, String region, Kind kind, String definition, String stratum) {}

  /**
   * One number of one day.
   *
   * @param asOf when it was known, or null for that of the import
   * @param rowNumber its row in the file
   */
  public record Observation(
      SeriesKey key, LocalDate date, @Nullable Instant asOf, double value, long rowNumber) {}
}
