package org.firebreak.platform.genomes;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javax.sql.DataSource;
import org.firebreak.genome.variant.Nucleotides;
import org.firebreak.platform.genomes.GenomeRow.Label;
import org.firebreak.platform.sql.BulkCopy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The SQL of genomes. */
@Component
class GenomeTable {

  private static final String COLUMNS =
      "reference, name, upload, case_number, date_first, date_last, region, place, sequence_hash,"
          + " start_at, end_at, substitutions, deletions, insertions, missing, mixed, amino_acids,"
          + " unknown_acids, frame_shifts, stops, clade, quality, coverage, recorded_at";

  private static final int ROWS_AT_ONCE = 1000;

  private final JdbcTemplate jdbc;
  private final DataSource dataSource;

  GenomeTable(JdbcTemplate jdbc, DataSource dataSource) {
    this.jdbc = jdbc;
    this.dataSource = dataSource;
  }

  /** What is known of a name. */
  record Known(long id, String sequenceHash, Label label) {}

  /** All genomes of a reference by name, without their variants. */
  Map<String, Known> findKnown(long reference) {
    Map<String, Known> known = new HashMap<>();
    jdbc.query(
        """
        select id, name, sequence_hash, case_number, date_first, date_last, region, place
        from genomes.genome where reference = ?
        """,
        row -> {
          known.put(
              row.getString("name"),
              new Known(row.getLong("id"), row.getString("sequence_hash"), label(row)));
        },
        reference);
    return known;
  }

  void insert(long reference, long upload, List<GenomeRow> rows, Instant now) {
    BulkCopy batch = new BulkCopy();
    int waiting = 0;
    for (GenomeRow row : rows) {
      append(batch, reference, upload, row, now);
      if (++waiting % ROWS_AT_ONCE == 0) {
        batch.into(dataSource, "genomes.genome (" + COLUMNS + ")");
      }
    }
    batch.into(dataSource, "genomes.genome (" + COLUMNS + ")");
  }

  private static void append(
      BulkCopy batch, long reference, long upload, GenomeRow row, Instant now) {
    Nucleotides called = row.nucleotides();
    batch
        .value(reference)
        .value(row.name())
        .value(upload)
        .value(row.label().caseNumber())
        .value(row.label().dateFirst())
        .value(row.label().dateLast())
        .value(row.label().region())
        .value(row.label().place())
        .value(row.sequenceHash())
        .value(called.start())
        .value(called.end())
        .value(numbers(called.substitutions()))
        .value(numbers(called.deletions()))
        .array(called.insertions().stream().map(GenomeTable::text).toList())
        .value(numbers(called.missing()))
        .value(numbers(called.mixed()))
        .array(row.aminoAcids())
        .array(row.unknownAcids())
        .array(row.frameShifts())
        .array(row.stops())
        .value(row.clade())
        .array(row.quality().stream().map(String::valueOf).toList())
        .value(row.coverage())
        .value(Timestamp.from(now))
        .endRow();
  }

  private static String text(Nucleotides.Insertion insertion) {
    return insertion.after() + ":" + insertion.letters();
  }

  private static Nucleotides.Insertion insertion(String text) {
    int colon = text.indexOf(':');
    return new Nucleotides.Insertion(
        Integer.parseInt(text.substring(0, colon)), text.substring(colon + 1));
  }

  private static String numbers(int[] values) {
    StringBuilder text = new StringBuilder("{");
    for (int value : values) {
      text.append(text.length() > 1 ? "," : "").append(value);
    }
    return text.append('}').toString();
  }

  /** Replaces what was called of a known genome; its id stays. */
  void replace(long upload, GenomeRow row, Instant now) {
    jdbc.update(
        """
        update genomes.genome set upload = ?, sequence_hash = ?, start_at = ?, end_at = ?,
            substitutions = ?::int[], deletions = ?::int[], insertions = ?, missing = ?::int[],
            mixed = ?::int[], amino_acids = ?, unknown_acids = ?, frame_shifts = ?, stops = ?, clade = ?, quality = ?,
            coverage = ?, recorded_at = ? where id = ?
        """,
        upload,
        row.sequenceHash(),
        row.nucleotides().start(),
        row.nucleotides().end(),
        numbers(row.nucleotides().substitutions()),
        numbers(row.nucleotides().deletions()),
        row.nucleotides().insertions().stream().map(GenomeTable::text).toArray(String[]::new),
        numbers(row.nucleotides().missing()),
        numbers(row.nucleotides().mixed()),
        row.aminoAcids().toArray(String[]::new),
        row.unknownAcids().toArray(String[]::new),
        row.frameShifts().toArray(String[]::new),
        row.stops().toArray(String[]::new),
        row.clade(),
        row.quality().toArray(Float[]::new),
        row.coverage(),
        Timestamp.from(now),
        row.id());
    relabel(upload, row.id(), row.label(), now);
  }

  /** Replaces what the table of samples said of a known genome. */
  void relabel(long upload, long id, Label label, Instant now) {
    jdbc.update(
        """
        update genomes.genome set upload = ?, case_number = ?, date_first = ?, date_last = ?,
            region = ?, place = ?, recorded_at = ? where id = ?
        """,
        upload,
        label.caseNumber(),
        label.dateFirst(),
        label.dateLast(),
        label.region(),
        label.place(),
        Timestamp.from(now),
        id);
  }

  /** All genomes of a reference in the order they came in. */
  List<GenomeRow> list(long reference) {
    return jdbc.query(
        "select * from genomes.genome where reference = ? order by id",
        (row, i) -> read(row),
        reference);
  }

  /** The reference a genome belongs to. */
  Optional<Long> findReference(long genome) {
    return jdbc
        .queryForList("select reference from genomes.genome where id = ?", Long.class, genome)
        .stream()
        .findFirst();
  }

  /** Genomes of a case number: reference and id. */
  List<long[]> listOfCase(String caseNumber) {
    return jdbc.query(
        "select reference, id from genomes.genome where case_number = ? order by id limit 100",
        (row, i) -> new long[] {row.getLong(1), row.getLong(2)},
        caseNumber);
  }

  private static GenomeRow read(ResultSet row) throws SQLException {
    Nucleotides called =
        new Nucleotides(
            row.getInt("start_at"),
            row.getInt("end_at"),
            numbers(row.getArray("substitutions")),
            numbers(row.getArray("deletions")),
            texts(row, "insertions").stream().map(GenomeTable::insertion).toList(),
            numbers(row.getArray("missing")),
            numbers(row.getArray("mixed")));
    return new GenomeRow(
        row.getLong("id"),
        row.getString("name"),
        label(row),
        row.getString("sequence_hash"),
        called,
        texts(row, "amino_acids"),
        texts(row, "unknown_acids"),
        texts(row, "frame_shifts"),
        texts(row, "stops"),
        row.getString("clade"),
        new ArrayList<>(Arrays.asList((Float[]) row.getArray("quality").getArray())),
        row.getFloat("coverage"));
  }

  private static Label label(ResultSet row) throws SQLException {
    return new Label(
        row.getString("case_number"),
        date(row, "date_first"),
        date(row, "date_last"),
        row.getString("region"),
        row.getString("place"));
  }

  private static @Nullable LocalDate date(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private static List<String> texts(ResultSet row, String column) throws SQLException {
    return List.of((String[]) row.getArray(column).getArray());
  }

  private static int[] numbers(Array array) throws SQLException {
    return Arrays.stream((Integer[]) array.getArray())
        .mapToInt(value -> Objects.requireNonNull(value))
        .toArray();
  }
}
