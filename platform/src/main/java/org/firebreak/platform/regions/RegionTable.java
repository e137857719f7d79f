package org.firebreak.platform.regions;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of the region tree. */
@Component
class RegionTable {

  private static final String UPSERT =
      """
      insert into regions.region (code, parent, level, path, name_en, name_zh, aliases, scheme,
          valid_from, valid_to, longitude, latitude)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (code) do update set parent = excluded.parent, level = excluded.level,
          path = excluded.path, name_en = excluded.name_en, name_zh = excluded.name_zh,
          aliases = excluded.aliases, scheme = excluded.scheme, valid_from = excluded.valid_from,
          valid_to = excluded.valid_to,
          longitude = coalesce(excluded.longitude, region.longitude),
          latitude = coalesce(excluded.latitude, region.latitude)
      """;

  /** Paths follow the parents; a region whose parent is unknown hangs below the world. */
  private static final String REBUILD_PATHS =
      """
      with recursive tree (code, path) as (
        select code, code || '/' from regions.region where parent is null
        union all
        select child.code, tree.path || child.code || '/'
        from regions.region child join tree on child.parent = tree.code
      )
      update regions.region r set path = tree.path from tree
      where tree.code = r.code and r.path <> tree.path
      """;

  private final JdbcTemplate jdbc;

  RegionTable(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  long revision() {
    Long number = jdbc.queryForObject("select number from regions.revision", Long.class);
    return number == null ? 0 : number;
  }

  private void nextRevision() {
    jdbc.update("update regions.revision set number = number + 1");
  }

  List<RegionRow> listAll() {
    return jdbc.query(
        """
        select r.code, parent, level, path, name_en, name_zh, aliases, scheme, valid_from, valid_to,
               longitude, latitude, population, g.code is not null as has_geometry
        from regions.region r left join regions.geometry g on g.code = r.code
        order by path
        """,
        (row, i) -> read(row));
  }

  private static RegionRow read(ResultSet row) throws SQLException {
    return new RegionRow(
        row.getString("code"),
        row.getString("parent"),
        Level.ofWord(row.getString("level")),
        row.getString("path"),
        row.getString("name_en"),
        row.getString("name_zh"),
        texts(row.getArray("aliases")),
        row.getString("scheme"),
        row.getObject("valid_from", LocalDate.class),
        row.getObject("valid_to", LocalDate.class),
        row.getObject("longitude", Double.class),
        row.getObject("latitude", Double.class),
        row.getObject("population", Long.class),
        row.getBoolean("has_geometry"));
  }

  private static List<String> texts(Array array) throws SQLException {
    return Arrays.asList((String[]) array.getArray());
  }

  void upsert(List<RegionRow> rows) {
    jdbc.batchUpdate(
        UPSERT,
        rows,
        500,
        (statement, row) -> {
          statement.setString(1, row.code());
          statement.setString(2, row.parent());
          statement.setString(3, row.level().word());
          statement.setString(4, row.code() + "?/");
          statement.setString(5, row.nameEn());
          statement.setString(6, row.nameZh());
          statement.setArray(
              7, statement.getConnection().createArrayOf("text", row.aliases().toArray()));
          statement.setString(8, row.scheme());
          statement.setObject(9, row.validFrom());
          statement.setObject(10, row.validTo());
          statement.setObject(11, row.longitude());
          statement.setObject(12, row.latitude());
        });
    jdbc.update(
        """
        update regions.region r set parent = 'world'
        where r.code <> 'world' and not exists (
          select 1 from regions.region p where p.code = r.parent)
        """);
    jdbc.update(REBUILD_PATHS);
    nextRevision();
  }

  /** Sets populations of a year, unless a later year's is known already. */
  void updatePopulations(List<Population> populations) {
    jdbc.batchUpdate(
        """
        update regions.region set population = ?, population_year = ?
        where code = ? and coalesce(population_year, 0) <= ?
        """,
        populations,
        500,
        (statement, row) -> {
          statement.setLong(1, row.persons());
          statement.setInt(2, row.year());
          statement.setString(3, row.code());
          statement.setInt(4, row.year());
        });
    nextRevision();
  }

  void replaceGeometries(List<Outline> outlines) {
    jdbc.batchUpdate(
        """
        insert into regions.geometry (code, geometry) values (?, ?)
        on conflict (code) do update set geometry = excluded.geometry
        """,
        outlines,
        100,
        (statement, outline) -> {
          statement.setString(1, outline.code());
          statement.setString(2, outline.geometry());
        });
    nextRevision();
  }

  List<Outline> listOutlines(List<String> codes) {
    return jdbc.query(
        "select code, geometry from regions.geometry where code = any (?) order by code",
        (row, i) -> new Outline(row.getString("code"), row.getString("geometry")),
        (Object) codes.toArray(String[]::new));
  }

  /**
   * Number of people of a region.
   *
   * @param persons not negative
   * @param year the calendar year the figure stands for
   */
  record Population(String code, long persons, int year) {}

  /**
   * The outline of a region.
   *
   * @param geometry a GeoJSON geometry
   */
  record Outline(String code, String geometry) {}
}
