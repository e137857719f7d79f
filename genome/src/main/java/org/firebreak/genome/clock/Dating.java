package org.firebreak.genome.clock;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.firebreak.genome.tree.Phylogeny;

/**
 * Dates a rooted tree by maximum likelihood with a strict or a relaxed clock: finds the rate, and
 * for a relaxed clock the shape of the branch rates around that mean, with the highest likelihood,
 * its interval from the curvature of the log-likelihood, and the distribution of every node's date,
 * averaged over the rate's uncertainty at three points (Gauss-Hermite).
 */
public final class Dating {

  private static final int MOST_CELLS = 400;
  private static final double DAY = 1 / 365.25;
  private static final double GOLDEN = 0.381966;
  private static final double[] SHAPES = {0.5, 1, 2, 4, 8, 16, 64};

  private final Phylogeny tree;
  private final double sites;
  private final TimeTree timeTree;
  private final TimeTree.Grid grid;

  /**
   * A rate to start from, or to keep. Trees with many unresolved nodes have too much time in them,
   * and a rate fitted to them is too slow; for these the rate of the regression is kept.
   *
   * @param value substitutions a site and year
   * @param deviation standard deviation of its logarithm; NaN if the rate is to be fitted
   */
  public record Rate(double value, double deviation) {

    /** A first guess. */
    public static Rate guess(double value) {
      return new Rate(value, Double.NaN);
    }

    /** The rate of a regression with its interval. */
    public static Rate fixed(RootToTip.Fit fit) {
      double low = Math.max(fit.rateLow(), fit.rate() / 10);
      double high = Math.max(fit.rateHigh(), fit.rate() * 1.001);
      return new Rate(fit.rate(), Math.log(high / low) / (2 * 1.96));
    }

    boolean isFixed() {
      return !Double.isNaN(deviation);
    }
  }

  /** Whether so many nodes are resolved that the rate can be fitted. */
  public static boolean isResolved(Phylogeny tree) {
    int leaves = tree.leaves().length;
    return tree.size() - leaves >= 0.7 * (leaves - 1);
  }

  /** Kind of clock. */
  public enum Clock {
    STRICT,
    RELAXED
  }

  /**
   * Dates of a tree.
   *
   * @param rate substitutions a site and year, with its 95 % interval
   * @param shape α of the relaxed clock's gamma distribution; infinite for a strict one
   * @param dates median by node, decimal years
   * @param intervals 95 % interval by node
   */
  @SuppressWarnings("ArrayRecordComponent") // a result, never compared
  public record Result(
      double rate,
      double rateLow,
      double rateHigh,
      double shape,
      double logLikelihood,
      double[] dates,
      double[][] intervals) {}

  private Dating(
      Phylogeny tree,
      double[] counts,
      double sites,
      List<Optional<SampleDate>> dates,
      double startRate) {
    this.tree = tree;
    this.sites = sites;
    this.grid = grid(dates, startRate * sites, counts, tree);
    this.timeTree = new TimeTree(tree, counts, dates, grid);
  }

  /**
   * Dates a tree.
   *
   * @param tree rooted
   * @param counts substitutions on each branch (whole genome, need not be whole numbers)
   * @param sites length of the genome
   * @param dates by node; empty where unknown
   * @param rate what is known of the rate
   */
  public static Result run(
      Phylogeny tree,
      double[] counts,
      double sites,
      List<Optional<SampleDate>> dates,
      Rate rate,
      Clock clock) {
    Dating dating = new Dating(tree, counts, sites, dates, rate.value());
    double bestShape = Double.POSITIVE_INFINITY;
    double start = rate.value() * sites;
    double[] best =
        rate.isFixed()
            ? new double[] {start, dating.timeTree.logLikelihood(start, bestShape)}
            : dating.maximise(start, bestShape);
    if (clock == Clock.RELAXED) {
      for (double shape : SHAPES) {
        double found = dating.timeTree.logLikelihood(best[0], shape);
        if (found > best[1]) {
          best = new double[] {best[0], found};
          bestShape = shape;
        }
      }
    }
    double deviation = rate.isFixed() ? rate.deviation() : dating.deviation(best, bestShape);
    return dating.result(best, bestShape, deviation);
  }

  /** From well before the likely root to the last sample. */
  private static TimeTree.Grid grid(
      List<Optional<SampleDate>> dates, double clock, double[] counts, Phylogeny tree) {
    List<SampleDate> known = new ArrayList<>();
    dates.forEach(date -> date.ifPresent(known::add));
    double low = known.stream().mapToDouble(SampleDate::low).min().orElse(0);
    double high = known.stream().mapToDouble(SampleDate::high).max().orElse(0);
    double[] depth = new double[tree.size()];
    double before = 0;
    for (int i = 1; i < depth.length; i++) {
      depth[i] = depth[tree.parent()[i]] + counts[i];
      Optional<SampleDate> date = dates.get(i);
      if (date.isPresent()) {
        before = Math.max(before, depth[i] / clock - (date.get().middle() - low));
      }
    }
    double start = low - 1.5 * before - 0.1 * (high - low) - 3 / clock;
    double step = Math.max(DAY / 2, (high - start) / (MOST_CELLS - 1));
    int cells = (int) Math.ceil((high - start) / step) + 1;
    return new TimeTree.Grid(high - (cells - 1) * step, step, cells);
  }

  /** The clock with the highest likelihood: golden sections on its logarithm. */
  private double[] maximise(double start, double shape) {
    double a = Math.log(start) - 1;
    double b = Math.log(start) + 1;
    double x = a + GOLDEN * (b - a);
    double y = b - GOLDEN * (b - a);
    double fx = timeTree.logLikelihood(Math.exp(x), shape);
    double fy = timeTree.logLikelihood(Math.exp(y), shape);
    while (b - a > 0.01) {
      if (fx > fy) {
        b = y;
        y = x;
        fy = fx;
        x = a + GOLDEN * (b - a);
        fx = timeTree.logLikelihood(Math.exp(x), shape);
      } else {
        a = x;
        x = y;
        fx = fy;
        y = b - GOLDEN * (b - a);
        fy = timeTree.logLikelihood(Math.exp(y), shape);
      }
    }
    return fx > fy ? new double[] {Math.exp(x), fx} : new double[] {Math.exp(y), fy};
  }

  /** Standard deviation of the rate's logarithm, from the curvature of the likelihood. */
  private double deviation(double[] best, double shape) {
    double step = 0.1;
    double left = timeTree.logLikelihood(best[0] * Math.exp(-step), shape);
    double right = timeTree.logLikelihood(best[0] * Math.exp(step), shape);
    double curvature = Math.max(1e-6, (2 * best[1] - left - right) / (step * step));
    return 1 / Math.sqrt(curvature);
  }

  private Result result(double[] best, double shape, double deviation) {
    double[][] sums = new double[tree.size()][];
    double[] points = {-Math.sqrt(3), 0, Math.sqrt(3)};
    double[] weights = {1 / 6.0, 2 / 3.0, 1 / 6.0};
    for (int i = 0; i < 3; i++) {
      timeTree.logLikelihood(best[0] * Math.exp(points[i] * deviation), shape);
      timeTree.addMarginals(weights[i], sums);
    }
    double[] dates = new double[tree.size()];
    double[][] intervals = new double[tree.size()][];
    for (int node = 0; node < tree.size(); node++) {
      if (sums[node] == null) {
        double date = timeTree.knownDate(node);
        dates[node] = date;
        intervals[node] = new double[] {date, date};
      } else {
        dates[node] = quantile(sums[node], 0.5);
        intervals[node] = new double[] {quantile(sums[node], 0.025), quantile(sums[node], 0.975)};
      }
    }
    double rate = best[0] / sites;
    return new Result(
        rate,
        rate * Math.exp(-1.96 * deviation),
        rate * Math.exp(1.96 * deviation),
        shape,
        best[1],
        dates,
        intervals);
  }

  private double quantile(double[] density, double p) {
    double sum = 0;
    for (int t = 0; t < density.length; t++) {
      if (sum + density[t] >= p) {
        return grid.date(t - 0.5 + (p - sum) / density[t]);
      }
      sum += density[t];
    }
    return grid.date(density.length - 1);
  }

  /** Rounded substitutions of branches given in substitutions a site. */
  public static double[] counts(Phylogeny tree, double sites) {
    double[] counts = new double[tree.size()];
    for (int i = 1; i < counts.length; i++) {
      counts[i] = Math.max(0, tree.length(i) * sites);
    }
    return counts;
  }
}
