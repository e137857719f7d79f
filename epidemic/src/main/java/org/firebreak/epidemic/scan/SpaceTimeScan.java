package org.firebreak.epidemic.scan;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Prospective space-time scan: the circles and windows up to the last step whose cases exceed what
 * is expected by most, with Monte Carlo p values that account for all the windows looked at.
 *
 * <p>Permutation model: Kulldorff, Heffernan, Hartman, Assuncao and Mostashari, PLoS Medicine 2
 * (2005). Poisson model: Kulldorff, Communications in Statistics 26 (1997) and JRSS A 164 (2001).
 *
 * <p>Cost of a replicate: one random number per case, one addition and comparison per window.
 * Deterministic for a seed, for any number of threads.
 */
public final class SpaceTimeScan {

  private static final double TIE = 1e-9;

  private SpaceTimeScan() {}

  /** Scans with the permutation model. */
  public static List<ScanCluster> scan(
      CountGrid grid, Neighbours neighbours, ScanSettings settings) {
    return scan(grid, Baselines.byMargins(grid), neighbours, settings);
  }

  /**
   * Scans with given baselines, which are scaled to sum to the cases.
   *
   * @param baseline expected cases per [step][place], see {@link Baselines}
   */
  public static List<ScanCluster> scan(
      CountGrid grid, double[][] baseline, Neighbours neighbours, ScanSettings settings) {
    if (neighbours.nearest().length != grid.places()) {
      throw new IllegalArgumentException("As many places with neighbours as with counts");
    }
    int total = grid.total();
    if (total == 0) {
      return List.of();
    }
    double[][] scaled = scaled(baseline, total);
    ScanWindows windows = new ScanWindows(neighbours, scaled, settings.longestSteps(), total);
    int[] counts = windows.counts(recent(grid, windows.lengths()));
    List<Integer> best = separate(windows, counts, settings.mostClusters());
    if (best.isEmpty()) {
      return List.of();
    }
    double[] scores = best.stream().mapToDouble(w -> windows.score(w, counts[w])).toArray();
    double[] maxima = maxima(grid, scaled, windows, scores[scores.length - 1] - TIE, settings);
    List<ScanCluster> clusters = new ArrayList<>();
    for (int i = 0; i < scores.length; i++) {
      double score = scores[i];
      long reaching = Arrays.stream(maxima).filter(m -> m >= score - TIE).count();
      int window = best.get(i);
      int[] places = windows.places(window);
      Arrays.sort(places);
      clusters.add(
          new ScanCluster(
              places,
              window % windows.lengths() + 1,
              counts[window],
              windows.expected(window),
              score,
              (1.0 + reaching) / (1.0 + settings.replicates())));
    }
    return clusters;
  }

  private static double[][] scaled(double[][] baseline, int total) {
    double sum = 0;
    for (double[] row : baseline) {
      for (double value : row) {
        if (!(value >= 0)) {
          throw new IllegalArgumentException("A baseline is zero or more, was " + value);
        }
        sum += value;
      }
    }
    if (!(sum > 0)) {
      throw new IllegalArgumentException("The baselines must not all be zero");
    }
    double factor = total / sum;
    return Arrays.stream(baseline)
        .map(row -> Arrays.stream(row).map(value -> value * factor).toArray())
        .toArray(double[][]::new);
  }

  private static int[] recent(CountGrid grid, int lengths) {
    int[] recent = new int[grid.places() * lengths];
    for (int place = 0; place < grid.places(); place++) {
      for (int d = 0; d < lengths; d++) {
        recent[place * lengths + d] = grid.cases()[grid.steps() - 1 - d][place];
      }
    }
    Replicates.accumulate(recent, lengths);
    return recent;
  }

  /** The windows of highest score that share no place with a better one. */
  private static List<Integer> separate(ScanWindows windows, int[] counts, int most) {
    int[] order =
        IntStream.range(0, counts.length)
            .filter(w -> windows.score(w, counts[w]) > 0)
            .boxed()
            .sorted((v, w) -> compare(windows, counts, v, w))
            .mapToInt(Integer::intValue)
            .toArray();
    List<Integer> chosen = new ArrayList<>();
    java.util.Set<Integer> taken = new java.util.HashSet<>();
    for (int window : order) {
      if (chosen.size() == most) {
        break;
      }
      int[] places = windows.places(window);
      if (Arrays.stream(places).noneMatch(taken::contains)) {
        chosen.add(window);
        Arrays.stream(places).forEach(taken::add);
      }
    }
    return chosen;
  }

  private static int compare(ScanWindows windows, int[] counts, int v, int w) {
    int byScore = Double.compare(windows.score(w, counts[w]), windows.score(v, counts[v]));
    return byScore != 0 ? byScore : Integer.compare(v, w);
  }

  private static double[] maxima(
      CountGrid grid,
      double[][] baseline,
      ScanWindows windows,
      double lowestScore,
      ScanSettings settings) {
    int[] thresholds = windows.thresholds(lowestScore);
    Replicates replicates = new Replicates(grid, baseline, windows.lengths(), settings);
    double[] maxima = new double[settings.replicates()];
    int threads = Math.min(settings.threads(), settings.replicates());
    Runnable[] parts = new Runnable[threads];
    for (int part = 0; part < threads; part++) {
      int first = part;
      parts[part] =
          () -> {
            short[] scratch = replicates.scratch();
            int[] recent = new int[grid.places() * windows.lengths()];
            int[] sum = new int[windows.lengths()];
            for (int i = first; i < maxima.length; i += threads) {
              replicates.fill(i, scratch, recent);
              maxima[i] = windows.bestReaching(thresholds, recent, sum);
            }
          };
    }
    runAll(parts);
    return maxima;
  }

  private static void runAll(Runnable[] parts) {
    if (parts.length == 1) {
      parts[0].run();
      return;
    }
    try (var executor = java.util.concurrent.Executors.newFixedThreadPool(parts.length)) {
      List<java.util.concurrent.Future<?>> running = new ArrayList<>();
      for (Runnable part : parts) {
        running.add(executor.submit(part));
      }
      for (java.util.concurrent.Future<?> future : running) {
        try {
          future.get();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new IllegalStateException("interrupted while scanning", e);
        } catch (java.util.concurrent.ExecutionException e) {
          throw new IllegalStateException("a part of the scan failed", e.getCause());
        }
      }
    }
  }
}
