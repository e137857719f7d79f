package org.firebreak.platform.cases;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.function.Function;
import org.firebreak.base.EpiWeekRule;
import org.firebreak.base.error.UserException;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.cases.CaseLines.DailyCount;
import org.firebreak.platform.catalog.Catalog;
import org.firebreak.platform.catalog.Dataset;
import org.firebreak.platform.catalog.DatasetRef;
import org.firebreak.platform.settings.SettingsService;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Epidemic curves: cases by day or week, stacked by classification. Thread-safe. */
@Component
class EpiCurves {

  /** Classifications from the surest down; others follow in the order they are met. */
  private static final List<String> CLASS_ORDER =
      List.of("confirmed", "confirmed_asymptomatic", "clinical", "probable", "suspected");

  private static final int DAYS_MAX = 20_000;

  private final Cases cases;
  private final SettingsService settings;
  private final Catalog catalog;

  EpiCurves(Cases cases, SettingsService settings, Catalog catalog) {
    this.cases = cases;
    this.settings = settings;
    this.catalog = catalog;
  }

  /**
   * The curve of a region.
   *
   * @param by {@code onset} or {@code report}
   * @param unit {@code day} or {@code week}, by the epi week rule of the settings
   */
  EpiCurve of(@Nullable String region, String by, String unit, RegionScope scope) {
    requireOneOf("by", by, List.of("onset", "report"));
    requireOneOf("unit", unit, List.of("day", "week"));
    EpiWeekRule rule = settings.get().epiWeekRule();
    Function<LocalDate, LocalDate> start =
        "day".equals(unit) ? day -> day : day -> rule.startOf(rule.weekOf(day));
    Map<String, Integer> classes = new LinkedHashMap<>();
    NavigableMap<LocalDate, Map<String, Integer>> buckets = new TreeMap<>();
    List<DailyCount> counts = cases.countDaily(by, region, scope);
    CLASS_ORDER.stream()
        .filter(known -> counts.stream().anyMatch(count -> count.classification().equals(known)))
        .forEach(known -> classes.put(known, classes.size()));
    for (DailyCount count : counts) {
      classes.putIfAbsent(count.classification(), classes.size());
      buckets
          .computeIfAbsent(start.apply(count.date()), key -> new LinkedHashMap<>())
          .merge(count.classification(), count.count(), Integer::sum);
    }
    List<Dataset> sets = lineLists();
    return new EpiCurve(
        by,
        unit,
        rule.name(),
        List.copyOf(classes.keySet()),
        filled(buckets, classes, unit, rule),
        sets.isEmpty() ? null : sets.getFirst().updatedAt(),
        sets.stream().map(DatasetRef::of).toList());
  }

  /** The data sets that cases come from, the one updated last first. */
  private List<Dataset> lineLists() {
    return catalog.listDatasets().stream().filter(set -> set.standard().equals("case")).toList();
  }

  private static void requireOneOf(String name, String value, List<String> allowed) {
    if (!allowed.contains(value)) {
      throw new UserException(
          "parameter-invalid", name + " must be one of " + allowed + ", was '" + value + "'");
    }
  }

  /** Buckets without cases are part of the curve too. */
  private static List<Bucket> filled(
      NavigableMap<LocalDate, Map<String, Integer>> buckets,
      Map<String, Integer> classes,
      String unit,
      EpiWeekRule rule) {
    List<Bucket> result = new ArrayList<>();
    if (buckets.isEmpty()) {
      return result;
    }
    int step = "day".equals(unit) ? 1 : 7;
    LocalDate day = buckets.firstKey();
    while (!day.isAfter(buckets.lastKey()) && result.size() < DAYS_MAX) {
      Integer[] counts = new Integer[classes.size()];
      Arrays.fill(counts, 0);
      buckets
          .getOrDefault(day, Map.of())
          .forEach((name, count) -> counts[classes.getOrDefault(name, 0)] = count);
      String label = step == 1 ? day.toString() : rule.weekOf(day).toString();
      result.add(new Bucket(day, label, List.of(counts)));
      day = day.plusDays(step);
    }
    return result;
  }

  /**
   * An epidemic curve.
   *
   * @param classes classifications, bottom of the stack first
   * @param asOf when the line lists last changed; null if there are none
   * @param datasets the line lists it is counted from
   */
  record EpiCurve(
      String by,
      String unit,
      String weekRule,
      List<String> classes,
      List<Bucket> buckets,
      @Nullable Instant asOf,
      List<DatasetRef> datasets) {}

  /**
   * A day or week.
   *
   * @param counts one number per classification of the curve
   */
  record Bucket(LocalDate start, String label, List<Integer> counts) {}
}
