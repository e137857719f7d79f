package org.firebreak.platform.reproduction;

import java.util.List;
import java.util.Map;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.audit.AuditService;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The parameters of diseases, and which disease the platform deals with. */
@Component
class DiseaseTable {

  private final JdbcTemplate jdbc;
  private final AuditService audit;

  DiseaseTable(JdbcTemplate jdbc, AuditService audit) {
    this.jdbc = jdbc;
    this.audit = audit;
  }

  List<Disease> list() {
    return jdbc.query(
        "select * from reproduction.disease order by position, name",
        (row, i) ->
            new Disease(
                row.getString("name"),
                new LocalizedText(row.getString("title_en"), row.getString("title_zh")),
                row.getDouble("interval_mean"),
                row.getDouble("interval_sd"),
                row.getDouble("delay_mean"),
                row.getDouble("delay_sd"),
                row.getString("source")));
  }

  /** The key of the disease that is used unless another is asked for. */
  String chosen() {
    String chosen = jdbc.queryForObject("select disease from reproduction.setting", String.class);
    return chosen == null ? list().getFirst().name() : chosen;
  }

  /** A disease by its key; the platform's where none is given. */
  Disease get(@Nullable String name) {
    String wanted = name == null ? chosen() : name;
    return list().stream()
        .filter(disease -> disease.name().equals(wanted))
        .findFirst()
        .orElseThrow(() ->
            new UserException("disease-not-found", "There are no parameters for '" + wanted + "'"));
  }

  /** Keeps the parameters of a disease, new or known, and makes it the platform's. */
  @Transactional
  public void choose(Disease disease, String by) {
    jdbc.update(
        """
        insert into reproduction.disease
          (name, title_en, title_zh, interval_mean, interval_sd, delay_mean, delay_sd, source,
           position)
        values (?, ?, ?, ?, ?, ?, ?, ?, 100)
        on conflict (name) do update
          set title_en = excluded.title_en, title_zh = excluded.title_zh,
              interval_mean = excluded.interval_mean, interval_sd = excluded.interval_sd,
              delay_mean = excluded.delay_mean, delay_sd = excluded.delay_sd,
              source = excluded.source
        """,
        disease.name(),
        disease.title().en(),
        disease.title().zh(),
        disease.intervalMeanDays(),
        disease.intervalSdDays(),
        disease.delayMeanDays(),
        disease.delaySdDays(),
        disease.source());
    jdbc.update("update reproduction.setting set disease = ?", disease.name());
    audit.record(
        by, "disease-parameters-changed", disease.name(), Map.of("to", disease.toString()));
  }
}
