package org.firebreak.cli.city;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.concurrent.Callable;
import org.firebreak.base.error.ResourceException;
import org.firebreak.base.error.UserException;
import org.firebreak.city.City;
import org.firebreak.city.CityParameters;
import org.firebreak.city.output.IncidentWriter;
import org.firebreak.city.output.Manifest;
import org.firebreak.city.output.TraceWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** Generates an incident into a folder. */
@CommandLine.Command(
    name = "generate",
    description = {
      "Generates a province, an epidemic among its people, and the files an authority would get.",
      "The same seed and numbers give the same bytes. Everything is fictitious."
    })
final class GenerateCommand implements Callable<Integer> {

  private static final long MAX_PEOPLE = 500_000_000;
  private static final int PROGRESS_DAYS = 7;

  /** Ready-made sizes. */
  enum Incident {
    SMALL(300_000, 90),
    DEMO(6_000_000, 120);

    private final long people;
    private final int days;

    Incident(long people, int days) {
      this.people = people;
      this.days = days;
    }
  }

  /** Whether to write where everybody was. */
  enum Traces {
    NONE,
    ALL
  }

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @CommandLine.Option(names = "--people", description = "residents of the province")
  private @Nullable Long people;

  @CommandLine.Option(names = "--days", description = "length of the incident in days")
  private @Nullable Integer days;

  @CommandLine.Option(names = "--seed", description = "decides all chance (default 1)")
  private long seed = 1;

  @CommandLine.Option(names = "--out", required = true, description = "folder to write to")
  private Path out;

  @CommandLine.Option(names = "--end", description = "last day (default 2026-06-30)")
  private LocalDate end = CityParameters.DEFAULT_END;

  @CommandLine.Option(
      names = "--regions",
      description = "CSV of a real structure: code, parent, level, name_zh, name_en, population")
  private @Nullable Path regions;

  @CommandLine.Option(
      names = "--incident",
      description =
          "ready-made size: small (300,000 people, 90 days) or demo (6 million, 120 days)")
  private @Nullable Incident incident;

  @CommandLine.Option(
      names = "--traces",
      description =
          "whether to write stays, sightings, check-ins and tickets of all people: all or none"
              + " (default: none with --incident, else all)")
  private @Nullable Traces traces;

  @CommandLine.Option(
      names = "--phones",
      description = "share of people from 12 to 75 with a phone that is seen (default 0.9)")
  private double phoneShare = 0.9;

  @Override
  public Integer call() {
    CityParameters parameters = parameters();
    prepare(out);
    PrintWriter err = spec.commandLine().getErr();
    err.println("city: the epidemic, " + parameters.days() + " days");
    City city = City.generate(parameters, day -> progress(err, "day ", day));
    new IncidentWriter(city, out, what -> err.println("city: " + what)).write();
    if (traces == Traces.ALL || (traces == null && incident == null)) {
      new TraceWriter(city, out, phoneShare).write(day -> progress(err, "traces of day ", day));
    }
    Manifest.write(city, out);
    err.printf(
        "city: %d infections, %d cases, written to %s%n",
        city.epidemic().infections().size(), city.surveillance().cases().size(), out);
    return 0;
  }

  private static void progress(PrintWriter err, String what, int day) {
    if ((day + 1) % PROGRESS_DAYS == 0) {
      err.println("city: " + what + (day + 1));
      err.flush();
    }
  }

  private CityParameters parameters() {
    if (!(phoneShare >= 0 && phoneShare <= 1)) {
      throw new UserException("phones-out-of-range", "--phones must be 0..1, was " + phoneShare);
    }
    Long residents =
        people != null ? people : incident == null ? null : Long.valueOf(incident.people);
    Integer length = days != null ? days : incident == null ? null : Integer.valueOf(incident.days);
    if (residents == null || length == null) {
      throw new UserException(
          "size-missing", "Give --people and --days, or a ready-made size with --incident");
    }
    if (residents < 1 || residents > MAX_PEOPLE) {
      throw new UserException(
          "people-out-of-range", "--people must be 1.." + MAX_PEOPLE + ", was " + residents);
    }
    if (length < 1 || length > CityParameters.MAX_DAYS) {
      throw new UserException(
          "days-out-of-range", "--days must be 1.." + CityParameters.MAX_DAYS + ", was " + length);
    }
    return regions == null
        ? CityParameters.fictitious(seed, residents, length, end)
        : CityParameters.onRegions(seed, RegionFile.read(regions), residents, length, end);
  }

  /** Old files of another run would end up in the manifest. */
  private static void prepare(Path directory) {
    try {
      Files.createDirectories(directory);
      try (DirectoryStream<Path> inside = Files.newDirectoryStream(directory)) {
        if (inside.iterator().hasNext()) {
          throw new UserException(
              "folder-not-empty", directory + ": is not empty; give a new folder");
        }
      }
    } catch (IOException e) {
      throw new ResourceException(
          "folder-unwritable", directory + ": cannot be made or read: " + e, e);
    }
  }
}
