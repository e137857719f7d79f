package org.firebreak.intake.region;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.firebreak.base.error.InternalException;
import org.jspecify.annotations.Nullable;

/**
 * The regions that ship with the project: the countries and territories of ISO 3166-1 (and Kosovo
 * under its user-assigned code) with names from CLDR, and the provinces of GB/T 2260. Hong Kong,
 * Macao and Taiwan are in both lists, as both standards have them.
 */
public final class WorldRegions {

  private static final RegionIndex SHIPPED = read();

  private WorldRegions() {}

  /** The shipped regions as a directory. */
  public static RegionIndex shipped() {
    return SHIPPED;
  }

  private static RegionIndex read() {
    List<Region> regions = new ArrayList<>();
    regions.addAll(read("/regions/countries.csv", WorldRegions::country));
    regions.addAll(read("/regions/china-provinces.csv", WorldRegions::province));
    return RegionIndex.of(regions);
  }

  private static List<Region> read(String resource, Function<NamedCsvRecord, Region> make) {
    try (InputStream in = Objects.requireNonNull(WorldRegions.class.getResourceAsStream(resource));
        CsvReader<NamedCsvRecord> csv = CsvReader.builder().ofNamedCsvRecord(in)) {
      return csv.stream().map(make).toList();
    } catch (IOException e) {
      throw new InternalException("regions-unreadable", resource + " cannot be read", e);
    }
  }

  private static Region country(NamedCsvRecord row) {
    List<String> aliases = aliases(row);
    for (String code : List.of(row.getField("alpha3"), row.getField("numeric"))) {
      if (!code.isBlank()) {
        aliases.add(code);
      }
    }
    return region(row, row.getField("alpha2"), 0, null, aliases);
  }

  private static Region province(NamedCsvRecord row) {
    List<String> aliases = aliases(row);
    aliases.add(row.getField("iso_3166_2"));
    return region(row, row.getField("code"), 1, "CN", aliases);
  }

  private static List<String> aliases(NamedCsvRecord row) {
    List<String> aliases = new ArrayList<>();
    for (String alias : row.getField("aliases").split(";", -1)) {
      if (!alias.isBlank()) {
        aliases.add(alias.strip());
      }
    }
    return aliases;
  }

  private static Region region(
      NamedCsvRecord row, String code, int level, @Nullable String parent, List<String> aliases) {
    return new Region(
        code,
        level,
        parent,
        row.getField("name_en"),
        row.getField("name_zh"),
        aliases,
        null,
        null,
        null,
        null);
  }
}
