package org.firebreak.cli.epidemic;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.table.TableWriter;
import org.firebreak.epidemic.scan.Baselines;
import org.firebreak.epidemic.scan.CountGrid;
import org.firebreak.epidemic.scan.ScanCluster;
import org.firebreak.epidemic.scan.ScanSettings;
import org.firebreak.epidemic.scan.ScanSettings.Model;
import org.firebreak.epidemic.scan.SpaceTimeScan;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints clusters in space and time that reach up to the last day. */
@CommandLine.Command(
    description = {
      "Looks for groups of neighbouring places with more cases of late than expected.",
      "COUNTS has a date, a place and a value column; a place without a row on a date has no case."
          + " LOCATIONS has a place and either x and y or lat and lon.",
      "Prints the best cluster and those that share no place with a better one and have p <= 0.5."
    },
    mixinStandardHelpOptions = true)
public final class ScanCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of(
          "cluster",
          "places",
          "from",
          "to",
          "observed",
          "expected",
          "rr",
          "score",
          "p",
          "recurrence_days");
  private static final double WORTH_TELLING = 0.5;

  @CommandLine.Spec private CommandLine.Model.CommandSpec spec;

  @Parameters(index = "0", paramLabel = "COUNTS", description = "CSV file of cases")
  private Path counts;

  @Parameters(index = "1", paramLabel = "LOCATIONS", description = "CSV file of places")
  private Path locations;

  @Option(
      names = "--replicates",
      defaultValue = "999",
      description = "random data sets for the p value; default 999")
  private int replicates;

  @Option(names = "--seed", defaultValue = "1", description = "of the random data; default 1")
  private long seed;

  @Option(
      names = "--model",
      defaultValue = "PERMUTATION",
      description =
          "${COMPLETION-CANDIDATES}; poisson takes a population column of COUNTS if there is one")
  private Model model;

  @Option(
      names = "--max-places",
      defaultValue = "10",
      description = "most places in a cluster; default 10")
  private int maxPlaces;

  @Option(
      names = "--max-steps",
      paramLabel = "N",
      description = "longest window in days (or weeks); default: all")
  private @Nullable Integer maxSteps;

  @Option(names = "--clusters", defaultValue = "10", description = "most to print; default 10")
  private int clusters;

  @Option(names = "--date", defaultValue = "date", description = "column of the date")
  private String date;

  @Option(
      names = "--place",
      description = "column of the place; default place, location, loc or group")
  private @Nullable String place;

  @Option(names = "--value", description = "column of the cases; default value, count or cases")
  private @Nullable String value;

  @Option(names = "--json", description = "print JSON instead of CSV")
  private boolean json;

  @Override
  public Integer call() {
    PrintWriter err = spec.commandLine().getErr();
    ScanInput input = ScanInput.read(counts, locations, date, place, value, maxPlaces, err);
    CountGrid grid = input.grid();
    ScanSettings settings = settings(grid);
    List<ScanCluster> found =
        model == Model.PERMUTATION
            ? SpaceTimeScan.scan(grid, input.neighbours(), settings)
            : SpaceTimeScan.scan(
                grid,
                input
                    .findPopulation()
                    .map(Baselines::byPopulation)
                    .orElseGet(() -> Baselines.byMargins(grid)),
                input.neighbours(),
                settings);
    if (found.isEmpty()) {
      err.println("firebreak: " + counts + ": no more cases anywhere than expected");
    }
    err.flush();
    print(input, found);
    return 0;
  }

  private ScanSettings settings(CountGrid grid) {
    try {
      return new ScanSettings(
          model,
          maxSteps == null ? grid.steps() : maxSteps,
          replicates,
          seed,
          clusters,
          Runtime.getRuntime().availableProcessors());
    } catch (IllegalArgumentException e) {
      throw new UserException("scan-options", String.valueOf(e.getMessage()), e);
    }
  }

  private void print(ScanInput input, List<ScanCluster> found) {
    int steps = input.grid().steps();
    try (TableWriter table = new TableWriter(spec.commandLine().getOut(), json, COLUMNS)) {
      int number = 0;
      for (ScanCluster cluster : found) {
        number++;
        if (number > 1 && cluster.pValue() > WORTH_TELLING) {
          continue;
        }
        table.row(
            number,
            Arrays.stream(cluster.places())
                .mapToObj(input.places()::get)
                .collect(Collectors.joining(";")),
            input.axis().label(steps - cluster.steps()),
            input.axis().label(steps - 1),
            cluster.observed(),
            cluster.expected(),
            cluster.relativeRisk(),
            cluster.score(),
            cluster.pValue(),
            cluster.recurrenceSteps() * input.axis().cadence().unitsPerStep());
      }
    }
  }
}
