package org.firebreak.platform.alarms;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.firebreak.base.LocalizedText;
import org.firebreak.epidemic.scan.CountGrid;
import org.firebreak.epidemic.scan.Neighbours;
import org.firebreak.epidemic.scan.ScanCluster;
import org.firebreak.epidemic.scan.ScanSettings;
import org.firebreak.epidemic.scan.SpaceTimeScan;
import org.firebreak.platform.alarms.Rule.Evaluated;
import org.firebreak.platform.regions.Level;
import org.firebreak.platform.regions.Region;
import org.firebreak.platform.situation.KnownSeries;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Evaluates a rule of the space-time scan: clusters of neighbouring places that reach up to the
 * last day and would come about by chance less often than the rule's recurrence interval. The seed
 * is the last day, so the same data give the same p values. The caller holds the transaction.
 */
@Component
class ScanEvaluation {

  static final String SOURCE = "scan";

  private static final String KIND = "cluster";
  private static final int REPLICATES = 999;
  private static final int CLUSTERS = 10;
  private static final int PLACES_FEWEST = 3;
  private static final int PLACES_IN_CLUSTER = 10;
  private static final int HISTORY_WINDOWS = 2;

  /** Each replicate shuffles all cases: 999 times this many take some seconds. */
  private static final int CASES_MOST = 400_000;

  private final SeriesEvaluation series;
  private final Alarms alarms;
  private final JdbcTemplate jdbc;
  private final Clock clock;

  ScanEvaluation(SeriesEvaluation series, Alarms alarms, JdbcTemplate jdbc, Clock clock) {
    this.series = series;
    this.alarms = alarms;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** What is scanned: places with cases over days up to {@code last}. */
  record Grid(List<Region> places, LocalDate last, CountGrid counts) {}

  Evaluated evaluate(Rule rule, @Nullable Instant asOf) {
    RuleDefinition definition = rule.definition();
    KnownSeries known = series.find(definition, asOf).orElse(null);
    Instant vintage = known == null ? null : known.vintage();
    Grid grid = known == null ? null : grid(definition, known).orElse(null);
    if (known == null || vintage == null || grid == null) {
      return done(rule, null, null, 0, 0, "no-places");
    }
    if (grid.counts().total() > CASES_MOST) {
      return done(rule, vintage, grid, 0, grid.places().size(), "too-many-cases");
    }
    double least = Objects.requireNonNullElse(definition.threshold(), RuleDefinition.SCAN_DAYS);
    int raised = 0;
    List<Standing> standing = standing(rule, grid.last().minusDays(definition.quietDays()));
    Set<String> seen = new HashSet<>();
    for (ScanCluster cluster : scan(definition, grid)) {
      if (cluster.recurrenceSteps() >= least && cluster.observed() > cluster.expected()) {
        Signal signal = signal(rule, known, vintage, grid, cluster, standing);
        seen.add(signal.key());
        raised += alarms.raise(signal, sentence(cluster)).isNew() ? 1 : 0;
      }
    }
    for (Standing one : standing) {
      if (one.last().equals(grid.last()) && !seen.contains(one.key())) {
        alarms.withdraw(SOURCE, one.key(), vintage, "No cluster there any more as known now.");
      }
    }
    return done(rule, vintage, grid, raised, grid.places().size(), "");
  }

  private Evaluated done(
      Rule rule,
      @Nullable Instant vintage,
      @Nullable Grid grid,
      int raised,
      int places,
      String note) {
    return new Evaluated(
        rule.version(),
        clock.instant(),
        vintage,
        grid == null ? null : grid.last(),
        note.isEmpty() ? places : 0,
        note.isEmpty() ? 0 : places,
        raised,
        note);
  }

  static List<ScanCluster> scan(RuleDefinition rule, Grid grid) {
    double[] latitude = new double[grid.places().size()];
    double[] longitude = new double[grid.places().size()];
    for (int i = 0; i < latitude.length; i++) {
      List<Double> at = Objects.requireNonNull(grid.places().get(i).centroid());
      longitude[i] = at.get(0);
      latitude[i] = at.get(1);
    }
    return SpaceTimeScan.scan(
        grid.counts(),
        Neighbours.onEarth(
            latitude, longitude, Math.min(PLACES_IN_CLUSTER, Math.max(1, latitude.length / 2))),
        new ScanSettings(
            ScanSettings.Model.PERMUTATION,
            Math.min(rule.watchSteps(), grid.counts().steps()),
            REPLICATES,
            grid.last().toEpochDay(),
            CLUSTERS,
            Runtime.getRuntime().availableProcessors()));
  }

  /**
   * The last days of all places of the level that most places have, those without a centre left
   * out. A day without a number and a correction below zero count as no case.
   */
  static Optional<Grid> grid(RuleDefinition rule, KnownSeries known) {
    Map<Level, List<KnownSeries.Line>> levels =
        known.lines().stream()
            .filter(line -> line.region().centroid() != null)
            .collect(Collectors.groupingBy(line -> line.region().level()));
    List<KnownSeries.Line> lines =
        levels.values().stream().max(Comparator.comparingInt(List::size)).orElse(List.of());
    if (lines.size() < PLACES_FEWEST) {
      return Optional.empty();
    }
    int end = lines.stream().mapToInt(KnownSeries.Line::lastKnown).max().orElse(-1);
    int steps = Math.min(end + 1, (1 + HISTORY_WINDOWS) * rule.watchSteps());
    int[][] cases = new int[steps][lines.size()];
    for (int step = 0; step < steps; step++) {
      for (int place = 0; place < lines.size(); place++) {
        double value = lines.get(place).fresh()[end - steps + 1 + step];
        cases[step][place] = Double.isNaN(value) ? 0 : (int) Math.max(0, Math.rint(value));
      }
    }
    return Optional.of(
        new Grid(
            lines.stream().map(KnownSeries.Line::region).toList(),
            known.day(end),
            new CountGrid(cases)));
  }

  /** A cluster alarm that was seen of late. */
  private record Standing(String key, LocalDate last, boolean dropped, Set<String> places) {}

  private List<Standing> standing(Rule rule, LocalDate since) {
    return jdbc.query(
        """
        select key, last_date, state, array(select jsonb_array_elements_text(details->'places'))
            as places
        from alarms.alarm where source = ? and rule = ? and last_date >= ?
        order by last_date desc, id
        """,
        (row, i) ->
            new Standing(
                row.getString("key"),
                row.getObject("last_date", LocalDate.class),
                row.getString("state").equals(AlarmState.DROPPED.word()),
                Set.of((String[]) row.getArray("places").getArray())),
        SOURCE,
        rule.id(),
        since);
  }

  /**
   * The key of the alarm a cluster goes on with, which is one that shares half of its places; a
   * dropped one only on the day it was dropped for.
   */
  private static String keyOf(
      Rule rule, Set<String> places, LocalDate last, List<Standing> standing) {
    return standing.stream()
        .filter(one -> !one.dropped() || one.last().equals(last))
        .filter(one -> sharesHalf(one.places(), places))
        .map(Standing::key)
        .findFirst()
        .orElseGet(() ->
            "rule-"
                + rule.id()
                + "/"
                + last
                + "/"
                + places.stream().sorted().findFirst().orElse(""));
  }

  private static boolean sharesHalf(Set<String> a, Set<String> b) {
    long common = a.stream().filter(b::contains).count();
    return 2 * common >= Math.min(a.size(), b.size());
  }

  private static Signal signal(
      Rule rule,
      KnownSeries known,
      Instant vintage,
      Grid grid,
      ScanCluster cluster,
      List<Standing> standing) {
    List<String> places = new ArrayList<>();
    Arrays.stream(cluster.places()).forEach(i -> places.add(grid.places().get(i).code()));
    Region centre = grid.places().get(cluster.places()[0]);
    Map<String, Object> details = new HashMap<>();
    details.put("method", RuleDefinition.SCAN);
    details.put("places", List.copyOf(places));
    details.put("pValue", cluster.pValue());
    details.put("recurrenceDays", cluster.recurrenceSteps());
    details.put("relativeRisk", cluster.relativeRisk());
    LocalDate from = grid.last().minusDays(cluster.steps() - 1L);
    return new Signal(
        SOURCE,
        KIND,
        keyOf(rule, Set.copyOf(places), grid.last(), standing),
        places.size() == 1 ? centre.code() : commonAncestor(grid, cluster),
        rule.definition().indicator(),
        title(known.title(), places.size()),
        severity(cluster),
        from,
        grid.last(),
        new Evidence(
            (double) cluster.observed(),
            cluster.expected(),
            null,
            cluster.score(),
            known.source(),
            vintage,
            details),
        rule.ref());
  }

  /** The smallest region that all places of a cluster lie in. */
  private static String commonAncestor(Grid grid, ScanCluster cluster) {
    List<String> common = grid.places().get(cluster.places()[0]).ancestry();
    for (int place : cluster.places()) {
      List<String> path = grid.places().get(place).ancestry();
      int shared = 0;
      while (shared < Math.min(common.size(), path.size())
          && common.get(shared).equals(path.get(shared))) {
        shared++;
      }
      common = common.subList(0, shared);
    }
    return common.getLast();
  }

  private static LocalizedText title(LocalizedText indicator, int places) {
    return new LocalizedText(
        "Cluster of "
            + indicator.en().toLowerCase(java.util.Locale.ROOT)
            + " in "
            + places
            + (places == 1 ? " place" : " neighbouring places"),
        places + " 个" + (places == 1 ? "" : "相邻") + "地区" + indicator.zh() + "时空聚集");
  }

  /** By the recurrence interval: three times a year, once a year, rarer. */
  private static Severity severity(ScanCluster cluster) {
    double days = cluster.recurrenceSteps();
    return days >= 900 ? Severity.HIGH : days >= 365 ? Severity.MEDIUM : Severity.LOW;
  }

  private static String sentence(ScanCluster cluster) {
    return "%d cases in %d days where %.1f were expected; by chance once in %.0f days"
        .formatted(
            cluster.observed(), cluster.steps(), cluster.expected(), cluster.recurrenceSteps());
  }
}
