package org.firebreak.platform.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.firebreak.platform.alarms.Rule.Evaluated;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Rules and their versions as they stand in the database. */
@Component
class RuleTable {

  private static final String SELECT =
      """
      select v.*, e.version as evaluated_version, e.at, e.vintage, e.last_date, e.assessed,
          e.unassessed, e.raised, e.note
      from alarms.rule_version v left join alarms.evaluation e on e.rule = v.rule
      """;
  private static final String CURRENT =
      SELECT
          + " where v.version = (select max(n.version) from alarms.rule_version n where n.rule ="
          + " v.rule)";

  private final JdbcTemplate jdbc;
  private final JsonMapper json;

  RuleTable(JdbcTemplate jdbc, JsonMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  long nextId() {
    Long id = jdbc.queryForObject("select nextval('alarms.rule_id')", Long.class);
    return id == null ? 0 : id;
  }

  /** Adds a version; false if there is one of that number already. */
  boolean add(Rule rule) {
    try {
      jdbc.update(
          "insert into alarms.rule_version (rule, version, definition, active, reason, changed_by,"
              + " changed_at) values (?, ?, ?::jsonb, ?, ?, ?, ?)",
          rule.id(),
          rule.version(),
          json.writeValueAsString(rule.definition()),
          rule.active(),
          rule.reason(),
          rule.changedBy(),
          Timestamp.from(rule.changedAt()));
      return true;
    } catch (DuplicateKeyException e) {
      return false;
    }
  }

  /** All rules as they are now, by id. */
  List<Rule> list() {
    return jdbc.query(CURRENT + " order by v.rule", (row, i) -> read(row));
  }

  Optional<Rule> find(long id) {
    return jdbc.query(CURRENT + " and v.rule = ?", (row, i) -> read(row), id).stream().findFirst();
  }

  /** All versions of a rule, newest first. */
  List<Rule> listVersions(long id) {
    return jdbc.query(
        SELECT + " where v.rule = ? order by v.version desc", (row, i) -> read(row), id);
  }

  void saveEvaluation(long rule, Evaluated done) {
    Instant vintage = done.vintage();
    jdbc.update(
        """
        insert into alarms.evaluation (rule, version, at, vintage, last_date, assessed, unassessed,
            raised, note)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (rule) do update set version = excluded.version, at = excluded.at,
            vintage = excluded.vintage, last_date = excluded.last_date,
            assessed = excluded.assessed, unassessed = excluded.unassessed,
            raised = excluded.raised, note = excluded.note
        """,
        rule,
        done.version(),
        Timestamp.from(done.at()),
        vintage == null ? null : Timestamp.from(vintage),
        done.lastDate(),
        done.assessed(),
        done.unassessed(),
        done.raised(),
        done.note());
  }

  /** Holds others off from evaluating a rule until the transaction ends. */
  void lock(long rule) {
    jdbc.query("select pg_advisory_xact_lock(hashtext(?))", row -> {}, "alarms.rule:" + rule);
  }

  private Rule read(ResultSet row) throws SQLException {
    return new Rule(
        row.getLong("rule"),
        row.getInt("version"),
        row.getBoolean("active"),
        json.readValue(row.getString("definition"), RuleDefinition.class),
        row.getString("reason"),
        row.getString("changed_by"),
        row.getTimestamp("changed_at").toInstant(),
        evaluated(row));
  }

  private static @Nullable Evaluated evaluated(ResultSet row) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    Timestamp vintage = row.getTimestamp("vintage");
    return at == null
        ? null
        : new Evaluated(
            row.getInt("evaluated_version"),
            at.toInstant(),
            vintage == null ? null : vintage.toInstant(),
            row.getObject("last_date", LocalDate.class),
            row.getInt("assessed"),
            row.getInt("unassessed"),
            row.getInt("raised"),
            row.getString("note"));
  }
}
