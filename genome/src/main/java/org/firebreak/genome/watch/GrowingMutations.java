package org.firebreak.genome.watch;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Ranks mutations by the growth of their share: logistic regression of having the mutation on the
 * day of sampling (maximum likelihood by Newton's method, with a weak prior of half a sample with
 * and half without at either end, so that mutations seen on one day only stay finite). Ranked by
 * the lower end of the 95 % interval of the growth, so that few samples do not win by chance.
 */
public final class GrowingMutations {

  private static final double SPREAD = 1.96;
  private static final int MOST_STEPS = 50;

  private GrowingMutations() {}

  /**
   * One sample.
   *
   * @param day of sampling
   * @param mutations it has, in any notation
   */
  public record Observed(double day, List<String> mutations) {

    public Observed {
      mutations = List.copyOf(mutations);
    }
  }

  /**
   * Growth of one mutation.
   *
   * @param samples that have it
   * @param share at the last day, by the fitted curve
   * @param perDay growth of the log odds a day
   * @param low lower end of its 95 % interval
   * @param high upper end
   */
  public record Growth(
      String mutation, int samples, double share, double perDay, double low, double high) {}

  /**
   * Ranks the mutations.
   *
   * @param least samples that must have a mutation
   */
  public static List<Growth> rank(List<Observed> observed, int least) {
    double first = observed.stream().mapToDouble(Observed::day).min().orElse(0);
    double last = observed.stream().mapToDouble(Observed::day).max().orElse(0);
    List<Growth> growths = new ArrayList<>();
    if (last <= first) {
      return growths;
    }
    Map<String, List<Double>> days = new HashMap<>();
    for (Observed one : observed) {
      for (String mutation : one.mutations()) {
        days.computeIfAbsent(mutation, key -> new ArrayList<>()).add(one.day());
      }
    }
    double[] all = observed.stream().mapToDouble(Observed::day).toArray();
    days.forEach((mutation, with) -> {
      if (with.size() >= least) {
        growths.add(fit(mutation, all, with, first, last));
      }
    });
    growths.sort(
        Comparator.comparingDouble((Growth growth) -> -growth.low())
            .thenComparing(Growth::mutation));
    return growths;
  }

  private static Growth fit(
      String mutation, double[] all, List<Double> with, double first, double last) {
    double middle = (first + last) / 2;
    double a = Math.log((with.size() + 0.5) / (all.length - with.size() + 0.5));
    double b = 0;
    double varianceOfSlope = 1;
    double spread = (last - first) / 2;
    for (int step = 0; step < MOST_STEPS; step++) {
      double g0 = 0;
      double g1 = 0;
      double h00 = 0;
      double h01 = 0;
      double h11 = 0;
      for (double day : with) {
        g0 += 1;
        g1 += day - middle;
      }
      for (int i = -2; i < all.length; i++) {
        boolean prior = i < 0;
        double x = prior ? (i == -1 ? spread : -spread) : all[i] - middle;
        double p = 1 / (1 + Math.exp(-(a + b * x)));
        g0 += prior ? 0.5 - p : -p;
        g1 += (prior ? 0.5 - p : -p) * x;
        double w = p * (1 - p);
        h00 += w;
        h01 += w * x;
        h11 += w * x * x;
      }
      double determinant = h00 * h11 - h01 * h01;
      varianceOfSlope = h00 / determinant;
      double da = (h11 * g0 - h01 * g1) / determinant;
      double db = (h00 * g1 - h01 * g0) / determinant;
      double limit = Math.max(1, Math.max(Math.abs(da), Math.abs(db * spread)) / 2);
      a += da / limit;
      b += db / limit;
      if (Math.abs(da) + Math.abs(db * spread) < 1e-9) {
        break;
      }
    }
    double deviation = Math.sqrt(varianceOfSlope);
    double share = 1 / (1 + Math.exp(-(a + b * spread)));
    return new Growth(
        mutation, with.size(), share, b, b - SPREAD * deviation, b + SPREAD * deviation);
  }
}
