package org.firebreak.platform.alarms;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.platform.alarms.AlarmFilter.Condition;
import org.firebreak.platform.alarms.Signal.RuleRef;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Alarms and their steps as they stand in the database. */
@Component
class AlarmTable {

  private static final TypeReference<Map<String, Object>> MAP = new TypeReference<>() {};

  private final JdbcTemplate jdbc;
  private final JsonMapper json;
  private final Regions regions;

  AlarmTable(JdbcTemplate jdbc, JsonMapper json, Regions regions) {
    this.jdbc = jdbc;
    this.json = json;
    this.regions = regions;
  }

  /** Adds an alarm; empty if its source has raised this key before. */
  Optional<Long> insert(Signal signal, String regionPath, Instant now) {
    Evidence evidence = signal.evidence();
    RuleRef rule = signal.rule();
    return jdbc
        .queryForList(
            """
            insert into alarms.alarm (source, kind, key, region, region_path, subject, title_en,
                title_zh, severity, first_date, last_date, observed, expected, upper, score, rule,
                rule_version, dataset, vintage, details, raised_at, changed_at)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?)
            on conflict (source, key) do nothing returning id
            """,
            Long.class,
            signal.source(),
            signal.kind(),
            signal.key(),
            signal.region(),
            regionPath,
            signal.subject(),
            signal.title().en(),
            signal.title().zh(),
            signal.severity().rank(),
            signal.from(),
            signal.to(),
            evidence.observed(),
            evidence.expected(),
            evidence.upper(),
            evidence.score(),
            rule == null ? null : rule.id(),
            rule == null ? null : rule.version(),
            evidence.dataset(),
            Timestamp.from(evidence.vintage()),
            json.writeValueAsString(evidence.details()),
            Timestamp.from(now),
            Timestamp.from(now))
        .stream()
        .findFirst();
  }

  /** Replaces what an alarm rests on; its state stays. The new version. */
  void updateEvidence(long id, Signal signal, boolean present, Instant now) {
    Evidence evidence = signal.evidence();
    RuleRef rule = signal.rule();
    jdbc.update(
        """
        update alarms.alarm set version = version + 1, severity = ?, first_date = ?, last_date = ?,
            observed = ?, expected = ?, upper = ?, score = ?, rule_version = ?, dataset = ?,
            vintage = ?, details = ?::jsonb, title_en = ?, title_zh = ?, present = ?,
            changed_at = ?
        where id = ?
        """,
        signal.severity().rank(),
        signal.from(),
        signal.to(),
        evidence.observed(),
        evidence.expected(),
        evidence.upper(),
        evidence.score(),
        rule == null ? null : rule.version(),
        evidence.dataset(),
        Timestamp.from(evidence.vintage()),
        json.writeValueAsString(evidence.details()),
        signal.title().en(),
        signal.title().zh(),
        present,
        Timestamp.from(now),
        id);
  }

  /** Notes whether the newest data still show the signal. */
  void updatePresence(long id, boolean present, Instant vintage, Instant now) {
    jdbc.update(
        "update alarms.alarm set version = version + 1, present = ?, vintage = ?, changed_at = ?"
            + " where id = ?",
        present,
        Timestamp.from(vintage),
        Timestamp.from(now),
        id);
  }

  /** Moves an alarm if it still is at a version; whether it was. */
  boolean updateState(
      long id, int version, AlarmState state, @Nullable String assignedTo, Instant now) {
    return jdbc.update(
            "update alarms.alarm set version = version + 1, state = ?, assigned_to = ?,"
                + " changed_at = ? where id = ? and version = ?",
            state.word(),
            assignedTo,
            Timestamp.from(now),
            id,
            version)
        == 1;
  }

  void addStep(long alarm, AlarmStep step) {
    AlarmState from = step.from();
    jdbc.update(
        "insert into alarms.step (alarm, at, actor, action, from_state, to_state, reason, detail)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?::jsonb)",
        alarm,
        Timestamp.from(step.at()),
        step.actor(),
        step.action(),
        from == null ? null : from.word(),
        step.to().word(),
        step.reason(),
        json.writeValueAsString(step.detail()));
  }

  List<AlarmStep> listSteps(long alarm) {
    return jdbc.query(
        "select * from alarms.step where alarm = ? order by id",
        (row, i) -> {
          String from = row.getString("from_state");
          return new AlarmStep(
              row.getTimestamp("at").toInstant(),
              row.getString("actor"),
              row.getString("action"),
              from == null ? null : AlarmState.ofWord(from),
              AlarmState.ofWord(row.getString("to_state")),
              row.getString("reason"),
              json.readValue(row.getString("detail"), MAP));
        },
        alarm);
  }

  Optional<Alarm> find(long id) {
    RegionTree tree = regions.tree();
    return jdbc
        .query("select * from alarms.alarm where id = ?", (row, i) -> read(row, tree), id)
        .stream()
        .findFirst();
  }

  /** The alarm a source raised under a key; locked until the transaction ends. */
  Optional<Alarm> findByKey(String source, String key) {
    RegionTree tree = regions.tree();
    return jdbc
        .query(
            "select * from alarms.alarm where source = ? and key = ? for update",
            (row, i) -> read(row, tree),
            source,
            key)
        .stream()
        .findFirst();
  }

  /** Open ones first, the gravest and newest first of them; one more than the page holds. */
  List<Alarm> list(Condition condition, PageRequest page) {
    RegionTree tree = regions.tree();
    List<Object> values = new ArrayList<>(condition.values());
    String after = "";
    if (!page.isFirst()) {
      after = " and (open, severity, last_date, id) < (?::boolean, ?::int, ?::date, ?::bigint)";
      values.addAll(page.keys(4));
    }
    values.add(page.limit() + 1);
    return jdbc.query(
        "select * from alarms.alarm where "
            + condition.sql()
            + after
            + " order by open desc, severity desc, last_date desc, id desc limit ?",
        (row, i) -> read(row, tree),
        values.toArray());
  }

  long count(Condition condition) {
    Long count =
        jdbc.queryForObject(
            "select count(*) from alarms.alarm where " + condition.sql(),
            Long.class,
            condition.values().toArray());
    return count == null ? 0 : count;
  }

  /** Number of alarms by region and severity. */
  List<RegionCount> countByRegion(Condition condition) {
    return jdbc.query(
        "select region_path, severity, count(*) as number from alarms.alarm where "
            + condition.sql()
            + " group by region_path, severity",
        (row, i) ->
            new RegionCount(
                row.getString("region_path"),
                Severity.ofRank(row.getInt("severity")),
                row.getInt("number")),
        condition.values().toArray());
  }

  /** How many alarms of a severity lie in a region. */
  record RegionCount(String path, Severity severity, int number) {}

  private Alarm read(ResultSet row, RegionTree tree) throws SQLException {
    String region = row.getString("region");
    Long rule = row.getObject("rule", Long.class);
    return new Alarm(
        row.getLong("id"),
        row.getInt("version"),
        AlarmState.ofWord(row.getString("state")),
        row.getString("source"),
        row.getString("kind"),
        region,
        nameOf(region, tree),
        row.getString("subject"),
        new LocalizedText(row.getString("title_en"), row.getString("title_zh")),
        Severity.ofRank(row.getInt("severity")),
        row.getObject("first_date", LocalDate.class),
        row.getObject("last_date", LocalDate.class),
        new Evidence(
            row.getObject("observed", Double.class),
            row.getObject("expected", Double.class),
            row.getObject("upper", Double.class),
            row.getObject("score", Double.class),
            row.getString("dataset"),
            row.getTimestamp("vintage").toInstant(),
            json.readValue(row.getString("details"), MAP)),
        rule == null ? null : new RuleRef(rule, row.getInt("rule_version")),
        row.getBoolean("present"),
        row.getString("assigned_to"),
        row.getTimestamp("raised_at").toInstant(),
        row.getTimestamp("changed_at").toInstant());
  }

  private static LocalizedText nameOf(String region, RegionTree tree) {
    return tree.find(tree.knownPart(region))
        .map(Region::name)
        .orElseGet(() -> new LocalizedText(region, region));
  }
}
