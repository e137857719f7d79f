package org.firebreak.city.output;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.firebreak.base.error.ResourceException;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.genomes.GenomeFiles;
import org.firebreak.city.people.People;
import org.firebreak.city.people.PopulationTable;
import org.firebreak.city.people.Sex;
import org.firebreak.city.region.GeoJson;
import org.firebreak.city.region.Region;
import org.firebreak.city.surveillance.ContactFile;
import org.firebreak.city.surveillance.DailyCounts;
import org.firebreak.city.surveillance.Facilities;
import org.firebreak.city.surveillance.LineList;
import org.firebreak.city.surveillance.PlantedErrors;
import org.locationtech.jts.geom.Coordinate;

/**
 * Writes an incident as files that go in through the intake, named by standard, with the truth in
 * {@code truth/} and a {@code manifest.json}. For one thread.
 */
public final class IncidentWriter {

  private final City city;
  private final Path directory;
  private final Consumer<String> progress;
  private final PlantedErrors errors = new PlantedErrors();

  /**
   * @param progress told what is being written
   */
  public IncidentWriter(City city, Path directory, Consumer<String> progress) {
    this.city = city;
    this.directory = directory;
    this.progress = progress;
  }

  /** Writes all files but the traces of people. */
  public void write() {
    progress.accept("regions and population");
    writeRegions();
    writePopulation();
    try (CsvFile file = new CsvFile(at("facility.csv"), CsvFile.Style.PLAIN, Facilities.header())) {
      city.facilities().write(file);
    }
    progress.accept("line lists");
    new LineList(
            city.people(),
            city.timeline(),
            city.facilities(),
            city.epidemic().infections(),
            city.parameters().dirt(),
            errors,
            city.parameters().seed())
        .write(directory, city.surveillance().cases());
    progress.accept("daily counts");
    writeCounts();
    progress.accept("contacts");
    List<List<String>> links = writeContacts();
    progress.accept("genomes");
    writeGenomes(links);
    progress.accept("truth");
    new TruthWriter(city, directory.resolve("truth"), firstVintage()).write(errors.list());
  }

  private List<List<String>> writeContacts() {
    Path truth = directory.resolve("truth").resolve("contacts.csv");
    try (CsvFile file = new CsvFile(at("contact.csv"), CsvFile.Style.PLAIN, ContactFile.header());
        CsvFile known = new CsvFile(truth, CsvFile.Style.PLAIN, ContactFile.truthHeader())) {
      ContactFile contacts = new ContactFile(city);
      contacts.write(file, known);
      return contacts.links();
    }
  }

  private void writeGenomes(List<List<String>> links) {
    Path truth = directory.resolve("truth").resolve("genomes.csv");
    try (CsvFile known = new CsvFile(truth, GenomeFiles.truthHeader())) {
      new GenomeFiles(city, links).write(directory.resolve("genomes"), known);
    }
  }

  private Path at(String file) {
    return directory.resolve(file);
  }

  private void writeRegions() {
    try {
      Files.createDirectories(directory);
      Files.writeString(at("region.geojson"), GeoJson.of(city.people().tree(), city.geography()));
    } catch (IOException e) {
      throw new ResourceException(
          "file-unwritable", at("region.geojson") + ": cannot be written: " + e, e);
    }
    String[] header = {
      "code", "name_zh", "name_en", "level", "parent", "longitude", "latitude", "population"
    };
    try (CsvFile file = new CsvFile(at("region.csv"), header)) {
      for (Region region : city.people().tree().regions()) {
        Coordinate middle = city.geography().geometry(region).getInteriorPoint().getCoordinate();
        file.row(
            region.code(),
            region.nameZh(),
            region.name(),
            region.level().number(),
            region.parent(),
            String.format(Locale.ROOT, "%.4f", middle.x),
            String.format(Locale.ROOT, "%.4f", middle.y),
            region.population());
      }
    }
  }

  private void writePopulation() {
    People people = city.people();
    PopulationTable table = new PopulationTable(people);
    int year = city.parameters().end().getYear();
    try (CsvFile file =
        new CsvFile(at("population.csv"), "region_code", "year", "sex", "age_group", "value")) {
      for (Region region : people.tree().regions()) {
        List<Integer> leaves =
            people.tree().leavesOf(region).stream().map(people.tree()::leafIndex).toList();
        file.row(region.code(), year, "", "", region.population());
        for (Sex sex : Sex.values()) {
          for (int group = 0; group < PopulationTable.AGE_GROUPS; group++) {
            file.row(
                region.code(),
                year,
                sex.name().toLowerCase(Locale.ROOT),
                PopulationTable.name(group),
                table.count(leaves, sex, group));
          }
        }
      }
    }
  }

  /** The day of the earlier vintage: ten days into the lockdown, else two thirds of the way. */
  private int firstVintage() {
    int days = city.parameters().days();
    int lockdown = city.epidemic().lockdownDay();
    int wanted = lockdown == Course.NEVER ? 2 * days / 3 : lockdown + 10;
    return Math.max(0, Math.min(wanted, days - 8));
  }

  private void writeCounts() {
    DailyCounts counts =
        new DailyCounts(
            city.people(), city.timeline(), city.surveillance(), errors, city.parameters().seed());
    int last = city.parameters().days() - 1;
    for (int asOf : new int[] {firstVintage(), last}) {
      String name = "daily-count-" + city.timeline().date(asOf) + ".csv";
      DailyCounts.Table table = counts.asOf(asOf, asOf == last ? name : "");
      try (CsvFile file =
          new CsvFile(
              at(name),
              "date",
              "region_code",
              "indicator",
              "kind",
              "value",
              "as_of",
              "case_definition")) {
        table.writeLong(file);
      }
      if (asOf == last) {
        String wide = "daily-count-wide-" + city.timeline().date(asOf) + ".csv";
        try (CsvFile file = new CsvFile(at(wide), CsvFile.Style.PLAIN, table.wideHeader())) {
          table.writeWide(file);
        }
      }
    }
  }
}
