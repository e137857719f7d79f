package org.firebreak.cli.genome;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.genome.clock.SampleDate;
import org.firebreak.genome.tree.Phylogeny;
import org.jspecify.annotations.Nullable;

/** Dates and places of samples from a table, by name. */
final class Metadata {

  private static final List<String> NAMES =
      List.of("name", "strain", "seqName", "sample", "accession", "id");
  private static final List<String> DATES =
      List.of("date", "num_date", "collection_date", "sample_date");
  private static final List<String> PLACES =
      List.of("location", "place", "division", "country", "region");

  private final Map<String, SampleDate> dates = new HashMap<>();
  private final Map<String, String> places = new HashMap<>();
  private final String placeColumn;

  private Metadata(String placeColumn) {
    this.placeColumn = placeColumn;
  }

  /** No metadata. */
  static Metadata none() {
    return new Metadata("");
  }

  /**
   * Reads a table; a date that cannot be read is told of and left out.
   *
   * @param place column of the places, or null for the fullest of the usual ones
   */
  static Metadata read(Path file, @Nullable String place, PrintWriter err) {
    CsvTable table = CsvTable.read(file);
    int name = first(table, NAMES).orElseThrow(() -> missing(table, "name", NAMES));
    int date = first(table, DATES).orElseThrow(() -> missing(table, "date", DATES));
    Optional<Integer> where = place == null ? fullest(table) : Optional.of(table.getColumn(place));
    Metadata metadata = new Metadata(where.map(i -> table.columns().get(i)).orElse(""));
    for (CsvTable.Row row : table.rows()) {
      String key = row.get(name);
      where.ifPresent(column -> metadata.places.put(key, row.get(column)));
      Optional<SampleDate> parsed = SampleDate.parse(row.get(date));
      if (parsed.isPresent()) {
        metadata.dates.put(key, parsed.get());
      } else if (!row.get(date).isEmpty()) {
        err.println(
            "firebreak: "
                + table
                    .cellError(row, date, "is no date (2020-03-14, 2020-03, 2020, 2020.2)")
                    .getMessage());
      }
    }
    return metadata;
  }

  private static Optional<Integer> first(CsvTable table, List<String> names) {
    return names.stream().flatMap(name -> table.findColumn(name).stream()).findFirst();
  }

  /** Of the usual columns of places the one with the most entries. */
  private static Optional<Integer> fullest(CsvTable table) {
    Optional<Integer> best = Optional.empty();
    long most = 0;
    for (String name : PLACES) {
      Optional<Integer> column = table.findColumn(name);
      if (column.isPresent()) {
        int index = column.get();
        long entries = table.rows().stream().filter(row -> !row.get(index).isEmpty()).count();
        if (entries > most) {
          most = entries;
          best = column;
        }
      }
    }
    return best;
  }

  private static UserException missing(CsvTable table, String what, List<String> names) {
    return new UserException(
        "column-missing",
        "%s, line 1: no column for the %s; expected one of %s; the columns are %s"
            .formatted(
                table.file(), what, String.join(", ", names), String.join(", ", table.columns())));
  }

  /** Name of the column of places, empty if there is none. */
  String placeColumn() {
    return placeColumn;
  }

  /** Dates by node. */
  List<Optional<SampleDate>> dates(Phylogeny tree) {
    List<Optional<SampleDate>> list = new ArrayList<>(tree.size());
    for (String name : tree.names()) {
      list.add(Optional.ofNullable(dates.get(name)));
    }
    return list;
  }

  /** Middles of the dates by node, NaN where unknown or known to the year only. */
  double[] exactDates(Phylogeny tree) {
    return dates(tree).stream()
        .mapToDouble(date -> date.map(SampleDate::middle).orElse(Double.NaN))
        .toArray();
  }

  /** Places by node, empty where unknown. */
  String[] places(Phylogeny tree) {
    String[] list = new String[tree.size()];
    for (int i = 0; i < list.length; i++) {
      list[i] = places.getOrDefault(tree.names()[i], "");
    }
    return list;
  }

  boolean hasDates() {
    return !dates.isEmpty();
  }
}
