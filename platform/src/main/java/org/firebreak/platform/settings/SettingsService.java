package org.firebreak.platform.settings;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Map;
import org.firebreak.base.EpiWeekRule;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.audit.AuditService;
import org.firebreak.platform.web.LiveEvent;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Reads and changes the platform's settings. Thread-safe. */
@Service
public class SettingsService {

  private final JdbcClient sql;
  private final AuditService audit;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  SettingsService(
      JdbcClient sql, AuditService audit, Clock clock, ApplicationEventPublisher events) {
    this.sql = sql;
    this.audit = audit;
    this.clock = clock;
    this.events = events;
  }

  /** The settings as they are now. */
  public PlatformSettings get() {
    return sql.sql("SELECT epi_week_rule, home_region, name_en, name_zh FROM settings.platform")
        .query((row, i) ->
            new PlatformSettings(
                EpiWeekRule.valueOf(row.getString(1)),
                row.getString(2),
                new LocalizedText(row.getString(3), row.getString(4))))
        .single();
  }

  /** Replaces the settings. */
  @Transactional
  public PlatformSettings put(PlatformSettings settings, String by) {
    PlatformSettings before = get();
    sql.sql(
            "UPDATE settings.platform SET epi_week_rule = ?, home_region = ?, name_en = ?,"
                + " name_zh = ?, version = version + 1, changed_by = ?, changed_at = ?")
        .params(
            settings.epiWeekRule().name(),
            settings.homeRegion(),
            settings.platformName().en(),
            settings.platformName().zh(),
            by,
            Timestamp.from(clock.instant()))
        .update();
    audit.record(
        by,
        "settings-changed",
        "platform",
        Map.of("from", before.toString(), "to", settings.toString()));
    events.publishEvent(LiveEvent.data("settings"));
    return settings;
  }
}
