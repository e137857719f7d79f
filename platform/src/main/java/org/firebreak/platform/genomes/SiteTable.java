package org.firebreak.platform.genomes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the sites under watch. */
@Component
class SiteTable {

  private final JdbcTemplate jdbc;

  SiteTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A site that is watched.
   *
   * @param site a change ({@code S:E484K}), a site ({@code S:484}) or a range ({@code S:319-541})
   * @param leastCount genomes that must show it within the window in a region
   * @param leastShare share of the region's genomes within the window that must show it
   * @param windowDays length of the window, back from the region's last sample
   */
  record WatchedSite(
      long id,
      String site,
      String note,
      int leastCount,
      double leastShare,
      int windowDays,
      boolean enabled) {}

  List<WatchedSite> list(long reference) {
    return jdbc.query(
        "select * from genomes.site where reference = ? order by id",
        (row, i) ->
            new WatchedSite(
                row.getLong("id"),
                row.getString("site"),
                row.getString("note"),
                row.getInt("least_count"),
                row.getDouble("least_share"),
                row.getInt("window_days"),
                row.getBoolean("enabled")),
        reference);
  }

  Optional<WatchedSite> find(long reference, long id) {
    return list(reference).stream().filter(site -> site.id() == id).findFirst();
  }

  /** Adds a site, or changes the limits of a known one. */
  void put(long reference, WatchedSite site, String by, Instant now) {
    jdbc.update(
        """
        insert into genomes.site (reference, site, note, least_count, least_share, window_days,
            enabled, updated_by, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (reference, site) do update set note = excluded.note,
            least_count = excluded.least_count, least_share = excluded.least_share,
            window_days = excluded.window_days, enabled = excluded.enabled,
            updated_by = excluded.updated_by, updated_at = excluded.updated_at
        """,
        reference,
        site.site(),
        site.note(),
        site.leastCount(),
        site.leastShare(),
        site.windowDays(),
        site.enabled(),
        by,
        Timestamp.from(now));
  }

  int delete(long reference, long id) {
    return jdbc.update("delete from genomes.site where reference = ? and id = ?", reference, id);
  }
}
