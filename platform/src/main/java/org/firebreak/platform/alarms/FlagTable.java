package org.firebreak.platform.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Flagged steps of series, by alarm. */
@Component
class FlagTable {

  private final JdbcTemplate jdbc;

  FlagTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** A flagged step and the alarm it belongs to. */
  record StoredFlag(long alarm, String key, String region, AlarmState state, Flag flag) {}

  /** What a rule flagged since a day, and all of its open alarms; by region and date. */
  List<StoredFlag> list(long rule, LocalDate since) {
    return jdbc.query(
        """
        select a.key, a.region, a.state, s.* from alarms.signal s
        join alarms.alarm a on a.id = s.alarm
        where a.rule = ? and (a.open or s.date >= ?) order by a.region, s.date
        """,
        (row, i) ->
            new StoredFlag(
                row.getLong("alarm"),
                row.getString("key"),
                row.getString("region"),
                AlarmState.ofWord(row.getString("state")),
                read(row)),
        rule,
        since);
  }

  List<Flag> list(long alarm) {
    return jdbc.query(
        "select * from alarms.signal where alarm = ? order by date", (row, i) -> read(row), alarm);
  }

  private static Flag read(ResultSet row) throws SQLException {
    return new Flag(
        row.getObject("date", LocalDate.class),
        row.getDouble("observed"),
        row.getObject("expected", Double.class),
        row.getObject("upper", Double.class),
        row.getObject("score", Double.class),
        row.getInt("rule_version"),
        row.getTimestamp("vintage").toInstant(),
        row.getBoolean("present"));
  }

  void save(long alarm, Flag flag) {
    jdbc.update(
        """
        insert into alarms.signal (alarm, date, observed, expected, upper, score, rule_version,
            first_known, vintage, present)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (alarm, date) do update set observed = excluded.observed,
            expected = excluded.expected, upper = excluded.upper, score = excluded.score,
            rule_version = excluded.rule_version, vintage = excluded.vintage,
            present = excluded.present
        """,
        alarm,
        flag.date(),
        flag.observed(),
        flag.expected(),
        flag.upper(),
        flag.score(),
        flag.ruleVersion(),
        Timestamp.from(flag.vintage()),
        Timestamp.from(flag.vintage()),
        flag.present());
  }
}
