package org.firebreak.cli.city;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.firebreak.base.error.DataException;
import org.firebreak.city.region.Region;
import org.firebreak.city.region.RegionLevel;
import org.firebreak.city.region.RegionTree;
import org.firebreak.cli.table.CsvTable;

/**
 * Reads the administrative structure of a user: columns code, parent, level (0 country to 3
 * district, or a word), name_zh or name or name_en, and population if there is one.
 */
final class RegionFile {

  private final CsvTable table;

  private RegionFile(CsvTable table) {
    this.table = table;
  }

  static RegionTree read(Path path) {
    RegionFile file = new RegionFile(CsvTable.read(path));
    List<Region> regions = new ArrayList<>();
    for (CsvTable.Row row : file.table.rows()) {
      regions.add(file.region(row));
    }
    if (regions.isEmpty()) {
      throw new DataException("no-regions", path + ": there is no region in it");
    }
    return new RegionTree(regions);
  }

  private Region region(CsvTable.Row row) {
    int codeColumn = table.getColumn("code");
    String code = row.get(codeColumn);
    if (code.isEmpty()) {
      throw table.cellError(row, codeColumn, "is empty; every region needs a code");
    }
    String parent = row.get(table.getColumn("parent"));
    String english = first(row, code, "name_en", "name", "name_zh");
    String chinese = first(row, code, "name_zh", "name", "name_en");
    return new Region(
        code, english, chinese, parent.isEmpty() ? null : parent, level(row), population(row));
  }

  private String first(CsvTable.Row row, String otherwise, String... columns) {
    for (String column : columns) {
      String value = table.findColumn(column).map(row::get).orElse("");
      if (!value.isEmpty()) {
        return value;
      }
    }
    return otherwise;
  }

  private RegionLevel level(CsvTable.Row row) {
    int column = table.getColumn("level");
    return switch (row.get(column)) {
      case "0", "nation", "country" -> RegionLevel.NATION;
      case "1", "province", "state" -> RegionLevel.PROVINCE;
      case "2", "city", "prefecture" -> RegionLevel.CITY;
      case "3", "district", "county" -> RegionLevel.DISTRICT;
      default ->
          throw table.cellError(
              row, column, "is not a level; give 0 country, 1 province, 2 city or 3 district");
    };
  }

  private long population(CsvTable.Row row) {
    int column = table.findColumn("population").orElse(-1);
    if (column < 0 || row.get(column).isEmpty()) {
      return 0;
    }
    try {
      long value = Long.parseLong(row.get(column));
      if (value >= 0) {
        return value;
      }
    } catch (NumberFormatException e) {
      throw table.cellError(row, column, "is not a whole number");
    }
    throw table.cellError(row, column, "must not be negative");
  }
}
