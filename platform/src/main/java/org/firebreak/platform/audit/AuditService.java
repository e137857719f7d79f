package org.firebreak.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.web.PageRequest;
import org.jspecify.annotations.Nullable;
import org.slf4j.MDC;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * The book of what was done by whom: rows are added, never changed or deleted, which the database
 * refuses to the running platform. An entry is written in the transaction of what it tells, so
 * neither is there without the other. Thread-safe.
 */
@Service
public class AuditService {

  private final JdbcClient sql;
  private final JsonMapper json;
  private final Clock clock;

  AuditService(JdbcClient sql, JsonMapper json, Clock clock) {
    this.sql = sql;
    this.json = json;
    this.clock = clock;
  }

  /**
   * One entry.
   *
   * @param action what was done, for example {@code sign-in}
   * @param subject what it was done to: an account, a record, an import
   * @param detail more about it
   */
  public record Entry(
      long id,
      Instant at,
      String actor,
      String action,
      String subject,
      Map<String, String> detail,
      @Nullable String requestId) {}

  /**
   * Adds an entry.
   *
   * @param action lower-case words joined by '-'
   * @param detail never a plain identifier of a person, nor a secret
   */
  public void record(String actor, String action, String subject, Map<String, String> detail) {
    sql.sql(
            "INSERT INTO audit.entry (at, actor, action, subject, detail, request_id)"
                + " VALUES (?, ?, ?, ?, ?::jsonb, ?)")
        .params(
            Arrays.asList(
                Timestamp.from(clock.instant()),
                actor,
                action,
                subject,
                json.writeValueAsString(detail),
                MDC.get("requestId")))
        .update();
  }

  /** Newest first; one more than the page holds. Null = any. */
  List<Entry> list(@Nullable String actor, @Nullable String action, PageRequest page) {
    StringBuilder query =
        new StringBuilder(
            "SELECT id, at, actor, action, subject, detail, request_id FROM audit.entry WHERE true");
    List<Object> parameters = new ArrayList<>();
    if (actor != null) {
      query.append(" AND actor = ?");
      parameters.add(actor);
    }
    if (action != null) {
      query.append(" AND action = ?");
      parameters.add(action);
    }
    if (!page.isFirst()) {
      query.append(" AND id < ?::bigint");
      parameters.add(page.keys(1).getFirst());
    }
    parameters.add(page.limit() + 1);
    return sql.sql(query + " ORDER BY id DESC LIMIT ?")
        .params(parameters)
        .query((row, i) -> read(row))
        .list();
  }

  private Entry read(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong(1),
        row.getTimestamp(2).toInstant(),
        row.getString(3),
        row.getString(4),
        row.getString(5),
        json.readValue(row.getString(6), new TypeReference<Map<String, String>>() {}),
        row.getString(7));
  }
}
