package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Mutations over time: their shares by period, and their growth. The growth is that of the log odds
 * a day: logistic regression of having the mutation on the day of sampling (maximum likelihood by
 * Newton's method, with a weak prior of half a sample with and half without at either end, so that
 * mutations seen on one day only stay finite). Samples of one outbreak are alike, so the interval
 * is widened by the spread about the curve beyond the binomial's (Pearson's statistic over
 * stretches of time with some twenty samples each). Ranked by the lower end of the 95 % interval,
 * so that few samples do not win by chance.
 *
 * <p>A sample counts only where its site is known. Cost: mutations times distinct days times some
 * ten steps, and one pass over all. Immutable.
 */
public final class GrowingMutations {

  private static final double SPREAD = 1.96;
  private static final double STRETCH = 20;
  private static final int FEWEST_STRETCHES = 4;

  private final MutationTally tally;

  /** Counts the samples. */
  public GrowingMutations(List<Observed> observed) {
    this.tally = MutationTally.of(observed);
  }

  /**
   * One sample.
   *
   * @param day of sampling, in days of any calendar
   * @param mutations it has, in Nextclade's notation: {@code C241T}, {@code 21765-21770}, {@code
   *     S:D614G}, {@code S:H69-}; see {@link GenomeAnalyser#mutations}
   * @param unknown where it is not known, 1-based and closed: {@code 1-54}, {@code S:142-145}; see
   *     {@link GenomeAnalyser#unknown}
   */
  public record Observed(double day, List<String> mutations, List<String> unknown) {

    public Observed {
      mutations = List.copyOf(mutations);
      unknown = List.copyOf(unknown);
    }

    /** A sample that is known throughout. */
    public Observed(double day, List<String> mutations) {
      this(day, mutations, List.of());
    }
  }

  /**
   * Growth of one mutation.
   *
   * @param samples that have it
   * @param known samples of which it is known whether they have it
   * @param share at the last day, by the fitted curve
   * @param perDay growth of the log odds a day
   * @param low lower end of its 95 % interval
   * @param high upper end
   */
  public record Growth(
      String mutation,
      int samples,
      int known,
      double share,
      double perDay,
      double low,
      double high) {}

  /**
   * Share of one mutation in a period.
   *
   * @param firstDay the period is from here to {@code firstDay + days}, end exclusive
   * @param samples that have it
   * @param known samples of the period of which it is known whether they have it
   * @param share of the known ones; NaN if there are none
   * @param low lower end of its 95 % interval (Wilson 1927)
   * @param high upper end
   */
  public record Share(
      double firstDay,
      double days,
      int samples,
      int known,
      double share,
      double low,
      double high) {}

  /** Ranks the mutations of samples in one step; see {@link #rank(int)}. */
  public static List<Growth> rank(List<Observed> observed, int least) {
    return new GrowingMutations(observed).rank(least);
  }

  /**
   * Ranks the mutations.
   *
   * @param least samples that must have a mutation
   */
  public List<Growth> rank(int least) {
    List<Growth> growths = new ArrayList<>();
    if (tally.days().length > 1) {
      for (MutationTally.Counts counts : tally.counts()) {
        if (Arrays.stream(counts.with()).sum() >= least) {
          growths.add(fit(counts));
        }
      }
    }
    growths.sort(
        Comparator.comparingDouble((Growth growth) -> -growth.low())
            .thenComparing(Growth::mutation));
    return growths;
  }

  /**
   * The share of a mutation by period, from the first sample's day on; empty if no sample has it.
   *
   * @param days length of a period
   */
  public Optional<List<Share>> shares(String mutation, double days) {
    if (!(days > 0)) {
      throw new IllegalArgumentException("A period has a positive number of days: " + days);
    }
    return tally.find(mutation).map(counts -> shares(counts, days));
  }

  private List<Share> shares(MutationTally.Counts counts, double days) {
    double[] all = tally.days();
    List<Share> shares = new ArrayList<>();
    int i = 0;
    for (double first = all[0]; i < all.length; first += days) {
      int with = 0;
      int known = 0;
      for (; i < all.length && all[i] < first + days; i++) {
        with += counts.with()[i];
        known += counts.known()[i];
      }
      shares.add(share(first, days, with, known));
    }
    return shares;
  }

  private static Share share(double first, double days, int with, int known) {
    if (known == 0) {
      return new Share(first, days, 0, 0, Double.NaN, Double.NaN, Double.NaN);
    }
    double p = (double) with / known;
    double z = SPREAD * SPREAD / known;
    double middle = (p + z / 2) / (1 + z);
    double half = SPREAD * Math.sqrt(p * (1 - p) / known + z / (4 * known)) / (1 + z);
    return new Share(
        first, days, with, known, p, Math.max(0, middle - half), Math.min(1, middle + half));
  }

  private Growth fit(MutationTally.Counts counts) {
    double[] days = tally.days();
    LogisticTrend trend = LogisticTrend.fit(days, counts.with(), counts.known());
    double deviation = Math.sqrt(trend.variance() * overdispersion(trend, counts));
    return new Growth(
        counts.mutation(),
        Arrays.stream(counts.with()).sum(),
        Arrays.stream(counts.known()).sum(),
        trend.share(days[days.length - 1]),
        trend.slope(),
        trend.slope() - SPREAD * deviation,
        trend.slope() + SPREAD * deviation);
  }

  /** Pearson's statistic over its degrees of freedom, at least 1. */
  private double overdispersion(LogisticTrend trend, MutationTally.Counts counts) {
    double[] days = tally.days();
    double statistic = 0;
    int stretches = 0;
    double with = 0;
    double expected = 0;
    double variance = 0;
    double known = 0;
    for (int i = 0; i < days.length; i++) {
      double share = trend.share(days[i]);
      with += counts.with()[i];
      known += counts.known()[i];
      expected += counts.known()[i] * share;
      variance += counts.known()[i] * share * (1 - share);
      // A stretch must also expect something, or its statistic has a heavy tail.
      if (known >= STRETCH && variance >= 1) {
        statistic += (with - expected) * (with - expected) / variance;
        stretches++;
        with = 0;
        expected = 0;
        variance = 0;
        known = 0;
      }
    }
    return stretches < FEWEST_STRETCHES ? 1 : Math.max(1, statistic / (stretches - 2));
  }
}
