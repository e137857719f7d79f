package org.firebreak.platform.situation;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.regions.RegionTree;
import org.firebreak.platform.situation.SeriesTable.Series;
import org.firebreak.platform.situation.SeriesTable.Value;
import org.jspecify.annotations.Nullable;

/**
 * All daily values of one indicator from one source as known at one time, by region.
 *
 * <p>A region without a series of its own is the sum of those below it (cumulative values carried
 * forward over days without a report, so that a late province does not make the nation fall).
 * Immutable but for a cache; thread-safe.
 */
final class SeriesBook {

  private final Map<String, DailyCounts> own = new HashMap<>();
  private final Map<String, Optional<DailyCounts>> resolved =
      new java.util.concurrent.ConcurrentHashMap<>();

  /** Places that no region is known for, by the known region around them. */
  private final Map<String, List<String>> strays = new HashMap<>();

  private final RegionTree tree;
  private final LocalDate first;
  private final LocalDate last;
  private final @Nullable Instant newest;

  /**
   * @param series series of one indicator and one source
   * @param values their values, by id
   */
  SeriesBook(RegionTree tree, List<Series> series, Map<Integer, List<Value>> values) {
    this.tree = tree;
    LocalDate earliest = LocalDate.MAX;
    LocalDate latest = LocalDate.MIN;
    Instant asOf = null;
    for (List<Value> list : values.values()) {
      earliest = min(earliest, list.getFirst().date());
      latest = max(latest, list.getLast().date());
      for (Value value : list) {
        asOf = asOf == null || value.asOf().isAfter(asOf) ? value.asOf() : asOf;
      }
    }
    this.first = earliest;
    this.last = latest;
    this.newest = asOf;
    if (values.isEmpty()) {
      return; // Nothing was known then.
    }
    groupByRegion(series)
        .forEach((region, parts) -> counts(parts, values).ifPresent(c -> own.put(region, c)));
    for (String region : own.keySet()) {
      String around = tree.knownPart(region);
      if (!around.equals(region)) {
        strays.computeIfAbsent(around, key -> new ArrayList<>()).add(region);
      }
    }
  }

  private static LocalDate min(LocalDate a, LocalDate b) {
    return a.isBefore(b) ? a : b;
  }

  private static LocalDate max(LocalDate a, LocalDate b) {
    return a.isAfter(b) ? a : b;
  }

  /** The series of each region that are of its first kind: cumulative before new before current. */
  private static Map<String, List<Series>> groupByRegion(List<Series> series) {
    Map<String, List<Series>> groups = new LinkedHashMap<>();
    series.stream()
        .sorted(Comparator.comparing(Series::kind).thenComparingInt(Series::id))
        .forEach(one -> {
          List<Series> group = groups.computeIfAbsent(one.region(), key -> new ArrayList<>());
          if (group.isEmpty() || group.getFirst().kind() == one.kind()) {
            group.add(one);
          }
        });
    return groups;
  }

  /**
   * Series under several case definitions follow each other; the later one counts where both speak.
   */
  private Optional<DailyCounts> counts(List<Series> parts, Map<Integer, List<Value>> values) {
    double[] days = unknown();
    boolean any = false;
    for (Series part : parts) {
      for (Value value : values.getOrDefault(part.id(), List.of())) {
        days[index(value.date())] = value.value();
        any = true;
      }
    }
    return any
        ? Optional.of(new DailyCounts(first, parts.getFirst().kind(), days))
        : Optional.empty();
  }

  private double[] unknown() {
    double[] days = new double[days()];
    java.util.Arrays.fill(days, Double.NaN);
    return days;
  }

  boolean isEmpty() {
    return own.isEmpty();
  }

  LocalDate first() {
    return first;
  }

  LocalDate last() {
    return last;
  }

  /** Time at which the newest of the values became known. */
  @Nullable Instant newest() {
    return newest;
  }

  int days() {
    return (int) (last.toEpochDay() - first.toEpochDay()) + 1;
  }

  int index(LocalDate date) {
    return (int) (date.toEpochDay() - first.toEpochDay());
  }

  /** Whether the source itself gives numbers for this region. */
  boolean hasOwn(String region) {
    return own.containsKey(region);
  }

  /** Kinds of the series in the book. */
  Set<Kind> kinds() {
    return own.values().stream()
        .map(DailyCounts::kind)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Values of a region: its own, else the sum of what lies below it; empty if there is neither. */
  Optional<DailyCounts> find(String region) {
    Optional<DailyCounts> known = resolved.get(region);
    if (known == null) {
      known = Optional.ofNullable(own.get(region)).or(() -> sumBelow(region));
      resolved.put(region, known);
    }
    return known;
  }

  private Optional<DailyCounts> sumBelow(String region) {
    List<DailyCounts> parts = new ArrayList<>();
    for (Region child : tree.children(region)) {
      find(child.code()).ifPresent(parts::add);
    }
    for (String stray : strays.getOrDefault(region, List.of())) {
      parts.add(Objects.requireNonNull(own.get(stray)));
    }
    if (parts.isEmpty()) {
      return Optional.empty();
    }
    boolean allNew = parts.stream().allMatch(part -> part.kind() == Kind.NEW);
    Kind kind =
        allNew
            ? Kind.NEW
            : parts.getFirst().kind() == Kind.CURRENT ? Kind.CURRENT : Kind.CUMULATIVE;
    List<double[]> values =
        parts.stream().map(part -> allNew ? part.values() : part.cumulative()).toList();
    return Optional.of(new DailyCounts(first, kind, DailyValues.sum(values, days())));
  }
}
