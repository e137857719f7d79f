package org.firebreak.platform.genomes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.clock.SampleDate;
import org.firebreak.intake.region.Region;
import org.firebreak.intake.region.RegionDirectory;
import org.firebreak.intake.source.RowSource;
import org.firebreak.intake.source.SourceFile;
import org.firebreak.intake.source.SourceRow;
import org.firebreak.platform.genomes.GenomeRow.Label;
import org.jspecify.annotations.Nullable;

/**
 * A table of samples: name, case number, date, place, in any of the formats and encodings the
 * intake reads, under the usual column names. Dates may be known to the month or year only. Places
 * are looked up from the widest column to the narrowest, each within the one before.
 */
final class SampleSheet {

  /** Most rows of a table. */
  static final int ROWS_MAX = 2_000_000;

  private static final List<String> NAMES =
      List.of("name", "strain", "seqname", "sequence_name", "sample", "accession", "id", "样本编号");
  private static final List<String> CASES =
      List.of("case_number", "case_id", "case", "病例编号", "个案编号");
  private static final List<String> DATES =
      List.of("date", "collection_date", "sample_date", "date_sampling", "采样日期");
  private static final List<String> CODES = List.of("region_code", "地区编码");
  private static final List<String> PLACES =
      List.of(
          "region",
          "country",
          "division",
          "province",
          "city",
          "location",
          "district",
          "place",
          "地区");

  private static final int TEXT_LENGTH_MAX = 200;

  private final String file;
  private final Map<String, Label> labels = new HashMap<>();
  private final Map<String, Long> lines = new HashMap<>();

  private SampleSheet(String file) {
    this.file = file;
  }

  /** No table. */
  static SampleSheet none() {
    return new SampleSheet("");
  }

  /**
   * Reads a table.
   *
   * @param problems told of cells that cannot be read; the rest of the row counts
   * @throws DataException if it has no column of names
   */
  static SampleSheet read(
      SourceFile source, RegionDirectory regions, Consumer<GenomeProblem> problems) {
    SampleSheet sheet = new SampleSheet(source.name());
    try (RowSource rows = source.open()) {
      Columns columns = new Columns(rows.header());
      int name =
          columns
              .first(NAMES)
              .orElseThrow(() ->
                  new DataException(
                      "column-missing",
                      "%s, line 1: no column with the sample's name; expected one of %s"
                          .formatted(source.name(), String.join(", ", NAMES))));
      for (SourceRow row = rows.next(); row != null; row = rows.next()) {
        sheet.add(row, row.cell(name).strip(), columns, regions, problems);
      }
    }
    return sheet;
  }

  private void add(
      SourceRow row,
      String name,
      Columns columns,
      RegionDirectory regions,
      Consumer<GenomeProblem> problems) {
    if (name.isEmpty()) {
      return;
    }
    if (labels.size() >= ROWS_MAX) {
      throw new DataException(
          "rows-too-many", file + ": a table of samples has at most " + ROWS_MAX + " rows");
    }
    if (labels.containsKey(name)) {
      problems.accept(
          problem(
              row, name, "sample-twice", "The table names this sample twice; the first counts"));
      return;
    }
    lines.put(name, row.number());
    String dateText = columns.text(row, DATES);
    Optional<SampleDate> date = SampleDate.parse(dateText);
    if (date.isEmpty() && !dateText.isEmpty()) {
      problems.accept(
          problem(
              row,
              name,
              "date-wrong",
              "'%s' is no date; expected 2020-03-14, 2020-03 or 2020".formatted(dateText)));
    }
    String place = columns.last(row, PLACES);
    Optional<Region> region = region(row, columns, regions);
    if (region.isEmpty() && !(place + columns.text(row, CODES)).isEmpty()) {
      problems.accept(
          problem(
              row,
              name,
              "place-unknown",
              "No known region is called '%s'; the place is kept as text"
                  .formatted(place.isEmpty() ? columns.text(row, CODES) : place)));
    }
    labels.put(
        name,
        new Label(
            orNull(columns.text(row, CASES)),
            date.map(d -> SampleDate.day(d.low())).orElse(null),
            date.map(d -> SampleDate.day(d.high())).orElse(null),
            region.map(Region::code).orElse(null),
            orNull(place)));
  }

  private static Optional<Region> region(SourceRow row, Columns columns, RegionDirectory regions) {
    Optional<Region> byCode = regions.findByCode(columns.text(row, CODES));
    if (byCode.isPresent()) {
      return byCode;
    }
    Region within = null;
    for (String column : PLACES) {
      String text = columns.text(row, List.of(column));
      if (!text.isEmpty()) {
        Region around = within;
        within =
            regions
                .findByCode(text)
                .filter(found -> around == null)
                .or(() -> regions.findByName(text, around == null ? null : around.code()))
                .orElse(within);
      }
    }
    return Optional.ofNullable(within);
  }

  private GenomeProblem problem(SourceRow row, String name, String rule, String message) {
    return new GenomeProblem(file, 0, row.number(), name, rule, false, message);
  }

  private static @Nullable String orNull(String text) {
    return text.isEmpty() ? null : text;
  }

  String file() {
    return file;
  }

  boolean isEmpty() {
    return labels.isEmpty();
  }

  Optional<Label> find(String name) {
    return Optional.ofNullable(labels.get(name));
  }

  Map<String, Label> labels() {
    return labels;
  }

  /** Line of the table a sample stands in. */
  long line(String name) {
    return lines.getOrDefault(name, 0L);
  }

  /** Columns by name, whatever their case. */
  private static final class Columns {

    private final List<String> names;

    Columns(List<String> header) {
      List<String> lower = new ArrayList<>();
      header.forEach(name -> lower.add(name.strip().toLowerCase(Locale.ROOT).replace(' ', '_')));
      this.names = List.copyOf(lower);
    }

    Optional<Integer> first(List<String> wanted) {
      return wanted.stream().map(names::indexOf).filter(i -> i >= 0).findFirst();
    }

    String text(SourceRow row, List<String> wanted) {
      String text = first(wanted).map(row::cell).orElse("").strip();
      return text.length() > TEXT_LENGTH_MAX ? text.substring(0, TEXT_LENGTH_MAX) : text;
    }

    /** The last of the columns that is filled: the narrowest place. */
    String last(SourceRow row, List<String> wanted) {
      String found = "";
      for (String name : wanted) {
        String text = text(row, List.of(name));
        found = text.isEmpty() ? found : text;
      }
      return found;
    }
  }
}
