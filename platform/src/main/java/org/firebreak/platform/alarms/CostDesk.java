package org.firebreak.platform.alarms;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.Semaphore;
import org.firebreak.base.error.UserException;
import org.firebreak.epidemic.alarm.AlarmMethod;
import org.firebreak.epidemic.alarm.Ears;
import org.firebreak.epidemic.alarm.NegativeBinomialDetector;
import org.firebreak.epidemic.scan.CountGrid;
import org.firebreak.epidemic.scan.ScanCluster;
import org.firebreak.platform.access.RegionScope;
import org.firebreak.platform.alarms.ScanEvaluation.Grid;
import org.firebreak.platform.alarms.ThresholdCost.Cost;
import org.firebreak.platform.regions.Regions;
import org.firebreak.platform.situation.KnownSeries;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Tells what thresholds of a rule would cost, before anybody saves one. Thread-safe. */
@Service
class CostDesk {

  private static final int SERIES_MOST = 24;
  private static final int OUTBREAKS = 96;
  private static final int THRESHOLDS_MOST = 12;
  private static final int REPLAY_DAYS = 90;
  private static final int REPLAY_WEEKS = 104;
  private static final int REPLAY_MOST = 366;
  private static final int SCAN_DAYS = 28;
  private static final int SCAN_REPLAY_CASES_MOST = 100_000;
  private static final double DAYS_PER_MONTH = 365.25 / 12;
  private static final List<Double> SCAN_CANDIDATES =
      List.of(20.0, 50.0, 100.0, 200.0, 365.0, 1000.0);

  /** Trials keep both cores busy for seconds; two at a time are enough. */
  private final Semaphore turns = new Semaphore(2);

  private final SeriesEvaluation series;
  private final Regions regions;

  CostDesk(SeriesEvaluation series, Regions regions) {
    this.series = series;
    this.regions = regions;
  }

  /**
   * What is to be tried.
   *
   * @param thresholds null for customary ones and that of the rule
   * @param steps newest steps to replay, null for 90 days or 104 weeks
   * @param seed of the random numbers, null for 1
   */
  @Schema(name = "AlarmCostRequest")
  record CostRequest(
      RuleDefinition definition,
      @Nullable List<Double> thresholds,
      @Nullable Integer steps,
      @Nullable Long seed) {}

  /** The cost of a threshold, for all series of the rule; null = could not be found out. */
  @Schema(name = "AlarmCostLine")
  record CostLine(
      double threshold,
      double falsePerMonth,
      double alarmsPerMonth,
      @Nullable Double detection,
      @Nullable Double delayDays) {}

  /**
   * What thresholds cost.
   *
   * @param seriesTried series in the trial, chosen at random where there are more
   * @param seriesWatched series of the rule; false alarms and alarms are those of all of them
   * @param steps newest steps that were replayed
   * @param outbreaksPlanted outbreaks planted for each threshold
   * @param usual the method's own threshold
   */
  @Schema(name = "AlarmCostAnswer")
  record CostAnswer(
      int seriesTried,
      int seriesWatched,
      int steps,
      int daysPerStep,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      int outbreaksPlanted,
      long seed,
      double usual,
      List<CostLine> lines) {}

  /**
   * Tries thresholds.
   *
   * @throws UserException {@code alarm-series-not-found} if there is nothing to try them on
   */
  CostAnswer cost(CostRequest request, RegionScope scope) {
    RuleDefinition rule = request.definition();
    regions.getRegion(rule.region(), scope);
    KnownSeries known = series.find(rule, null).orElseThrow(CostDesk::nothing);
    try {
      turns.acquire();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw nothing();
    }
    try {
      return rule.isScan() ? scan(request, known) : detector(request, known);
    } finally {
      turns.release();
    }
  }

  private static UserException nothing() {
    return new UserException(
        "alarm-series-not-found", "There are no series with enough history to try this on");
  }

  private static CostAnswer detector(CostRequest request, KnownSeries known) {
    RuleDefinition rule = request.definition();
    long seed = Objects.requireNonNullElse(request.seed(), 1L);
    List<Steps> all =
        new ArrayList<>(
            known.lines().stream().flatMap(l -> Steps.of(known, l, rule).stream()).toList());
    if (all.isEmpty()) {
      throw nothing();
    }
    int watched = all.size();
    int daysPerStep = all.getFirst().daysPerStep();
    all.removeIf(steps -> steps.daysPerStep() != daysPerStep);
    Collections.shuffle(all, new Random(seed));
    List<Steps> sample = all.subList(0, Math.min(SERIES_MOST, all.size()));
    int longest = sample.stream().mapToInt(Steps::count).max().orElse(1);
    int usualSteps = daysPerStep == 1 ? REPLAY_DAYS : REPLAY_WEEKS;
    int wanted = Objects.requireNonNullElse(request.steps(), usualSteps);
    int steps = Math.clamp(wanted, 1, Math.min(REPLAY_MOST, longest));
    int perSeries = Math.max(1, OUTBREAKS / sample.size());
    List<@Nullable Double> thresholds = new ArrayList<>(thresholds(request));
    List<Cost> costs = new ThresholdCost(rule, sample, steps, perSeries, seed).of(thresholds);
    Steps one = sample.stream().filter(s -> s.count() == longest).findFirst().orElseThrow();
    return new CostAnswer(
        sample.size(),
        watched,
        steps,
        daysPerStep,
        one.date(Math.max(0, one.count() - steps)),
        one.date(one.count() - 1),
        perSeries * sample.size(),
        seed,
        usual(rule, daysPerStep),
        costs.stream().map(cost -> line(cost, watched)).toList());
  }

  private static CostLine line(Cost cost, int watched) {
    return new CostLine(
        Objects.requireNonNull(cost.threshold()),
        cost.falsePerMonth() * watched,
        cost.alarmsPerMonth() * watched,
        known(cost.detection()),
        known(cost.delayDays()));
  }

  private static @Nullable Double known(double value) {
    return Double.isFinite(value) ? value : null;
  }

  private static List<Double> thresholds(CostRequest request) {
    RuleDefinition rule = request.definition();
    List<Double> asked = request.thresholds();
    TreeSet<Double> thresholds =
        new TreeSet<>(
            asked != null
                ? asked
                : rule.isScan() ? SCAN_CANDIDATES : ThresholdCost.candidates(rule.method()));
    Double own = rule.threshold();
    if (own != null && asked == null) {
      thresholds.add(own);
    }
    if (thresholds.isEmpty() || thresholds.size() > THRESHOLDS_MOST) {
      throw new UserException(
          "alarm-thresholds-invalid", "Name 1 to " + THRESHOLDS_MOST + " thresholds");
    }
    return List.copyOf(thresholds);
  }

  /** The threshold a method has unless told otherwise. */
  static double usual(RuleDefinition rule, int daysPerStep) {
    return switch (rule.method()) {
      case RuleDefinition.SCAN -> RuleDefinition.SCAN_DAYS;
      case "cusum" -> rule.withThreshold(null).parameters(false).h();
      case "c1", "c2" -> Ears.Variant.C1.usualAlpha();
      case "c3" -> Ears.Variant.C3.usualAlpha();
      case "auto" ->
          daysPerStep == 1
              ? NegativeBinomialDetector.DAILY_ALPHA
              : NegativeBinomialDetector.WEEKLY_ALPHA;
      default -> AlarmMethod.FARRINGTON_ALPHA;
    };
  }

  /**
   * The scan says its cost itself: by chance one cluster in as many days as the recurrence
   * interval. Replayed are the newest days; no outbreaks are planted.
   */
  private static CostAnswer scan(CostRequest request, KnownSeries known) {
    RuleDefinition rule = request.definition();
    Grid grid = ScanEvaluation.grid(rule, known).orElseThrow(CostDesk::nothing);
    int days = Math.min(SCAN_DAYS, grid.counts().steps() / 2);
    double[] best = new double[days];
    if (grid.counts().total() <= SCAN_REPLAY_CASES_MOST) {
      for (int back = 0; back < days; back++) {
        best[days - 1 - back] =
            ScanEvaluation.scan(rule, until(grid, back)).stream()
                .mapToDouble(ScanCluster::recurrenceSteps)
                .max()
                .orElse(0);
      }
    }
    List<CostLine> lines =
        thresholds(request).stream()
            .map(least ->
                new CostLine(
                    least,
                    DAYS_PER_MONTH / least,
                    runs(best, least, rule.quietDays()) * DAYS_PER_MONTH / days,
                    null,
                    null))
            .toList();
    return new CostAnswer(
        grid.places().size(),
        grid.places().size(),
        days,
        1,
        grid.last().minusDays(days - 1L),
        grid.last(),
        0,
        grid.last().toEpochDay(),
        RuleDefinition.SCAN_DAYS,
        lines);
  }

  private static Grid until(Grid grid, int back) {
    int[][] cases = grid.counts().cases();
    return new Grid(
        grid.places(),
        grid.last().minusDays(back),
        new CountGrid(Arrays.copyOf(cases, cases.length - back)));
  }

  private static int runs(double[] best, double least, int quietDays) {
    int runs = 0;
    int last = Integer.MIN_VALUE / 2;
    for (int day = 0; day < best.length; day++) {
      if (best[day] >= least) {
        runs += day - last > quietDays ? 1 : 0;
        last = day;
      }
    }
    return runs;
  }
}
