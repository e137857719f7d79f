package org.firebreak.platform.situation;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.firebreak.platform.situation.Answers.Table;
import org.firebreak.platform.situation.Answers.TableRow;
import org.firebreak.platform.web.SafeCsv;
import org.jspecify.annotations.Nullable;

/** The table of regions as CSV, one column a measure. */
final class TableCsv {

  private static final List<String> MEASURES =
      List.of("cumulative", "new", "avg7", "per100k", "incidence7", "growth");

  private TableCsv() {}

  static String write(Table table) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      List<String> header =
          new ArrayList<>(List.of("date", "as_of", "code", "name_en", "name_zh", "population"));
      for (String indicator : table.indicators()) {
        MEASURES.forEach(measure -> header.add(indicator + "_" + measure));
      }
      csv.writeRecord(header);
      for (TableRow row : table.items()) {
        csv.writeRecord(cells(table, row));
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return text.toString();
  }

  private static List<String> cells(Table table, TableRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(table.date());
    cells.add(table.asOf());
    cells.add(row.code());
    cells.add(row.name().en());
    cells.add(row.name().zh());
    cells.add(row.population());
    for (String indicator : table.indicators()) {
      Map<String, @Nullable Double> values = row.values().getOrDefault(indicator, Map.of());
      MEASURES.forEach(measure -> cells.add(values.get(measure)));
    }
    return cells.stream().map(SafeCsv::cell).toList();
  }
}
