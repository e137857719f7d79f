package org.firebreak.cli.epidemic;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.firebreak.base.EpiWeekRule;
import org.firebreak.base.error.DataException;
import org.firebreak.base.error.UserException;
import org.firebreak.cli.series.Series;
import org.firebreak.cli.series.SeriesColumns;
import org.firebreak.cli.series.SeriesFile;
import org.firebreak.cli.series.TimeAxis;
import org.firebreak.cli.table.CsvTable;
import org.firebreak.epidemic.scan.CountGrid;
import org.firebreak.epidemic.scan.Neighbours;
import org.jspecify.annotations.Nullable;

/**
 * The two files of a scan, joined by place.
 *
 * @param places names, by index
 * @param axis the steps
 * @param grid cases
 * @param population people per [step][place]; empty where the file has none
 * @param neighbours nearest places
 */
@SuppressWarnings("ArrayRecordComponent") // kernel arrays; callers do not change them
record ScanInput(
    List<String> places,
    TimeAxis axis,
    CountGrid grid,
    double[][] population,
    Neighbours neighbours) {

  private static final String POPULATION = "population";
  private static final List<String> PLACE_NAMES = List.of("place", "location", "loc", "group");
  private static final List<String> VALUE_NAMES = List.of("value", "count", "cases");

  static ScanInput read(
      Path counts,
      Path locations,
      String date,
      @Nullable String place,
      @Nullable String value,
      int maxPlaces,
      PrintWriter err) {
    CsvTable header = CsvTable.read(counts);
    SeriesFile file =
        SeriesFile.read(
            counts,
            new SeriesColumns(
                date,
                value == null ? first(header, VALUE_NAMES) : value,
                place == null ? first(header, PLACE_NAMES) : place,
                List.of(POPULATION),
                EpiWeekRule.ISO,
                null));
    CsvTable map = CsvTable.read(locations);
    int nameColumn =
        place != null && map.findColumn(place).isPresent()
            ? map.getColumn(place)
            : map.getColumn(first(map, PLACE_NAMES));
    Map<String, Integer> index = index(map, nameColumn);
    List<Series> series = file.nonNegativeSeries();
    for (Series one : series) {
      if (!index.containsKey(one.group())) {
        throw new DataException(
            "place-unknown",
            "%s: the place '%s' is not in %s".formatted(file.file(), one.group(), map.file()));
      }
    }
    TimeAxis axis = axis(file.file(), series);
    Neighbours neighbours = neighbours(map, maxPlaces);
    return fill(file, series, index, axis, neighbours, err);
  }

  private static String first(CsvTable table, List<String> names) {
    return names.stream()
        .filter(name -> table.findColumn(name).isPresent())
        .findFirst()
        .orElse(names.getFirst());
  }

  private static Map<String, Integer> index(CsvTable map, int nameColumn) {
    Map<String, Integer> index = new HashMap<>();
    for (CsvTable.Row row : map.rows()) {
      if (index.putIfAbsent(row.get(nameColumn), index.size()) != null) {
        throw map.cellError(row, nameColumn, "stands twice; a place has one row");
      }
    }
    if (index.isEmpty()) {
      throw new DataException("no-rows", map.file() + ", line 2: no place below the header");
    }
    return index;
  }

  /** The shared axis, from the first to the last date of any place. */
  private static TimeAxis axis(String file, List<Series> series) {
    TimeAxis one = series.getFirst().axis();
    long first = Long.MAX_VALUE;
    for (Series s : series) {
      first = Math.min(first, s.axis().first());
    }
    for (Series s : series) {
      if ((s.axis().first() - first) % one.cadence().unitsPerStep() != 0) {
        throw new DataException(
            "weeks-differ",
            "%s, line %d, column date: the weeks of '%s' begin on another day than the others'"
                .formatted(file, s.lines()[0], s.group()));
      }
    }
    return new TimeAxis(one.cadence(), first, one.epiWeeks());
  }

  private static ScanInput fill(
      SeriesFile file,
      List<Series> series,
      Map<String, Integer> index,
      TimeAxis axis,
      Neighbours neighbours,
      PrintWriter err) {
    int steps = 0;
    for (Series one : series) {
      steps = Math.max(steps, offset(one, axis) + one.values().length);
    }
    int[][] cases = new int[steps][index.size()];
    double[][] population = new double[steps][index.size()];
    boolean populated = true;
    int filled = 0;
    for (Series one : series) {
      int column = index.getOrDefault(one.group(), 0);
      int offset = offset(one, axis);
      double[] people = one.findExtra(POPULATION).orElse(new double[0]);
      populated &= people.length > 0;
      for (int t = 0; t < one.values().length; t++) {
        double count = one.values()[t];
        if (!Double.isNaN(count)) {
          if (count != Math.rint(count)) {
            throw file.valueError(one, t, "is not a whole number of cases");
          }
          cases[offset + t][column] = (int) count;
          filled++;
        }
        if (people.length > 0 && people[t] > 0) {
          population[offset + t][column] = people[t];
        }
      }
    }
    int missing = steps * index.size() - filled;
    if (missing > 0) {
      err.println(
          "firebreak: %s: %d of %d places and dates have no row; they count as 0 cases"
              .formatted(file.file(), missing, steps * index.size()));
    }
    List<String> places = new ArrayList<>(java.util.Collections.nCopies(index.size(), ""));
    index.forEach((name, i) -> places.set(i, name));
    return new ScanInput(
        List.copyOf(places),
        axis,
        new CountGrid(cases),
        populated ? population : new double[0][],
        neighbours);
  }

  private static int offset(Series one, TimeAxis axis) {
    return (int) ((one.axis().first() - axis.first()) / axis.cadence().unitsPerStep());
  }

  private static Neighbours neighbours(CsvTable map, int most) {
    if (most < 1) {
      throw new UserException("max-places", "--max-places: should be at least 1, was " + most);
    }
    if (map.findColumn("x").isPresent() && map.findColumn("y").isPresent()) {
      return Neighbours.planar(numbers(map, "x"), numbers(map, "y"), most);
    }
    String lat = first(map, List.of("lat", "latitude"));
    String lon = first(map, List.of("lon", "lng", "longitude"));
    if (map.findColumn(lat).isEmpty() || map.findColumn(lon).isEmpty()) {
      throw new UserException(
          "column-missing",
          "%s, line 1: no columns x and y, nor lat and lon; the columns are %s"
              .formatted(map.file(), String.join(", ", map.columns())));
    }
    return Neighbours.onEarth(numbers(map, lat), numbers(map, lon), most);
  }

  private static double[] numbers(CsvTable map, String column) {
    int index = map.getColumn(column);
    double[] numbers = new double[map.rows().size()];
    for (int i = 0; i < numbers.length; i++) {
      CsvTable.Row row = map.rows().get(i);
      try {
        numbers[i] = Double.parseDouble(row.get(index));
      } catch (NumberFormatException e) {
        throw map.cellError(row, index, "is not a number");
      }
      if (!Double.isFinite(numbers[i])) {
        throw map.cellError(row, index, "is not a finite number");
      }
    }
    return numbers;
  }

  /** People per [step][place], if every place has them. */
  Optional<double[][]> findPopulation() {
    return population.length == 0 ? Optional.empty() : Optional.of(population);
  }
}
