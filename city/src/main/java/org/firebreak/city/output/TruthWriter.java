package org.firebreak.city.output;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.firebreak.city.City;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.epidemic.Infection;
import org.firebreak.city.epidemic.Reproduction;
import org.firebreak.city.life.Measures;
import org.firebreak.city.life.Place;
import org.firebreak.city.surveillance.CaseReport;
import org.firebreak.city.surveillance.PlantedErrors;
import org.firebreak.city.surveillance.Surveillance;
import org.firebreak.city.trace.LocalTimes;

/** Writes what really happened, which no authority would know. For one thread. */
final class TruthWriter {

  private final City city;
  private final Path directory;
  private final int firstVintage;

  TruthWriter(City city, Path directory, int firstVintage) {
    this.city = city;
    this.directory = directory;
    this.firstVintage = firstVintage;
  }

  void write(List<PlantedErrors.PlantedError> errors) {
    writeInfections();
    writeReproduction();
    writeEvents();
    try (CsvFile file =
        new CsvFile(
            directory.resolve("planted-errors.csv"),
            "file",
            "key",
            "field",
            "kind",
            "true_value",
            "planted_value")) {
      for (PlantedErrors.PlantedError e : errors) {
        file.row(e.file(), e.key(), e.field(), e.kind(), e.trueValue(), e.plantedValue());
      }
    }
  }

  private String date(int day) {
    return day == Course.NEVER ? "" : city.timeline().date(day).toString();
  }

  /** The name of a person in all files but the line lists. */
  static String person(int person) {
    return String.format(Locale.ROOT, "p%08d", person);
  }

  private void writeInfections() {
    Map<Integer, CaseReport> reports = new HashMap<>();
    city.surveillance().cases().forEach(c -> reports.put(c.infection().index(), c));
    List<Infection> infections = city.epidemic().infections();
    try (CsvFile file =
        new CsvFile(
            directory.resolve("infections.csv"),
            "infection",
            "person",
            "case_id",
            "region_code",
            "infector",
            "infector_person",
            "infector_case_id",
            "infected_at",
            "place",
            "place_kind",
            "severity",
            "infectiousness",
            "onset",
            "report",
            "outcome",
            "died")) {
      for (Infection infection : infections) {
        Infection infector = infection.imported() ? null : infections.get(infection.infector());
        Course course = infection.course();
        CaseReport report = reports.get(infection.index());
        file.row(
            infection.index(),
            person(infection.person()),
            report == null ? "" : report.caseId(),
            region(infection),
            infector == null ? "" : infector.index(),
            infector == null ? "" : person(infector.person()),
            infector == null || !reports.containsKey(infector.index())
                ? ""
                : Surveillance.caseId(infector),
            new LocalTimes(city.timeline().date(infection.day())).at(60 * infection.minute()),
            infector == null
                ? ""
                : Place.name(infection.place(), city.timeline().date(infection.day())),
            infector == null ? "imported" : Place.kind(infection.place()).word(),
            course.severity().word(),
            String.format(Locale.ROOT, "%.4f", course.infectiousness()),
            course.symptomatic() ? date(course.onset()) : "",
            report == null ? "" : date(report.reportDay()),
            date(course.outcome()),
            course.died());
      }
    }
  }

  private String region(Infection infection) {
    return city.people().tree().leaves().get(city.people().leafOf(infection.person())).code();
  }

  private void writeReproduction() {
    Reproduction truth = new Reproduction(city.epidemic().infections(), city.parameters().days());
    try (CsvFile file =
        new CsvFile(
            directory.resolve("reproduction.csv"),
            "date",
            "infections",
            "imported",
            "cohort_r",
            "cohort_complete",
            "instantaneous_r")) {
      for (int day = 0; day < city.parameters().days(); day++) {
        file.row(
            date(day),
            truth.infections(day),
            truth.imported(day),
            decimal(truth.cohort(day)),
            truth.cohortComplete(day),
            decimal(truth.instantaneous(day)));
      }
    }
    try (CsvFile file =
        new CsvFile(directory.resolve("generation-interval.csv"), "days", "probability")) {
      for (int days = 0; days < truth.generationInterval().length; days++) {
        file.row(days, decimal(truth.generationInterval()[days]));
      }
    }
  }

  private static String decimal(double value) {
    return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.5f", value);
  }

  private void writeEvents() {
    try (CsvFile file = new CsvFile(directory.resolve("events.csv"), "date", "event", "detail")) {
      event(file, city.epidemic().cautionDay(), "caution");
      event(file, city.epidemic().lockdownDay(), "lockdown");
      int lockdown = city.epidemic().lockdownDay();
      int end = city.parameters().epidemic().lockdownDays();
      event(file, lockdown == Course.NEVER ? lockdown : lockdown + end, "lockdown-ends");
      int change = city.surveillance().definitionChangeDay();
      event(file, change, "clinically-diagnosed-counted");
      event(file, firstVintage, "first-vintage");
      event(file, city.parameters().days() - 1, "last-vintage");
    }
  }

  private void event(CsvFile file, int day, String event) {
    if (day < city.parameters().days()) {
      Measures m = city.epidemic().measures(day);
      String detail =
          String.format(
              Locale.ROOT,
              "work %.2f; school %.2f; venues %.2f; travel %.2f; contact %.2f",
              m.work(),
              m.school(),
              m.venues(),
              m.travel(),
              m.contact());
      file.row(date(day), event, detail);
    }
  }
}
