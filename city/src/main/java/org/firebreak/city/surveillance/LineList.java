package org.firebreak.city.surveillance;

import java.nio.file.Path;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.output.CsvFile;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;

/**
 * Writes the line list as three sources hand it in, with dirt. Cities hand in through one source
 * each, by turns; the capital, which has most cases, through two. For one thread.
 */
public final class LineList {

  private static final long PURPOSE = Keys.purpose("surveillance.linelist");

  private final People people;
  private final CaseRows rows;
  private final DirtRates rates;
  private final Dirt dirt;
  private final PlantedErrors errors;
  private final long seed;
  private int duplicates;

  /** Everything the line list is made from. */
  public LineList(
      People people,
      Timeline timeline,
      Facilities facilities,
      List<Infection> infections,
      DirtRates rates,
      PlantedErrors errors,
      long seed) {
    this.people = people;
    this.rows = new CaseRows(people, timeline, facilities, infections, seed);
    this.rates = rates;
    this.dirt = new Dirt(rates, timeline, errors);
    this.errors = errors;
    this.seed = seed;
  }

  /** Writes the files of all sources into {@code directory}, each in the order of report. */
  public void write(Path directory, List<CaseReport> cases) {
    Map<CaseSource, CsvFile> files = new EnumMap<>(CaseSource.class);
    try {
      for (CaseSource source : CaseSource.values()) {
        files.put(
            source, new CsvFile(directory.resolve(source.file()), source.style(), source.header()));
      }
      cases.stream()
          .sorted(Comparator.comparingInt(CaseReport::reportDay).thenComparing(CaseReport::caseId))
          .forEach(report -> write(report, files));
    } finally {
      files.values().forEach(CsvFile::close);
    }
  }

  private void write(CaseReport report, Map<CaseSource, CsvFile> files) {
    Draws draws = new Draws(Keys.of(PURPOSE, seed, report.infection().person()));
    CaseSource source = sourceOf(report);
    EnumMap<CaseField, String> row = rows.row(report, source);
    dirt.soil(row, report, source, draws);
    put(files, source, row);
    if (draws.chance(rates.duplicateRow())) {
      put(files, source, row);
      record(source, report.caseId(), "duplicate-row", report.caseId());
    }
    if (draws.chance(rates.duplicatePerson())) {
      duplicate(report, files, draws);
    }
  }

  private static void put(
      Map<CaseSource, CsvFile> files, CaseSource source, EnumMap<CaseField, String> row) {
    CsvFile file = files.get(source);
    if (file == null) {
      throw new IllegalStateException("No file is open for " + source);
    }
    file.row(row.values().toArray());
  }

  /** The same person once more: other source, other number, misspelt name, often without ID. */
  private void duplicate(CaseReport report, Map<CaseSource, CsvFile> files, Draws draws) {
    CaseSource[] sources = CaseSource.values();
    CaseSource source = sources[draws.below(sources.length)];
    EnumMap<CaseField, String> row = rows.row(report, source);
    String id = "YL-D%05d".formatted(++duplicates);
    row.put(CaseField.CASE_ID, id);
    row.put(CaseField.SOURCE_CASE_ID, "");
    String name = Dirt.value(row, CaseField.NAME);
    row.put(CaseField.NAME, draws.chance(0.5) ? name : Dirt.misspelt(name, draws));
    if (draws.chance(0.6)) {
      row.put(CaseField.NATIONAL_ID, "");
    }
    if (draws.chance(0.4)) {
      row.put(CaseField.PHONE, "");
    }
    put(files, source, row);
    record(source, id, "duplicate-person", report.caseId());
  }

  private void record(CaseSource source, String id, String kind, String original) {
    errors.add(
        new PlantedErrors.PlantedError(
            source.file(), id, source.header(CaseField.CASE_ID), kind, original, id));
  }

  private CaseSource sourceOf(CaseReport report) {
    CaseSource[] sources = CaseSource.values();
    Region leaf = people.tree().leaves().get(report.leaf());
    String city = people.tree().cityOf(leaf).code();
    List<Region> siblings = people.tree().children(parentOf(city));
    int number = 0;
    for (int i = 0; i < siblings.size(); i++) {
      number = siblings.get(i).code().equals(city) ? i : number;
    }
    int turn = number == 0 ? report.leaf() % 2 : number;
    return sources[turn % sources.length];
  }

  private String parentOf(String code) {
    String parent = people.tree().get(code).parent();
    return parent == null ? "" : parent;
  }
}
