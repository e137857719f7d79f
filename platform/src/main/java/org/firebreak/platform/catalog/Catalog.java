package org.firebreak.platform.catalog;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firebreak.base.LocalizedText;
import org.firebreak.base.error.UserException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Service;

/** The catalogue of data sets: the one door to it for other capabilities. Thread-safe. */
@Service
public class Catalog {

  private static final String SELECT = "select * from catalog.dataset ";

  private final JdbcTemplate jdbc;

  Catalog(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Notes that a source sent something; a new data set gets {@code title} until somebody gives it a
   * better one.
   *
   * @return id of the data set
   */
  public long noteUpdate(
      String standard, String source, LocalizedText title, String format, Instant now) {
    Long id =
        jdbc.queryForObject(
            """
            insert into catalog.dataset
              (standard, source, title_en, title_zh, format, released_at, updated_at)
            values (?, ?, ?, ?, ?, ?, ?)
            on conflict (standard, source)
              do update set updated_at = excluded.updated_at, format = excluded.format
            returning id
            """,
            Long.class,
            standard,
            source,
            title.en(),
            title.zh(),
            format,
            Timestamp.from(now),
            Timestamp.from(now));
    if (id == null) {
      throw new IllegalStateException("The database gave no id for " + standard + "/" + source);
    }
    return id;
  }

  /** Keeps the score that an import gave to a data set. */
  public void saveScore(long dataset, Score score) {
    jdbc.update(
        """
        insert into catalog.score (dataset, import_id, scored_at, completeness, validity,
            consistency, uniqueness, timeliness, overall)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict (dataset, import_id) do nothing
        """,
        dataset,
        score.importId(),
        Timestamp.from(score.scoredAt()),
        score.completeness(),
        score.validity(),
        score.consistency(),
        score.uniqueness(),
        score.timeliness(),
        score.overall());
  }

  public List<Dataset> listDatasets() {
    return jdbc.query(SELECT + "order by updated_at desc, id", (row, i) -> read(row));
  }

  public Optional<Dataset> findDataset(String standard, String source) {
    return jdbc
        .query(
            SELECT + "where standard = ? and source = ?", (row, i) -> read(row), standard, source)
        .stream()
        .findFirst();
  }

  /**
   * The data set of an id.
   *
   * @throws UserException if there is none
   */
  public Dataset getDataset(long id) {
    return jdbc.query(SELECT + "where id = ?", (row, i) -> read(row), id).stream()
        .findFirst()
        .orElseThrow(() -> new UserException("dataset-not-found", "There is no data set " + id));
  }

  /** Scores of a data set, oldest first. */
  public List<Score> listScores(long dataset) {
    return jdbc.query(
        "select * from catalog.score where dataset = ? order by scored_at",
        (row, i) ->
            new Score(
                row.getLong("import_id"),
                row.getTimestamp("scored_at").toInstant(),
                row.getDouble("completeness"),
                row.getDouble("validity"),
                row.getDouble("consistency"),
                row.getDouble("uniqueness"),
                row.getDouble("timeliness"),
                row.getDouble("overall")),
        dataset);
  }

  /** Changes what people say of a data set. */
  void describe(long id, Description description) {
    jdbc.update(
        """
        update catalog.dataset set title_en = ?, title_zh = ?, keywords = ?, provider = ?,
            maintainer = ?, licence = ? where id = ?
        """,
        description.title().en(),
        description.title().zh(),
        description.keywords().toArray(String[]::new),
        description.provider(),
        description.maintainer(),
        description.licence(),
        id);
  }

  private static Dataset read(ResultSet row) throws SQLException {
    return new Dataset(
        row.getLong("id"),
        row.getString("standard"),
        row.getString("source"),
        new LocalizedText(row.getString("title_en"), row.getString("title_zh")),
        List.of((String[]) row.getArray("keywords").getArray()),
        row.getString("provider"),
        row.getString("maintainer"),
        row.getString("licence"),
        row.getString("format"),
        row.getTimestamp("released_at").toInstant(),
        row.getTimestamp("updated_at").toInstant());
  }

  /** What people say of a data set. */
  record Description(
      LocalizedText title,
      List<String> keywords,
      String provider,
      String maintainer,
      String licence) {}
}
