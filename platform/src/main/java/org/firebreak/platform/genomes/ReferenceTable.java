package org.firebreak.platform.genomes;

import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.annotation.CodingRegion;
import org.firebreak.genome.annotation.Reference;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.ObjectMapper;

/** The SQL of references. */
@Component
class ReferenceTable {

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;

  ReferenceTable(JdbcTemplate jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A coding region as it is stored. */
  private record StoredRegion(String name, List<int[]> segments, boolean reverse) {

    static StoredRegion of(CodingRegion region) {
      return new StoredRegion(
          region.name(),
          region.segments().stream().map(s -> new int[] {s.start(), s.end()}).toList(),
          region.reverse());
    }

    CodingRegion toRegion() {
      return new CodingRegion(
          name, segments.stream().map(s -> new CodingRegion.Segment(s[0], s[1])).toList(), reverse);
    }
  }

  /** What is stored of a reference besides its sequence. */
  record NewReference(
      String title,
      boolean simulated,
      Reference genome,
      @Nullable String clades,
      int maskStart,
      int maskEnd) {}

  /** Adds a reference, or gives a known one another title, annotation and clades. */
  long put(NewReference reference, String by, Instant now) {
    Long id =
        jdbc.queryForObject(
            """
            insert into genomes.reference (name, title, simulated, bases, regions, clades,
                mask_start, mask_end, created_by, created_at)
            values (?, ?, ?, ?, ?::jsonb, ?, ?, ?, ?, ?)
            on conflict (name) do update set title = excluded.title, regions = excluded.regions,
                clades = excluded.clades, mask_start = excluded.mask_start,
                mask_end = excluded.mask_end
            returning id
            """,
            Long.class,
            reference.genome().name(),
            reference.title(),
            reference.simulated(),
            new String(reference.genome().bases(), StandardCharsets.ISO_8859_1),
            json.writeValueAsString(
                reference.genome().regions().stream().map(StoredRegion::of).toList()),
            reference.clades(),
            reference.maskStart(),
            reference.maskEnd(),
            by,
            Timestamp.from(now));
    if (id == null) {
      throw new IllegalStateException("The database gave no id for a reference");
    }
    return id;
  }

  List<Long> listIds() {
    return jdbc.queryForList("select id from genomes.reference order by id", Long.class);
  }

  Optional<GenomeReference> find(long id) {
    return jdbc
        .query("select * from genomes.reference where id = ?", (row, i) -> read(row), id)
        .stream()
        .findFirst();
  }

  /** Letters of a reference by its name. */
  Optional<String> findBases(String name) {
    return jdbc
        .queryForList("select bases from genomes.reference where name = ?", String.class, name)
        .stream()
        .findFirst();
  }

  private GenomeReference read(ResultSet row) throws SQLException {
    List<StoredRegion> regions =
        json.readValue(row.getString("regions"), new TypeReference<List<StoredRegion>>() {});
    return GenomeReference.of(
        row.getLong("id"),
        row.getString("title"),
        row.getBoolean("simulated"),
        new Reference(
            row.getString("name"),
            row.getString("bases").getBytes(StandardCharsets.ISO_8859_1),
            regions.stream().map(StoredRegion::toRegion).toList()),
        row.getString("clades"),
        row.getInt("mask_start"),
        row.getInt("mask_end"),
        row.getTimestamp("created_at").toInstant());
  }
}
