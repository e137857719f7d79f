package org.firebreak.platform.intake;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Optional;
import org.firebreak.intake.mapping.Mapping;
import org.firebreak.intake.mapping.MappingJson;
import org.firebreak.intake.mapping.MappingProposer;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.standard.Standard;
import org.firebreak.platform.regions.Regions;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How files of a source are read: as a person said, as remembered, or as proposed. Thread-safe. */
@Component
class Mappings {

  private final JdbcTemplate jdbc;
  private final Regions regions;
  private final Clock clock;

  Mappings(JdbcTemplate jdbc, Regions regions, Clock clock) {
    this.jdbc = jdbc;
    this.regions = regions;
    this.clock = clock;
  }

  /**
   * The mapping of the request, else the one remembered for the source if it fits, else a proposal.
   */
  Mapping choose(Import wanted, Standard standard, SourceFile file) {
    String stated = wanted.mapping();
    if (stated != null) {
      return MappingJson.read(stated);
    }
    Mapping proposed = MappingProposer.propose(standard, file, regions.directory());
    return find(wanted.source(), standard.key())
        .filter(remembered -> fits(remembered, standard, file))
        .orElse(proposed);
  }

  /** Whether all columns of a remembered mapping are in the file, and the standard is the same. */
  private static boolean fits(Mapping mapping, Standard standard, SourceFile file) {
    if (mapping.standardVersion() != standard.version()) {
      return false;
    }
    try (var rows = file.open(mapping.wideDateFormat())) {
      return rows.header().containsAll(MappingColumns.of(mapping));
    }
  }

  /** The mapping remembered for a source. */
  Optional<Mapping> find(String source, String standard) {
    return jdbc
        .queryForList(
            "select mapping::text from intake.mapping where source = ? and standard = ?",
            String.class,
            source,
            standard)
        .stream()
        .map(MappingJson::read)
        .findFirst();
  }

  /** Remembers how files of a source are read from now on. */
  void save(String source, Mapping mapping, String by) {
    jdbc.update(
        """
        insert into intake.mapping (source, standard, mapping, updated_by, updated_at)
        values (?, ?, ?::jsonb, ?, ?)
        on conflict (source, standard) do update set mapping = excluded.mapping,
            updated_by = excluded.updated_by, updated_at = excluded.updated_at
        """,
        source,
        mapping.standard(),
        MappingJson.write(mapping),
        by,
        Timestamp.from(clock.instant()));
  }

  void delete(String source, String standard) {
    jdbc.update("delete from intake.mapping where source = ? and standard = ?", source, standard);
  }
}
