package org.firebreak.epidemic.forecast.arima;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The ARIMA model of a series by stepwise search of the corrected Akaike criterion (Hyndman and
 * Khandakar, Journal of Statistical Software 27(3), 2008; the defaults of R's {@code auto.arima}):
 * differences by tests, four beginnings, then whatever neighbour is better, until none is. Models
 * with a root near the unit circle are refused.
 */
final class AutoArima {

  private static final int ORDER_MAX = 5;
  private static final int SEASONAL_ORDER_MAX = 2;
  private static final int MODELS_MAX = 94;
  private static final double ROOT_MIN = 1.01;

  /** How far behind the best a quick search may end to be continued, in units of AICc. */
  private static final double REACH = 4;

  /** Neighbours in the order they are tried: changes of p, q, P, Q; the last four are ours. */
  private static final int[][] NEIGHBOURS = {
    {0, 0, -1, 0}, {0, 0, 0, -1}, {0, 0, 1, 0}, {0, 0, 0, 1},
    {0, 0, -1, -1}, {0, 0, -1, 1}, {0, 0, 1, -1}, {0, 0, 1, 1},
    {-1, 0, 0, 0}, {0, -1, 0, 0}, {1, 0, 0, 0}, {0, 1, 0, 0},
    {-1, -1, 0, 0}, {-1, 1, 0, 0}, {1, -1, 0, 0}, {1, 1, 0, 0},
    {0, 0, -2, 0}, {0, 0, 0, -2}, {-2, 0, 0, 0}, {0, -2, 0, 0}
  };

  private final double[] values;
  private final int period;
  private final int d;
  private final int seasonalD;
  private final boolean mayHaveConstant;
  private final int[] most;
  private final Set<ArimaOrder> tried = new HashSet<>();
  private ArimaSearch.@Nullable Found best;

  private AutoArima(double[] values, int season) {
    this.values = values;
    this.seasonalD = UnitRoots.seasonalDifferences(values, season);
    this.period = season > 1 && values.length > 2 * season ? season : 1;
    double[] x = seasonalD > 0 ? Polynomials.lagged(values, season) : values;
    this.d = UnitRoots.differences(x);
    this.mayHaveConstant = d + seasonalD <= 1;
    int plain = Math.min(ORDER_MAX, values.length / 3);
    int seasonal = period > 1 ? Math.min(SEASONAL_ORDER_MAX, values.length / 3 / period) : 0;
    this.most = new int[] {plain, plain, seasonal, seasonal};
  }

  /** The best model; nothing if the series is too short, or constant once differenced. */
  static Optional<ArimaFit> select(double[] values, int season) {
    if (values.length < 4 || UnitRoots.constant(values)) {
      return Optional.empty();
    }
    AutoArima search = new AutoArima(values, season);
    double[] x = Polynomials.difference(values, search.order(new int[4], false));
    if (x.length < 3 || UnitRoots.constant(x)) {
      return ArimaSearch.fit(search.order(new int[4], search.mayHaveConstant), values);
    }
    search.run();
    return Optional.ofNullable(search.best).map(ArimaSearch.Found::fit);
  }

  private ArimaOrder order(int[] terms, boolean constant) {
    return new ArimaOrder(terms[0], d, terms[1], terms[2], seasonalD, terms[3], period, constant);
  }

  private void run() {
    tryOrder(clipped(2, 2, 1, 1), mayHaveConstant);
    tryOrder(clipped(0, 0, 0, 0), mayHaveConstant);
    tryOrder(clipped(1, 0, 1, 0), mayHaveConstant);
    tryOrder(clipped(0, 1, 0, 1), mayHaveConstant);
    if (mayHaveConstant) {
      tryOrder(clipped(0, 0, 0, 0), false);
    }
    boolean better = best != null;
    while (better && tried.size() < MODELS_MAX) {
      better = stepOn();
    }
  }

  private int[] clipped(int... terms) {
    for (int i = 0; i < terms.length; i++) {
      terms[i] = Math.min(terms[i], most[i]);
    }
    return terms;
  }

  /** Tries the neighbours of the best model; true as soon as one is better. */
  private boolean stepOn() {
    ArimaFit from = java.util.Objects.requireNonNull(best).fit();
    ArimaOrder order = from.order();
    int[] terms = {order.p(), order.q(), order.seasonalP(), order.seasonalQ()};
    for (int[] change : NEIGHBOURS) {
      int[] next = new int[terms.length];
      boolean allowed = true;
      for (int i = 0; i < terms.length; i++) {
        next[i] = terms[i] + change[i];
        allowed &= next[i] >= 0 && next[i] <= most[i];
      }
      if (allowed && tryOrder(next, order.constant())) {
        return true;
      }
    }
    return mayHaveConstant && tryOrder(terms, !order.constant());
  }

  private boolean tryOrder(int[] terms, boolean constant) {
    ArimaOrder order = order(terms, constant);
    if (!tried.add(order)) {
      return false;
    }
    double least = best == null ? Double.POSITIVE_INFINITY : best.fit().aicc();
    Optional<ArimaSearch.Found> found =
        ArimaSearch.find(order, values, best, least + REACH)
            .filter(f -> f.fit().aicc() < least)
            .filter(f -> sound(f.fit()));
    found.ifPresent(better -> best = better);
    return found.isPresent();
  }

  private static boolean sound(ArimaFit fit) {
    double[] negated = fit.theta().clone();
    for (int i = 0; i < negated.length; i++) {
      negated[i] = -negated[i];
    }
    return Polynomials.rootsBeyond(fit.phi(), ROOT_MIN)
        && Polynomials.rootsBeyond(negated, ROOT_MIN);
  }
}
