package org.firebreak.city.surveillance;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.firebreak.city.epidemic.Course;
import org.firebreak.city.life.Timeline;
import org.firebreak.city.output.CsvFile;
import org.firebreak.city.people.People;
import org.firebreak.city.random.Draws;
import org.firebreak.city.random.Keys;
import org.firebreak.city.region.Region;
import org.firebreak.city.region.RegionLevel;

/**
 * The published series: numbers by region and day, as known on a date. Regions above the districts
 * are sums of them, but for the errors that are planted and recorded.
 */
public final class DailyCounts {

  private static final long PLANT = Keys.purpose("surveillance.counts.plant");

  /** What is counted. */
  private enum Series {
    CONFIRMED("confirmed", "cumulative"),
    CONFIRMED_NEW("confirmed", "new"),
    ASYMPTOMATIC("asymptomatic", "cumulative"),
    DEATHS("deaths", "cumulative"),
    RECOVERED("recovered", "cumulative"),
    SUSPECTED("suspected", "current");

    private final String indicator;
    private final String kind;

    Series(String indicator, String kind) {
      this.indicator = indicator;
      this.kind = kind;
    }
  }

  private final People people;
  private final Timeline timeline;
  private final Surveillance surveillance;
  private final PlantedErrors errors;
  private final long seed;

  public DailyCounts(
      People people,
      Timeline timeline,
      Surveillance surveillance,
      PlantedErrors errors,
      long seed) {
    this.people = people;
    this.timeline = timeline;
    this.surveillance = surveillance;
    this.errors = errors;
    this.seed = seed;
  }

  /**
   * The table of one vintage: days 0 to {@code asOf}, by region code.
   *
   * @param asOf day on which it was known
   * @param file its file name, for the list of planted errors; empty for a clean table
   */
  public Table asOf(int asOf, String file) {
    Map<String, EnumMap<Series, int[]>> table = new LinkedHashMap<>();
    for (Region region : people.tree().regions()) {
      EnumMap<Series, int[]> row = new EnumMap<>(Series.class);
      for (Series series : Series.values()) {
        row.put(series, new int[asOf + 1]);
      }
      table.put(region.code(), row);
    }
    for (CaseReport report : surveillance.cases()) {
      count(report, asOf, table);
    }
    for (EnumMap<Series, int[]> row : table.values()) {
      for (Series series : Series.values()) {
        if (series != Series.CONFIRMED_NEW) {
          accumulate(get(row, series));
        }
      }
    }
    Table result = new Table(asOf, table);
    if (!file.isEmpty()) {
      plant(result, file);
    }
    return result;
  }

  private static int[] get(Map<Series, int[]> row, Series series) {
    return row.getOrDefault(series, new int[0]);
  }

  private static void accumulate(int[] values) {
    for (int day = 1; day < values.length; day++) {
      values[day] += values[day - 1];
    }
  }

  private void count(CaseReport report, int asOf, Map<String, EnumMap<Series, int[]>> table) {
    Course course = report.infection().course();
    boolean listed =
        report.classification() != Classification.SUSPECTED
            && report.reportDay() + report.entryLagDays() <= asOf;
    String code = people.tree().leaves().get(report.leaf()).code();
    for (String at = code; at != null; at = people.tree().get(at).parent()) {
      EnumMap<Series, int[]> row = table.get(at);
      if (row == null) {
        throw new IllegalStateException("No table for " + at);
      }
      if (course.symptomatic()) {
        add(row, Series.SUSPECTED, Math.max(0, course.consultation()), 1);
      }
      if (listed && course.symptomatic()) {
        add(row, Series.SUSPECTED, Math.max(0, report.reportDay()), -1);
        add(row, Series.CONFIRMED, Math.max(0, report.reportDay()), 1);
        add(row, Series.CONFIRMED_NEW, Math.max(0, report.reportDay()), 1);
      } else if (listed) {
        add(row, Series.ASYMPTOMATIC, Math.max(0, report.reportDay()), 1);
      }
      int lag = course.died() ? report.deathLagDays() : report.entryLagDays();
      if (listed && course.outcome() + lag <= asOf) {
        add(row, course.died() ? Series.DEATHS : Series.RECOVERED, course.outcome(), 1);
      }
    }
  }

  private static void add(Map<Series, int[]> row, Series series, int day, int change) {
    int[] values = get(row, series);
    if (day < values.length) {
      values[day] += change;
    }
  }

  /**
   * A correction that makes a cumulative series fall, and a city that is not its districts' sum.
   */
  private void plant(Table table, String file) {
    Draws draws = new Draws(Keys.of(PLANT, seed, table.asOf()));
    Region leaf = people.tree().leaves().getFirst();
    int day = table.asOf() - draws.between(2, Math.max(2, table.asOf() / 6));
    int drop = 0;
    if (day > 1) {
      int[] cumulated = get(table.row(leaf.code()), Series.CONFIRMED);
      drop =
          Math.min(cumulated[day - 1], cumulated[day] - cumulated[day - 1] + draws.between(3, 9));
      for (String at = leaf.code(); at != null; at = people.tree().get(at).parent()) {
        int[] values = get(table.row(at), Series.CONFIRMED);
        for (int d = day; d < values.length; d++) {
          values[d] -= drop;
        }
        get(table.row(at), Series.CONFIRMED_NEW)[day] -= drop;
      }
      record(file, leaf, day, "cumulative-falls", cumulated[day] + drop, cumulated[day]);
    }
    List<Region> cities =
        people.tree().regions().stream().filter(r -> r.level() == RegionLevel.CITY).toList();
    if (!cities.isEmpty() && table.asOf() > 3) {
      Region city = cities.get(draws.below(cities.size()));
      int at = table.asOf() - draws.between(1, table.asOf() / 3);
      int extra = draws.between(4, 11);
      int[] values = get(table.row(city.code()), Series.CONFIRMED);
      values[at] += extra;
      record(file, city, at, "sum-mismatch", values[at] - extra, values[at]);
    }
  }

  private void record(String file, Region region, int day, String kind, int was, int is) {
    String key = region.code() + " " + timeline.date(day);
    errors.add(
        new PlantedErrors.PlantedError(
            file, key, "confirmed cumulative", kind, String.valueOf(was), String.valueOf(is)));
  }

  /** The numbers of one vintage. */
  public final class Table {

    private final int asOf;
    private final Map<String, EnumMap<Series, int[]>> values;

    private Table(int asOf, Map<String, EnumMap<Series, int[]>> values) {
      this.asOf = asOf;
      this.values = values;
    }

    int asOf() {
      return asOf;
    }

    private EnumMap<Series, int[]> row(String code) {
      EnumMap<Series, int[]> row = values.get(code);
      if (row == null) {
        throw new IllegalArgumentException("There is no region " + code);
      }
      return row;
    }

    /** Cumulative confirmed cases of a region by day. */
    public int[] confirmed(String code) {
      return get(row(code), Series.CONFIRMED).clone();
    }

    /** One row a number: date, region_code, indicator, kind, value, as_of, case_definition. */
    public void writeLong(CsvFile file) {
      LocalDate known = timeline.date(asOf);
      for (Region region : people.tree().regions()) {
        for (Series series : Series.values()) {
          int[] numbers = get(row(region.code()), series);
          for (int day = 0; day < numbers.length; day++) {
            file.row(
                timeline.date(day),
                region.code(),
                series.indicator,
                series.kind,
                numbers[day],
                known,
                surveillance.definition(day));
          }
        }
      }
    }

    /** Header of the wide file: region, then one column a date as JHU writes them. */
    public List<String> wideHeader() {
      List<String> header = new ArrayList<>(List.of("Region Code", "Province/State", "City"));
      for (int day = 0; day <= asOf; day++) {
        LocalDate date = timeline.date(day);
        header.add(date.getMonthValue() + "/" + date.getDayOfMonth() + "/" + date.getYear() % 100);
      }
      return header;
    }

    /** Cumulative confirmed cases of the cities, one row a city. */
    public void writeWide(CsvFile file) {
      for (Region city : people.tree().regions()) {
        String parent = city.parent();
        if (city.level() == RegionLevel.CITY && parent != null) {
          List<Object> row =
              new ArrayList<>(List.of(city.code(), people.tree().get(parent).name(), city.name()));
          for (int value : get(row(city.code()), Series.CONFIRMED)) {
            row.add(value);
          }
          file.row(row.toArray());
        }
      }
    }
  }
}
