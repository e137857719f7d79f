package org.firebreak.platform.demo;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.firebreak.base.error.InternalException;
import org.firebreak.base.error.ResourceException;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.output.IncidentWriter;
import org.firebreak.platform.access.Caller;
import org.firebreak.platform.genomes.Genomes;
import org.firebreak.platform.intake.ImportView;
import org.firebreak.platform.intake.Imports;
import org.firebreak.platform.intake.Imports.ImportRequest;
import org.firebreak.platform.lifecycle.DataFolder;
import org.firebreak.platform.lifecycle.Steps;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.settings.PlatformSettings;
import org.firebreak.platform.settings.SettingsService;
import org.springframework.stereotype.Component;

/**
 * Generates the demonstration incident and loads it like any other data, dirt included. Everything
 * in it is fictitious. For one thread.
 */
@Component
public class DemoIncident {

  private static final long SEED = 1;
  private static final long PEOPLE = 6_000_000;
  private static final int DAYS = 120;
  private static final int WAIT_SECONDS = 600;

  /** Files in the order in which each needs what came before, with their standard. */
  private static final List<Part> PARTS =
      List.of(
          new Part("region.csv", "region", "demo"),
          new Part("population.csv", "population", "demo"),
          new Part("facility.csv", "facility", "demo"),
          new Part("daily-count-[0-9-]+\\.csv", "daily-count", "demo"),
          new Part("case.*\\.(csv|xlsx)", "case", ""),
          new Part("contact.*\\.csv", "contact", "demo"));

  private final Imports imports;
  private final Genomes genomes;
  private final Regions regions;
  private final SettingsService settings;
  private final DataFolder data;

  DemoIncident(
      Imports imports,
      Genomes genomes,
      Regions regions,
      SettingsService settings,
      DataFolder data) {
    this.imports = imports;
    this.genomes = genomes;
    this.regions = regions;
    this.settings = settings;
    this.data = data;
  }

  /** Whether nothing was ever imported here, so that the demonstration disturbs nobody. */
  public boolean isPossible() {
    return imports.isEmpty();
  }

  /** Generates and loads the incident, saying at each step what it does. */
  public void load(Steps steps) {
    Path folder = data.root().resolve("demo");
    try {
      steps.say(
          "demonstration: generating a fictitious province of 6 million people and its epidemic");
      City city =
          City.generate(
              CityParameters.fictitious(SEED, PEOPLE, DAYS, CityParameters.DEFAULT_END), day -> {});
      new IncidentWriter(city, folder, what -> {}).write();
      steps.say("demonstration: %,d cases".formatted(city.surveillance().cases().size()));
      for (Part part : PARTS) {
        for (Path file : part.files(folder)) {
          load(part, file, steps);
          if ("region".equals(part.standard())) {
            loadGeometry(folder);
          }
        }
      }
      steps.say(
          "demonstration: %,d genomes in a tree"
              .formatted(genomes.loadSimulated(folder.resolve("genomes"))));
      showFirst(firstWithParts(city.people().tree().roots().getFirst().code()));
    } catch (IOException e) {
      throw new ResourceException(
          "demo-unwritable", "the demonstration cannot be written to " + folder + ": " + e, e);
    } finally {
      delete(folder);
    }
  }

  /** The uppermost region that is divided into several. */
  private String firstWithParts(String top) {
    String code = top;
    List<Region> below = regions.tree().children(code);
    while (below.size() == 1) {
      code = below.getFirst().code();
      below = regions.tree().children(code);
    }
    return code;
  }

  private void showFirst(String region) {
    PlatformSettings now = settings.get();
    settings.put(
        new PlatformSettings(now.epiWeekRule(), region, now.platformName()),
        Caller.SYSTEM.username());
  }

  private void loadGeometry(Path folder) throws IOException {
    regions.loadGeometry(Files.readString(folder.resolve("region.geojson")), null);
  }

  private void load(Part part, Path file, Steps steps) throws IOException {
    String name = String.valueOf(file.getFileName());
    String source = part.source().isEmpty() ? name.replaceFirst("\\.[a-z]+$", "") : part.source();
    ImportRequest request =
        new ImportRequest(part.standard(), source, name, asOf(name), false, null, false);
    try (InputStream content = Files.newInputStream(file)) {
      long id = imports.begin(request, content, Caller.SYSTEM).id();
      ImportView done = imports.await(id, WAIT_SECONDS);
      if (!"done".equals(done.state())) {
        throw new InternalException("demo-failed", name + " was not taken in: " + done.error());
      }
      steps.say(
          "demonstration: %s: %,d rows in, %,d in quarantine"
              .formatted(name, done.accepted(), done.quarantined()));
    }
  }

  /** A count file is named after the day it was known; the other files are known at the end. */
  private static java.time.Instant asOf(String name) {
    java.util.regex.Matcher day =
        java.util.regex.Pattern.compile("\\d{4}-\\d{2}-\\d{2}").matcher(name);
    LocalDate known = day.find() ? LocalDate.parse(day.group()) : CityParameters.DEFAULT_END;
    return known.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant().minusMillis(1);
  }

  private static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new ResourceException("demo-undeletable", folder + " cannot be deleted: " + e, e);
    }
  }

  /** Files of the incident and how they are imported; no source means the file's own name. */
  private record Part(String pattern, String standard, String source) {

    List<Path> files(Path folder) throws IOException {
      try (Stream<Path> all = Files.list(folder)) {
        return all.filter(file -> String.valueOf(file.getFileName()).matches(pattern))
            .sorted()
            .toList();
      }
    }
  }
}
