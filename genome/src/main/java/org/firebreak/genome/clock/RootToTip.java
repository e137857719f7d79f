package org.firebreak.genome.clock;

import java.util.Arrays;
import java.util.random.RandomGenerator;
import org.firebreak.base.error.DataException;
import org.firebreak.genome.tree.Phylogeny;

/**
 * The strict clock by least squares: the distance from root to tip grows with the sampling date;
 * slope is the rate, the date at distance 0 that of the root. The root is the point of the tree, on
 * any branch, at which the residual sum of squares is least, as in TreeTime and TempEst.
 *
 * <p>For every node the sums n, t, t², d, d², dt over the tips below it and over all others follow
 * from two passes; on a branch the residual sum is a parabola in the root's place, so its least
 * value is exact. O(nodes) in all. Lengths must be in substitutions a site; dates in years.
 */
public final class RootToTip {

  private static final int FEWEST = 3;
  private static final int RESAMPLES = 400;

  private RootToTip() {}

  /** Sums over some tips of date t and distance d. */
  private record Sums(double n, double t, double tt, double d, double dd, double dt) {

    static final Sums NONE = new Sums(0, 0, 0, 0, 0, 0);

    static Sums tip(double date) {
      return new Sums(1, date, date * date, 0, 0, 0);
    }

    /** All tips farther by a length. */
    Sums farther(double length) {
      return new Sums(
          n, t, tt, d + n * length, dd + 2 * length * d + n * length * length, dt + length * t);
    }

    Sums plus(Sums o) {
      return new Sums(n + o.n, t + o.t, tt + o.tt, d + o.d, dd + o.dd, dt + o.dt);
    }

    Sums minus(Sums o) {
      return new Sums(n - o.n, t - o.t, tt - o.tt, d - o.d, dd - o.dd, dt - o.dt);
    }

    double spread() {
      return tt - t * t / n;
    }

    double slope() {
      return (dt - d * t / n) / spread();
    }

    double residual() {
      double covariance = dt - d * t / n;
      return dd - d * d / n - covariance * covariance / spread();
    }
  }

  /**
   * A regression.
   *
   * @param rate substitutions a site and year
   * @param rootDate date at which the line meets distance 0, decimal year
   * @param rSquared share of the variance explained
   * @param residuals by node, NaN where there is no used tip
   * @param rateLow lower end of the 95 % interval, tips resampled
   * @param rateHigh upper end
   * @param rootLow lower end of the root's date
   * @param rootHigh upper end
   */
  @SuppressWarnings("ArrayRecordComponent") // a result, never compared
  public record Fit(
      double rate,
      double rootDate,
      double rSquared,
      double[] residuals,
      double rateLow,
      double rateHigh,
      double rootLow,
      double rootHigh,
      int tips) {

    /** The same line with intervals from the substitutions of the branches. */
    private Fit withIntervals(BranchWeights branches, RandomGenerator random) {
      double deviation = Math.sqrt(branches.slopeVariance());
      double along = branches.covariance() / Math.max(1e-300, branches.slopeVariance());
      double rest = Math.sqrt(Math.max(0, branches.meanVariance() - along * branches.covariance()));
      double mean = rate * (branches.centre() - rootDate);
      double[] roots = new double[RESAMPLES];
      for (int i = 0; i < RESAMPLES; i++) {
        double shift = deviation * random.nextGaussian();
        double drawn = mean + along * shift + rest * random.nextGaussian();
        roots[i] = branches.centre() - drawn / Math.max(rate / 100, rate + shift);
      }
      Arrays.sort(roots);
      int low = (int) (0.025 * RESAMPLES);
      double factor = Math.exp(1.96 * deviation / rate);
      return new Fit(
          rate,
          rootDate,
          rSquared,
          residuals,
          rate > 0 ? rate / factor : rate - 1.96 * deviation,
          rate > 0 ? rate * factor : rate + 1.96 * deviation,
          roots[low],
          roots[RESAMPLES - 1 - low],
          tips);
    }
  }

  /**
   * A place for the root.
   *
   * @param node the node below the branch, 0 to keep the root as it is
   * @param share of the branch that stays with the node
   */
  public record Place(int node, double share) {}

  /**
   * Finds the root with the least residual among those with a rising distance, or any if none.
   *
   * @param dates by node, NaN for nodes that are not used
   */
  public static Place findRoot(Phylogeny tree, double[] dates) {
    int size = tree.size();
    double centre = centre(dates);
    Sums[] below = new Sums[size];
    Arrays.fill(below, Sums.NONE);
    for (int i = size - 1; i >= 0; i--) {
      if (!Double.isNaN(dates[i])) {
        below[i] = below[i].plus(Sums.tip(dates[i] - centre));
      }
      if (i > 0) {
        int above = tree.parent()[i];
        below[above] = below[above].plus(below[i].farther(tree.length(i)));
      }
    }
    Sums[] whole = new Sums[size];
    whole[0] = below[0];
    Place best = new Place(0, 0);
    double least = rank(whole[0]);
    for (int i = 1; i < size; i++) {
      double length = tree.length(i);
      Sums others = whole[tree.parent()[i]].minus(below[i].farther(length));
      whole[i] = others.farther(length).plus(below[i]);
      double share = bestShare(below[i], others, length);
      double rank = rank(joined(below[i], others, length, share));
      if (rank < least - 1e-15) {
        least = rank;
        best = new Place(i, share);
      }
    }
    return best;
  }

  private static double centre(double[] dates) {
    double[] used = Arrays.stream(dates).filter(date -> !Double.isNaN(date)).toArray();
    if (used.length < FEWEST) {
      throw new DataException(
          "clock-few-dates",
          "Only " + used.length + " tips have a date; a clock needs at least " + FEWEST);
    }
    double low = Arrays.stream(used).min().orElse(0);
    double high = Arrays.stream(used).max().orElse(0);
    if (high - low < 1e-9) {
      throw new DataException(
          "clock-one-date", "All tips have the same date; a clock needs samples of several dates");
    }
    return Arrays.stream(used).average().orElse(0);
  }

  private static Sums joined(Sums below, Sums others, double length, double share) {
    return below.farther(length * share).plus(others.farther(length * (1 - share)));
  }

  /** Residual; a falling line ranks behind every rising one. */
  private static double rank(Sums sums) {
    return sums.slope() > 0 ? sums.residual() : 1e12 + sums.residual();
  }

  /** Where on the branch the parabola through three points is least. */
  private static double bestShare(Sums below, Sums others, double length) {
    if (length <= 0) {
      return 0.5;
    }
    double a = joined(below, others, length, 0).residual();
    double b = joined(below, others, length, 0.5).residual();
    double c = joined(below, others, length, 1).residual();
    double curvature = a - 2 * b + c;
    double share = curvature > 0 ? 0.5 + (a - c) / (4 * curvature) : a < c ? 0 : 1;
    return Math.max(0, Math.min(1, share));
  }

  /**
   * Regresses on a rooted tree whose number of sites is known, so that the intervals can tell what
   * is shared: slope and mean distance are sums over the branches, each with the weight of the tips
   * below it, and the substitutions of a branch are Poisson. A branch that many tips share counts
   * once, not once a tip. The rate's interval is even in its logarithm.
   *
   * @param dates by node, NaN for nodes that are not used
   * @param sites length of the genome
   * @param random for the interval of the root's date
   */
  public static Fit fit(Phylogeny tree, double[] dates, double sites, RandomGenerator random) {
    return fit(tree, dates, random).withIntervals(BranchWeights.of(tree, dates, sites), random);
  }

  /**
   * Regresses on a rooted tree.
   *
   * @param dates by node, NaN for nodes that are not used
   * @param random for the intervals, in which tips are drawn with replacement; they are too narrow
   *     where tips share much of their history
   */
  public static Fit fit(Phylogeny tree, double[] dates, RandomGenerator random) {
    double centre = centre(dates);
    double[] distance = new double[tree.size()];
    int[] used = new int[tree.size()];
    int n = 0;
    for (int i = 0; i < tree.size(); i++) {
      distance[i] = i == 0 ? 0 : distance[tree.parent()[i]] + tree.length(i);
      if (!Double.isNaN(dates[i])) {
        used[n++] = i;
      }
    }
    int count = n;
    Sums sums = sums(used, count, i -> i, dates, distance, centre);
    double slope = sums.slope();
    double intercept = sums.d() / sums.n() - slope * sums.t() / sums.n();
    double[] residuals = new double[tree.size()];
    Arrays.fill(residuals, Double.NaN);
    for (int k = 0; k < count; k++) {
      int i = used[k];
      residuals[i] = distance[i] - intercept - slope * (dates[i] - centre);
    }
    double[] rates = new double[RESAMPLES];
    double[] roots = new double[RESAMPLES];
    for (int round = 0; round < RESAMPLES; round++) {
      Sums drawn = sums(used, count, i -> random.nextInt(count), dates, distance, centre);
      rates[round] = drawn.slope();
      roots[round] = centre - (drawn.d() / drawn.n() / drawn.slope() - drawn.t() / drawn.n());
    }
    Arrays.sort(rates);
    Arrays.sort(roots);
    double variance = sums.dd() - sums.d() * sums.d() / sums.n();
    int low = (int) (0.025 * RESAMPLES);
    int high = RESAMPLES - 1 - low;
    return new Fit(
        slope,
        centre - intercept / slope,
        1 - sums.residual() / variance,
        residuals,
        rates[low],
        rates[high],
        roots[low],
        roots[high],
        count);
  }

  private static Sums sums(
      int[] used,
      int count,
      java.util.function.IntUnaryOperator choice,
      double[] dates,
      double[] distance,
      double centre) {
    double t = 0;
    double tt = 0;
    double d = 0;
    double dd = 0;
    double dt = 0;
    for (int k = 0; k < count; k++) {
      int i = used[choice.applyAsInt(k)];
      double date = dates[i] - centre;
      t += date;
      tt += date * date;
      d += distance[i];
      dd += distance[i] * distance[i];
      dt += distance[i] * date;
    }
    return new Sums(count, t, tt, d, dd, dt);
  }

  /**
   * Marks tips that do not keep the clock: residual beyond some interquartile distances.
   *
   * @return dates with NaN in their place
   */
  public static double[] withoutOutliers(double[] dates, Fit fit, double distances) {
    double[] sorted =
        Arrays.stream(fit.residuals()).filter(r -> !Double.isNaN(r)).sorted().toArray();
    double range =
        sorted[(int) (0.75 * (sorted.length - 1))] - sorted[(int) (0.25 * (sorted.length - 1))];
    double[] kept = dates.clone();
    for (int i = 0; i < kept.length; i++) {
      if (Math.abs(fit.residuals()[i]) > distances * range) {
        kept[i] = Double.NaN;
      }
    }
    return kept;
  }
}
