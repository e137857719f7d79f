package org.firebreak.platform.genomes;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.firebreak.genome.watch.ClusterCheck;
import org.firebreak.platform.sql.BulkCopy;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of what genomes say of pairs of cases. */
@Component
class FindingTable {

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;

  FindingTable(JdbcTemplate jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /**
   * What two genomes say.
   *
   * @param first genome with the lower id
   * @param verdict of the contact between the two cases; a missing link has none
   * @param differences sites at which they differ
   * @param expected differences expected of direct transmission
   * @param probability of as many or more
   * @param rivals other genomes that would fit a missing link as well
   */
  record Finding(
      long first,
      long second,
      ClusterCheck.Verdict verdict,
      int differences,
      double expected,
      double probability,
      int rivals) {

    /** The genome that is not this one. */
    long other(long genome) {
      return genome == first ? second : first;
    }
  }

  /** Replaces all findings that speak of any of these genomes. */
  void replace(long reference, Collection<Long> genomes, List<Finding> findings, Instant now) {
    Long[] ids = genomes.toArray(Long[]::new);
    jdbc.update(
        """
        delete from genomes.finding
        where reference = ? and (first = any (?) or second = any (?))
        """,
        reference,
        ids,
        ids);
    BulkCopy rows = new BulkCopy();
    for (Finding finding : findings) {
      rows.value(reference)
          .value(finding.first())
          .value(finding.second())
          .value(word(finding.verdict()))
          .value(finding.differences())
          .value(finding.expected())
          .value(finding.probability())
          .value(finding.rivals())
          .value(Timestamp.from(now))
          .endRow();
    }
    rows.into(
        dataSource,
        "genomes.finding (reference, first, second, verdict, differences, expected, probability,"
            + " rivals, found_at)");
  }

  static String word(ClusterCheck.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * All findings of a reference; contradictions first, then doubts, missing links (the nearest,
   * then those with the fewest rivals), agreements.
   */
  List<Finding> list(long reference) {
    return jdbc.query(
        """
        select first, second, verdict, differences, expected, probability, rivals
        from genomes.finding where reference = ?
        order by array_position(array['contradict', 'doubtful', 'missing-link', 'agree'], verdict),
            case when verdict = 'missing-link' then differences else 0 end,
            case when verdict = 'missing-link' then rivals else 0 end, probability, differences,
            first, second
        """,
        (row, i) ->
            new Finding(
                row.getLong(1),
                row.getLong(2),
                ClusterCheck.Verdict.valueOf(
                    row.getString(3).toUpperCase(Locale.ROOT).replace('-', '_')),
                row.getInt(4),
                row.getDouble(5),
                row.getDouble(6),
                row.getInt(7)),
        reference);
  }
}
