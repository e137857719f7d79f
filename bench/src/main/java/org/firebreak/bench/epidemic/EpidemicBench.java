package org.firebreak.bench.epidemic;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.firebreak.bench.epidemic.SeriesSet.Item;
import org.firebreak.epidemic.alarm.Assessment;
import org.firebreak.epidemic.alarm.Detector;
import org.firebreak.epidemic.alarm.Ears;
import org.firebreak.epidemic.alarm.FarringtonFlexible;
import org.firebreak.epidemic.batch.Batch;
import org.firebreak.epidemic.scan.CountGrid;
import org.jspecify.annotations.Nullable;

/**
 * Runs each epidemic kernel and, where R and its package are installed, the peer on the same
 * series, and prints both CPU times and whether the answers agree.
 *
 * <pre>
 * java -cp 'cli/target/lib/*:bench/target/classes' \
 *     org.firebreak.bench.epidemic.EpidemicBench [TOTALS]
 * </pre>
 *
 * <p>TOTALS is a wide CSV file of totals by place and date; forecasts are then measured on a sample
 * of its series instead of on simulated ones. Peers on Debian: {@code r-base-core r-cran-forecast
 * r-cran-epiestim r-cran-surveillance}.
 *
 * <p>Times are CPU times of one thread after warm-up (wall time on all cores for the batch). A
 * search agrees if its criterion is not worse than the peer's.
 */
public final class EpidemicBench {

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
  private static final int WARM_UP_MILLIS = 4000;
  private static final int ROUNDS = 7;
  private static final int FORECAST_SERIES = 16;

  @SuppressWarnings("unused") // written so that results are used
  private static volatile @Nullable Object kept;

  private final Peer peer;
  private final List<String> absent = new ArrayList<>();

  private EpidemicBench(Peer peer) {
    this.peer = peer;
  }

  /** How the times of several series make one. */
  private enum Total {
    SUM,
    MEDIAN
  }

  /**
   * A kernel beside its peer.
   *
   * @param name what is measured
   * @param peer name in the script
   * @param barMillis what it should take at most
   * @param tolerance relative difference of answers that is allowed; of a search, how much worse
   * @param search whether the answer is a criterion to be made small
   */
  private record Case(
      String name,
      String peer,
      double barMillis,
      double tolerance,
      boolean search,
      Total total,
      SeriesSet set,
      Function<Item, double[]> kernel) {}

  /** Runs all measurements and prints them as CSV. */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path folder = Files.createTempDirectory("firebreak-bench");
    try {
      SeriesSet totals =
          arguments.length > 0
              ? SeriesSet.fromWideFile(Path.of(arguments[0])).sample(FORECAST_SERIES)
              : new SeriesSet(
                      SeriesSet.epidemics(FORECAST_SERIES, 200).items().stream()
                          .map(Item::sums)
                          .toList())
                  .sample(FORECAST_SERIES);
      EpidemicBench bench = new EpidemicBench(new Peer(folder));
      System.out.println(
          "kernel,ours_ms,worst_ms,bar_ms,peer,peer_ms,factor,agrees,largest_difference");
      for (Case one : cases(totals)) {
        bench.run(one);
      }
      scan();
      batch();
      bench.absent.forEach(name -> System.out.println("# not run, not installed: peer of " + name));
    } finally {
      delete(folder);
    }
  }

  private static List<Case> cases(SeriesSet totals) {
    SeriesSet daily = map(totals, item -> item.differences().last(SeriesSet.PAST_DAYS, 7));
    SeriesSet total = map(totals, item -> item.last(SeriesSet.PAST_DAYS, 1));
    SeriesSet totalWithWeek = map(totals, item -> item.last(SeriesSet.PAST_DAYS, 7));
    SeriesSet short32 = map(SeriesSet.epidemics(1, 32), item -> item);
    return List.of(
        new Case(
            "Cori; 188 countries x 218 days",
            "cori",
            30,
            1e-7,
            false,
            Total.SUM,
            SeriesSet.epidemics(188, 218),
            Kernels::cori),
        new Case(
            "Cori; uncertain interval; 32 days",
            "uncertain",
            60,
            0.04,
            false,
            Total.SUM,
            short32,
            Kernels::uncertain),
        new Case("ETS search; daily; m=7", "ets", 4, 2e-3, true, Total.MEDIAN, daily, Kernels::ets),
        new Case(
            "ETS search; totals; m=7",
            "ets",
            4,
            2e-3,
            true,
            Total.MEDIAN,
            totalWithWeek,
            Kernels::ets),
        new Case("ARIMA; totals", "arima", 30, 0.1, true, Total.MEDIAN, total, Kernels::arima),
        new Case("ARIMA; daily; m=7", "arima", 60, 0.1, true, Total.MEDIAN, daily, Kernels::arima),
        new Case(
            "Farrington flexible; 52 weeks",
            "farrington",
            10,
            1e-4,
            false,
            Total.MEDIAN,
            SeriesSet.weeks(8, 313),
            Kernels::farrington));
  }

  private static SeriesSet map(SeriesSet set, Function<Item, Item> change) {
    return new SeriesSet(set.items().stream().map(change).toList());
  }

  private void run(Case one) throws IOException, InterruptedException {
    List<Item> items = one.set().items();
    warmUp(() -> items.forEach(item -> keep(one.kernel().apply(item))));
    double[] millis = new double[items.size()];
    List<double[]> answers = new ArrayList<>();
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      millis[i] = median(ROUNDS, () -> keep(one.kernel().apply(item)));
      answers.add(one.kernel().apply(item));
    }
    double ours = total(one, millis);
    double worst = Arrays.stream(millis).max().orElse(Double.NaN);
    Optional<Peer.Result> theirs = peer.run(one.peer(), one.set());
    if (theirs.isEmpty()) {
      absent.add(one.name());
    }
    String beside =
        theirs
            .map(result -> {
              double time = total(one, result.millis());
              return "%s,%.1f,%.0f,%s"
                  .formatted(
                      result.version(),
                      time,
                      time / ours,
                      agreement(one, answers, result.answers()));
            })
            .orElse("not run,,,,");
    System.out.printf(
        Locale.ROOT,
        "%s,%.3f,%.3f,%s,%s%n",
        one.name(),
        ours,
        worst,
        plain(one.barMillis()),
        beside);
  }

  private static double total(Case one, double[] millis) {
    double[] sorted = millis.clone();
    Arrays.sort(sorted);
    return one.total() == Total.SUM ? Arrays.stream(millis).sum() : sorted[sorted.length / 2];
  }

  /**
   * Whether all answers agree (of searches: how many are not worse), and the largest difference.
   */
  private static String agreement(Case one, List<double[]> ours, List<double[]> theirs) {
    double largest = 0;
    int good = 0;
    for (int i = 0; i < ours.size(); i++) {
      double difference = 0;
      for (int k = 0; k < ours.get(i).length; k++) {
        double a = ours.get(i)[k];
        double b = theirs.get(i)[k];
        if (!Double.isNaN(a) && !Double.isNaN(b)) {
          double apart = one.search() ? a - b : Math.abs(a - b) / Math.max(1e-3, Math.abs(b));
          difference = Math.max(difference, apart);
        }
      }
      good += difference <= one.tolerance() ? 1 : 0;
      largest = Math.max(largest, difference);
    }
    String all = good == ours.size() ? "yes" : "%d of %d".formatted(good, ours.size());
    return "%s,%.2g".formatted(all, largest);
  }

  private static void scan() {
    CountGrid grid = Kernels.grid();
    warmUp(() -> keep(Kernels.scan(grid)));
    double millis = median(ROUNDS, () -> keep(Kernels.scan(grid)));
    System.out.printf(
        Locale.ROOT,
        "Scan; 100 places x 28 days; 999 replicates,%.1f,%.1f,100,none in Debian,,,,%n",
        millis,
        millis);
  }

  /** EARS C1 to C3 of every week and Farrington flexible of the newest, 3,000 x 50 series. */
  private static void batch() {
    List<double[]> some = SeriesSet.weeks(1500, 260).items().stream().map(Item::values).toList();
    List<double[]> series = new ArrayList<>();
    while (series.size() < 3000 * 50) {
      series.add(some.get(series.size() % some.size()).clone());
    }
    Batch batch = Batch.onAllCores();
    List<Detector> detectors =
        List.of(
            Ears.of(Ears.Variant.C1, 0.001),
            Ears.of(Ears.Variant.C2, 0.001),
            Ears.of(Ears.Variant.C3, 0.025),
            FarringtonFlexible.weekly(0.005));
    warmUp(() -> detectors.forEach(d -> keep(batch.alarms(series.subList(0, 3000), v -> d, 1))));
    long start = System.nanoTime();
    long cpuStart = processCpuNanos();
    long alarms = 0;
    for (Detector detector : detectors) {
      for (Assessment one : batch.alarms(series, values -> detector, 1)) {
        alarms += one.alarm()[0] ? 1 : 0;
      }
    }
    double millis = (System.nanoTime() - start) / 1e6;
    double cpu = (processCpuNanos() - cpuStart) / 1e6;
    System.out.printf(
        Locale.ROOT,
        "Batch; EARS and Farrington; 3000 x 50 series of 260 weeks; wall time on %d cores (CPU"
            + " %.0f ms; %d alarms),%.0f,%.0f,10000,none in Debian,,,,%n",
        batch.threads(),
        cpu,
        alarms,
        millis,
        millis);
  }

  private static long processCpuNanos() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Uses a result, so that nothing is measured that the compiler could leave out. */
  private static void keep(Object result) {
    kept = result;
  }

  private static void warmUp(Runnable work) {
    long end = System.nanoTime() + WARM_UP_MILLIS * 1_000_000L;
    do {
      work.run();
    } while (System.nanoTime() < end);
  }

  private static double median(int rounds, Runnable work) {
    double[] millis = new double[rounds];
    for (int round = 0; round < rounds; round++) {
      long start = THREADS.getCurrentThreadCpuTime();
      work.run();
      millis[round] = (THREADS.getCurrentThreadCpuTime() - start) / 1e6;
    }
    Arrays.sort(millis);
    return millis[rounds / 2];
  }

  private static String plain(double number) {
    return String.format(Locale.ROOT, "%.0f", number);
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
